package io.zaikong.filings;

import io.zaikong.calendar.WorkCalendars;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which major sources are filed, which are not, and what each lacks today: the one place where what
 * falls due is computed. Two statements, whatever the number of sources: the database filters,
 * sorts and counts by the facts it keeps of each, and the days that it cannot know are told to it.
 */
@Service
public class FilingRegister {

  private final StandingStore store;
  private final DueStore due;
  private final WorkCalendars calendars;
  private final Journal journal;
  private final Clock clock;

  FilingRegister(
      StandingStore store, DueStore due, WorkCalendars calendars, Journal journal, Clock clock) {
    this.store = store;
    this.due = due;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /** What falls due. */
  public enum Due {
    OVERDUE,
    SOON,
    LACKING
  }

  /**
   * Which sources to show; null means all.
   *
   * @param state a name of {@link FilingState.Name}, NONE for never filed, WAITING for what waits
   *     for the bureau, INCOMPLETE for what cannot be judged; FILED means in force, whatever is on
   *     its way
   * @param from first day of coming into force, or of falling due when {@code due} is OVERDUE
   */
  public record Filter(
      @Nullable DivisionCode division,
      @Nullable Integer level,
      @Nullable Long enterprise,
      @Nullable String text,
      @Nullable String state,
      @Nullable Due due,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    public static Filter all() {
      return new Filter(null, null, null, null, null, null, null, null);
    }

    public Filter withoutDates() {
      return new Filter(division, level, enterprise, text, state, due, null, null);
    }
  }

  /** A source with what it lacks. */
  public record Entry(Standing standing, List<Lack> lacks) {

    public Entry {
      lacks = List.copyOf(lacks);
    }

    public Optional<Deadline> findDue() {
      return Standing.earliest(lacks);
    }

    public boolean isOverdue() {
      return lacks.stream().anyMatch(Lack::overdue);
    }

    /** Whether its assessment or filing is late. */
    public boolean isLate() {
      return lacks.stream().anyMatch(Lack::isLate);
    }
  }

  /**
   * How many sources of a level are filed, and late with assessment or filing, in a part of the
   * country.
   *
   * @param level 0: not, or no longer, major, or not known
   */
  public record Count(String code, int level, long filed, long late) {}

  /** A page and the number in the whole: what is late first, then by the day that falls due. */
  @Transactional(readOnly = true)
  public Rows<Entry> page(Filter filter, long offset, int limit) {
    LocalDate today = today();
    Deadlines deadlines = deadlines();
    Rows<Standing> page = due.page(filter, today, deadlines, offset, limit);
    if (page.items().isEmpty() && offset > 0) {
      return new Rows<>(due.page(filter, today, deadlines, 0, 1).total(), List.of());
    }
    return new Rows<>(
        page.total(),
        page.items().stream().map(s -> new Entry(s, s.lacks(today, deadlines))).toList());
  }

  /** All of them, in the order of the pages. */
  @Transactional(readOnly = true)
  public List<Entry> list(Filter filter) {
    return page(filter, 0, Integer.MAX_VALUE).items();
  }

  /** By the first digits of the division code, and by level. */
  @Transactional(readOnly = true)
  public List<Count> countBy(Filter filter, int codeDigits) {
    return due.countBy(filter, codeDigits, today(), deadlines());
  }

  /** As {@link #list}, to be taken out of the system; that is written down. */
  @Transactional
  public List<Entry> export(Filter filter) {
    List<Entry> entries = list(filter);
    journal.record(
        "filing.export",
        new Subject(Filing.SUBJECT, "list", Actor.getCurrent().home(), null),
        Map.of("sources", entries.size()));
    return entries;
  }

  @Transactional(readOnly = true)
  public Optional<Entry> find(long sourceId) {
    return find(sourceId, today());
  }

  /** As it stands now, with what would be lacking on the day. */
  @Transactional(readOnly = true)
  public Optional<Entry> find(long sourceId, LocalDate day) {
    return store.find(sourceId).map(s -> new Entry(s, s.lacks(day, deadlines())));
  }

  Deadlines deadlines() {
    return new Deadlines(calendars.current(), FilingRules.current());
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE);
  }
}
