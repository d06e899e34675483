package io.zaikong.calendar;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.CalendarYear;
import io.zaikong.kit.WorkCalendar;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar by which time limits are counted today. */
@Service
public class WorkCalendars {

  private static final WorkCalendar PACKAGED = WorkCalendar.packaged();

  private final CalendarStore store;
  private final Journal journal;
  private final Clock clock;

  WorkCalendars(CalendarStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** Delivered and entered notices; one statement, so take it once a page. */
  @Transactional(readOnly = true)
  public WorkCalendar current() {
    return PACKAGED.with(store.list());
  }

  /** Keeps the notice of a year; every statutory holiday must be a day off in it. */
  @Transactional
  Outcome<CalendarYear> enter(CalendarYear year) {
    WorkCalendar then = PACKAGED.with(java.util.List.of(year));
    Optional<LocalDate> worked =
        PACKAGED.listStatutory(year.year()).stream().filter(then::isWorkingDay).findFirst();
    if (worked.isPresent()) {
      return Outcome.refusedBy(
          "全国年节及纪念日放假办法第二条", "", "calendar.statutory", worked.get().toString());
    }
    Actor actor = Actor.getCurrent();
    long id = store.insert(year, actor.name(), clock.instant());
    journal.record(
        "calendar.enter",
        Subject.of("calendar.year", id, actor.home()),
        Map.of("year", year.year(), "notice", year.notice()));
    return Outcome.done(year);
  }
}
