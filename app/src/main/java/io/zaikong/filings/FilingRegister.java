package io.zaikong.filings;

import io.zaikong.calendar.WorkCalendars;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which major sources are filed, which are not, and what each lacks today: the one place where what
 * falls due is computed. Two statements, whatever the number of sources.
 */
@Service
public class FilingRegister {

  private final StandingStore store;
  private final WorkCalendars calendars;
  private final Journal journal;
  private final Clock clock;

  FilingRegister(StandingStore store, WorkCalendars calendars, Journal journal, Clock clock) {
    this.store = store;
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
   *     for the bureau; FILED means in force, whatever is on its way
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

    Optional<LocalDate> lateSince() {
      return lacks.stream()
          .filter(Lack::isLate)
          .flatMap(l -> l.findDue().stream())
          .map(Deadline::day)
          .min(Comparator.naturalOrder());
    }
  }

  /** What is late first, then by the day that falls due. */
  @Transactional(readOnly = true)
  public List<Entry> list(Filter filter) {
    LocalDate today = today();
    Deadlines deadlines = deadlines();
    return choose(
            store
                .list(filter.division(), filter.level(), filter.enterprise(), filter.text())
                .stream()
                .map(s -> new Entry(s, s.lacks(today, deadlines)))
                .toList(),
            filter)
        .stream()
        .sorted(
            Comparator.comparing((Entry e) -> !e.isLate())
                .thenComparing(e -> e.findDue().map(Deadline::day).orElse(LocalDate.MAX)))
        .toList();
  }

  /** Those of a list that are in a state and due as the filter has it. */
  public List<Entry> choose(List<Entry> entries, Filter filter) {
    LocalDate today = today();
    return entries.stream().filter(e -> isIn(e, filter, today)).toList();
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

  private static boolean isIn(Entry entry, Filter filter, LocalDate today) {
    Due due = filter.due();
    return isInState(entry.standing(), filter.state())
        && (due == null || isDue(entry, due, today))
        && isBetween(entry, filter);
  }

  private static boolean isInState(Standing standing, @Nullable String state) {
    if (state == null) {
      return true;
    }
    return switch (state) {
      case "WAITING" -> standing.isWaiting();
      case "FILED" -> standing.filed() != null;
      default -> standing.status().equals(state);
    };
  }

  private static boolean isDue(Entry entry, Due due, LocalDate today) {
    return switch (due) {
      case OVERDUE -> entry.isLate();
      case SOON ->
          entry
              .findDue()
              .filter(d -> !d.isPast(today) && !d.day().isAfter(today.plusDays(30)))
              .isPresent();
      case LACKING -> entry.lacks().stream().anyMatch(l -> !l.isAhead());
    };
  }

  private static boolean isBetween(Entry entry, Filter filter) {
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    if (from == null && to == null) {
      return true;
    }
    Optional<LocalDate> day =
        filter.due() == Due.OVERDUE
            ? entry.lateSince()
            : entry.standing().findFiled().map(Standing.Version::filedOn);
    return day.filter(d -> from == null || !d.isBefore(from))
        .filter(d -> to == null || !d.isAfter(to))
        .isPresent();
  }
}
