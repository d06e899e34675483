package io.zaikong.hazards;

import io.zaikong.hazards.HazardSource.State;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Condition.NotMet;
import io.zaikong.shell.Conditions;
import io.zaikong.shell.Conditions.Examined;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether sources of every kind are in use, stopped or removed, since when and why. */
@Service
public class SourceStates {

  /** What conditions are about that a source has to meet before it is removed. */
  public static final String REMOVAL = "hazards.removal";

  private final RegisterStore store;
  private final Sources sources;
  private final SourceRegister register;
  private final Grader grader;
  private final Conditions conditions;
  private final Journal journal;
  private final Clock clock;

  SourceStates(
      RegisterStore store,
      Sources sources,
      SourceRegister register,
      Grader grader,
      Conditions conditions,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.sources = sources;
    this.register = register;
    this.grader = grader;
    this.conditions = conditions;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Stopped, removed or in use again. Rules that changed while it was removed are applied when it
   * is there again.
   *
   * @param since the first day of the new state, not in the future
   */
  @Transactional
  public Outcome<HazardSource> setState(
      long sourceId, State state, LocalDate since, String reason) {
    grader.edition(); // whoever may grade takes this lock before those of rows
    store.lock(sourceId);
    HazardSource source = sources.find(sourceId).orElseThrow();
    if (state == source.declaredState() || state == State.INCOMPLETE) {
      return Outcome.refused("state", "hazards.source.same_state");
    }
    if (since.isAfter(LocalDate.ofInstant(clock.instant(), Words.ZONE))) {
      return Outcome.refused("since", "hazards.source.future");
    }
    Optional<LocalDate> before =
        store.listStates(sourceId).stream().findFirst().map(StateChange::since);
    if (before.isPresent() && since.isBefore(before.get())) {
      return Outcome.refused("since", "hazards.source.before", before.get().toString());
    }
    Optional<Refused<?>> fault = SourceRegister.findReasonFault(reason);
    if (fault.isPresent()) {
      return fault.get().as();
    }
    Optional<Refused<?>> obstacle =
        state == State.REMOVED ? findObstacle(source) : Optional.empty();
    if (obstacle.isPresent()) {
      return obstacle.get().as();
    }
    store.insertState(
        sourceId, state, since, reason.strip(), Actor.getCurrent().name(), clock.instant());
    journal.record(
        "source.state",
        new Subject(
            source.subject(), Long.toString(sourceId), source.division(), source.enterpriseId()),
        Map.of("state", state.name(), "since", since.toString(), "reason", reason.strip()));
    if (source.isRemoved()) {
      register.judge(sourceId, source.kind());
    }
    return Outcome.done(sources.find(sourceId).orElseThrow());
  }

  /**
   * A level stands until what is declared has none, and what is not known may be the worst; beyond
   * that what others keep of the source may stand in the way, such as a filing.
   */
  private Optional<Refused<?>> findObstacle(HazardSource source) {
    if (source.isMajor()) {
      return Optional.of(new Refused<>("hazards.removal.major", List.of(), "state", "40号令第二十七条"));
    }
    if (source.isIncomplete()) {
      return Optional.of(
          new Refused<>("hazards.removal.incomplete", List.of(), "state", "40号令第七条"));
    }
    return conditions.examine(REMOVAL, source.id()).stream()
        .map(Examined::result)
        .filter(NotMet.class::isInstance)
        .map(NotMet.class::cast)
        .<Refused<?>>map(n -> new Refused<>(n.reason(), n.parameters(), "state", n.clause()))
        .findFirst();
  }

  /** A state with its first day, newest first in lists. */
  public record StateChange(State state, LocalDate since, String reason, String recordedBy) {}

  @Transactional(readOnly = true)
  public List<StateChange> listStates(long sourceId) {
    return store.listStates(sourceId);
  }
}
