package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The census rounds of the city: one is open at a time; an officer of the whole city keeps them.
 */
@Service
public class Rounds {

  static final String SUBJECT = "coverage.round";
  private static final int LONGEST_NAME = 100;

  private final RoundStore store;
  private final Reminders reminders;
  private final Divisions divisions;
  private final Journal journal;
  private final Clock clock;

  Rounds(RoundStore store, Reminders reminders, Divisions divisions, Journal journal, Clock clock) {
    this.store = store;
    this.reminders = reminders;
    this.divisions = divisions;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What a round is opened or changed with.
   *
   * @param reason of a change; not asked for when it is opened
   */
  public record Draft(
      String name,
      Set<Category> categories,
      @Nullable LocalDate openedOn,
      @Nullable LocalDate dueOn,
      String reason) {

    public Draft {
      categories = Set.copyOf(categories);
    }
  }

  /** The open round, or the last that was closed. */
  @Transactional(readOnly = true)
  public Optional<Round> findCurrent() {
    return store.list(1).stream().findFirst();
  }

  @Transactional(readOnly = true)
  public Optional<Round> findOpen() {
    return findCurrent().filter(Round::isOpen);
  }

  @Transactional(readOnly = true)
  public List<Round> list(int limit) {
    return store.list(limit);
  }

  /** Whether the actor keeps the rounds. */
  @Transactional(readOnly = true)
  public boolean mayKeep() {
    Actor actor = Actor.getCurrent();
    return actor.hasAny(Role.OFFICER)
        && divisions.findCity().filter(c -> actor.scope().covers(c.code())).isPresent();
  }

  @Transactional
  public Outcome<Round> open(Draft draft) {
    Optional<Outcome<Round>> fault = findFault(draft);
    if (fault.isPresent()) {
      return fault.get();
    }
    DivisionCode city = divisions.findCity().orElseThrow().code();
    Optional<Long> id = store.insert(city, draft, Actor.getCurrent().name(), clock.instant());
    if (id.isEmpty()) {
      return Outcome.refused("", "coverage.round.one");
    }
    record("coverage.open", id.get(), city, detail(draft));
    return Outcome.done(findOpen().orElseThrow());
  }

  @Transactional
  public Outcome<Round> change(Draft draft) {
    Optional<Round> open = findOpen();
    if (open.isEmpty()) {
      return Outcome.refused("", "coverage.round.none");
    }
    Optional<Outcome<Round>> fault = findFault(draft);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (draft.reason().isBlank()) {
      return Outcome.refused("reason", "field.required");
    }
    store.update(open.get().id(), draft);
    reminders.endUnexpected(null);
    record("coverage.change", open.get().id(), open.get().division(), detail(draft));
    return Outcome.done(findOpen().orElseThrow());
  }

  /** Ends the open round; reminders that still wait are taken back. */
  @Transactional
  public Outcome<Round> close(String reason) {
    Optional<Round> open = findOpen();
    if (open.isEmpty() || !mayKeep()) {
      return Outcome.refused("", "coverage.round.none");
    }
    if (reason.isBlank()) {
      return Outcome.refused("close_reason", "field.required");
    }
    Round round = open.get();
    store.close(round.id(), reason.strip(), Actor.getCurrent().name(), clock.instant());
    reminders.takeBack(round.id(), null, reason.strip());
    record("coverage.close", round.id(), round.division(), Map.of("reason", reason.strip()));
    return Outcome.done(round);
  }

  private Optional<Outcome<Round>> findFault(Draft draft) {
    if (!mayKeep()) {
      return Optional.of(Outcome.refused("", "coverage.round.city"));
    }
    if (draft.name().isBlank() || draft.name().strip().length() > LONGEST_NAME) {
      return Optional.of(Outcome.refused("name", "coverage.round.name.wrong"));
    }
    if (draft.categories().isEmpty()) {
      return Optional.of(Outcome.refused("categories", "coverage.round.categories.wrong"));
    }
    LocalDate opened = draft.openedOn();
    LocalDate due = draft.dueOn();
    if (opened == null) {
      return Optional.of(Outcome.refused("opened_on", "coverage.round.day"));
    }
    if (due == null || due.isBefore(opened)) {
      return Optional.of(Outcome.refused("due_on", "coverage.round.due.wrong"));
    }
    return Optional.empty();
  }

  private static Map<String, Object> detail(Draft draft) {
    return Map.of(
        "name",
        draft.name().strip(),
        "categories",
        draft.categories().stream().map(Enum::name).sorted().toList(),
        "opened_on",
        String.valueOf(draft.openedOn()),
        "due_on",
        String.valueOf(draft.dueOn()),
        "reason",
        draft.reason().strip());
  }

  private void record(String act, long id, DivisionCode city, Map<String, ?> detail) {
    journal.record(act, Subject.of(SUBJECT, id, city), detail);
  }
}
