package io.zaikong.filings;

import io.zaikong.filings.FilingState.Accepted;
import io.zaikong.filings.FilingState.Draft;
import io.zaikong.filings.FilingState.Filed;
import io.zaikong.filings.FilingState.Returned;
import io.zaikong.filings.FilingState.Submitted;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done on paper before this system kept it, taken over with its whole archive and the days
 * and numbers that it bears (补录); who took it over and when stands in the journal. Taken over is
 * only what could have been submitted here; where only the certificate is at hand, see {@link
 * PaperFilings}.
 */
@Service
public class EarlierFilings {

  private final FilingStore store;
  private final AccountableStore accountables;
  private final FilingRegister register;
  private final Filings filings;
  private final LevelChanges levels;
  private final Journal journal;
  private final Clock clock;

  EarlierFilings(
      FilingStore store,
      AccountableStore accountables,
      FilingRegister register,
      Filings filings,
      LevelChanges levels,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.accountables = accountables;
    this.register = register;
    this.filings = filings;
    this.levels = levels;
    this.journal = journal;
    this.clock = clock;
  }

  /** Names a first person of a role, with the day on which the change was told. */
  @Transactional
  public Outcome<Long> name(MajorSource source, Accountable person) {
    Optional<Outcome<Long>> wrong =
        Accountables.findFault(person.name(), person.post(), person.phone());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (person.to() != null
        || person.recordedOn().isBefore(person.from())
        || person.recordedOn().isAfter(register.today())) {
      return Outcome.refused("from", "filings.day.past");
    }
    Optional<Long> id =
        accountables.insert(source.id(), person, Actor.getCurrent().name(), clock.instant());
    if (id.isEmpty()) {
      return Outcome.refused("", "filings.changed");
    }
    journal.record(
        "filing.accountable",
        source.subject(),
        Map.of(
            "role", person.role().name(),
            "name", person.name(),
            "post", person.post(),
            "from", person.from().toString(),
            "told_on", person.recordedOn().toString()));
    return Outcome.done(id.get());
  }

  /**
   * Says where a draft stands by its papers; a version that was in force until then is superseded
   * on the day of the filing.
   *
   * @param state submitted, returned, accepted or filed
   * @param faults of one that was returned: what was wanting, by number of item
   */
  @Transactional
  public Outcome<Filing> enter(long id, FilingState state, Map<Integer, String> faults) {
    Optional<Filing> found = store.findForUpdate(id).filter(f -> f.state() instanceof Draft);
    if (found.isEmpty()) {
      return Outcome.refused("", "filings.not_open");
    }
    List<LocalDate> days = days(state);
    if (days.isEmpty()) {
      return Outcome.refused("", "filings.state.refused");
    }
    boolean inOrder = days.equals(days.stream().sorted(Comparator.naturalOrder()).toList());
    if (!inOrder || days.getLast().isAfter(register.today())) {
      return Outcome.refused("", "filings.day.past");
    }
    boolean isAssessedLater =
        register
            .find(found.get().source().id())
            .map(e -> e.standing().assessed())
            .filter(a -> a.completedOn().isAfter(days.getFirst()))
            .isPresent();
    if (isAssessedLater) {
      return Outcome.refused("", "filings.day.past");
    }
    return switch (filings.rest(found.get())) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) -> {
        enter(filing, state, faults);
        yield Outcome.done(store.find(id).orElseThrow());
      }
    };
  }

  private void enter(Filing filing, FilingState state, Map<Integer, String> faults) {
    if (state instanceof Filed filed) {
      filings.supersede(filing.source().id(), filing.version(), filed.on());
    }
    store.setFaults(filing.id(), faults);
    store.save(filing.id(), state);
    Map<String, Object> detail = new TreeMap<>();
    detail.put("version", filing.version());
    detail.put("state", state.name().name());
    detail.put("days", days(state).stream().map(LocalDate::toString).toList());
    faults.forEach((no, why) -> detail.put("item_" + no, why));
    if (state instanceof Filed filed) {
      detail.put("number", filed.number());
    }
    journal.record("filing.take_over", filing.subject(), detail);
    filings.handedIn(filing);
    switch (state) {
      case Submitted waits -> filings.askForReview(filing);
      case Accepted waits -> filings.askForReview(filing);
      case Returned returned -> filings.askToMend(filing);
      case Filed filed -> levels.filed(filing.source().id());
      default -> throw new IllegalArgumentException("not taken over: " + state);
    }
  }

  /** Of the steps, in their order; empty for what is not taken over. */
  private static List<LocalDate> days(FilingState state) {
    return switch (state) {
      case Submitted s -> List.of(s.on());
      case Returned r -> List.of(r.submittedOn(), r.on());
      case Accepted a -> List.of(a.submittedOn(), a.on());
      case Filed f when f.submittedOn() != null && f.acceptedOn() != null ->
          List.of(f.submittedOn(), f.acceptedOn(), f.on());
      default -> List.of();
    };
  }
}
