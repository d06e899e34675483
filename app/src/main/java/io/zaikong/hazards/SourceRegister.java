package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up sources that are declared by fields, and their changes. A change is a new version of the
 * facts; the earlier ones stay.
 */
@Service
public class SourceRegister {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 500;

  private final RegisterStore store;
  private final Sources sources;
  private final EnterpriseNames enterprises;
  private final PondClasses ponds;
  private final Regrading regrading;
  private final RuleNumbers numbers;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SourceRegister(
      RegisterStore store,
      Sources sources,
      EnterpriseNames enterprises,
      PondClasses ponds,
      Regrading regrading,
      RuleNumbers numbers,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.sources = sources;
    this.enterprises = enterprises;
    this.ponds = ponds;
    this.regrading = regrading;
    this.numbers = numbers;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is declared.
   *
   * @param position its own; null when not surveyed
   * @param typed the fields of its kind, as typed
   * @param reason why it is declared or changed
   */
  public record Draft(
      String name, @Nullable GeoPoint position, Map<String, String> typed, String reason) {

    public Draft {
      typed = Map.copyOf(typed);
    }
  }

  /** Declared, or everything that is wrong with it. */
  public sealed interface Answer {
    record Declared(long sourceId) implements Answer {}

    record Faulty(List<Refused<?>> faults) implements Answer {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Declares a new source.
   *
   * @param enterpriseTyped number and name as suggested, the number alone, or a name that fits one
   *     enterprise in sight only
   */
  @Transactional
  public Answer add(String enterpriseTyped, SourceKind kind, Draft draft) {
    Optional<EnterpriseNames.Named> enterprise = enterprises.resolve(enterpriseTyped);
    long enterpriseId = enterprise.map(EnterpriseNames.Named::id).orElse(0L);
    SourceFields.Reading read = SourceFields.read(kind, draft.typed());
    List<Refused<?>> faults = faults(draft, read);
    if (enterprise.isEmpty()) {
      faults.add(refusal("enterprise", "hazards.source.enterprise"));
    }
    if (!kind.isDeclaredByFields()) {
      faults.add(refusal("", "hazards.source.by_census"));
    }
    String name = draft.name().strip();
    if (faults.isEmpty() && store.exists(enterpriseId, kind, name, 0)) {
      faults.add(refusal("name", "hazards.source.twice"));
    }
    if (!faults.isEmpty()) {
      return new Answer.Faulty(faults);
    }
    long id = store.insert(enterpriseId, kind, name, draft.position());
    declare(id, kind, read.facts(), draft);
    record(
        "source.add",
        sources.find(id).orElseThrow(),
        Map.of("name", name, "reason", draft.reason()));
    events.publishEvent(new Declarations.SourcesDeclared(Set.of(enterpriseId)));
    return new Answer.Declared(id);
  }

  /** A new version of what is known of a source; the same again changes nothing. */
  @Transactional
  public Answer change(long sourceId, Draft draft) {
    HazardSource source = sources.find(sourceId).orElseThrow();
    SourceFields.Reading read = SourceFields.read(source.kind(), draft.typed());
    List<Refused<?>> faults = faults(draft, read);
    if (!source.kind().isDeclaredByFields()) {
      faults.add(refusal("", "hazards.source.by_census"));
    }
    if (source.isRemoved()) {
      faults.add(refusal("", "hazards.source.removed"));
    }
    String name = draft.name().strip();
    if (faults.isEmpty() && store.exists(source.enterpriseId(), source.kind(), name, sourceId)) {
      faults.add(refusal("name", "hazards.source.twice"));
    }
    if (!faults.isEmpty()) {
      return new Answer.Faulty(faults);
    }
    store.update(sourceId, name, draft.position());
    declare(sourceId, source.kind(), read.facts(), draft);
    record("source.change", source, Map.of("name", name, "reason", draft.reason()));
    return new Answer.Declared(sourceId);
  }

  private void declare(long id, SourceKind kind, Map<String, String> facts, Draft draft) {
    store.insertFacts(
        id, facts, draft.reason().strip(), Actor.getCurrent().name(), clock.instant());
    judge(id, kind);
  }

  /** By the rules of today; of most kinds there are none. */
  void judge(long id, SourceKind kind) {
    if (kind == SourceKind.TAILINGS_POND) {
      ponds.judge(
          id, Objects.requireNonNull(numbers.standing().get(RuleNumbers.Number.TOP_POND_M)));
    } else if (kind == SourceKind.HAZCHEM_UNIT) {
      regrading.gradeAnew(id);
    }
  }

  private static List<Refused<?>> faults(Draft draft, SourceFields.Reading read) {
    List<Refused<?>> faults = new ArrayList<>(read.faults());
    String name = draft.name().strip();
    if (name.isEmpty()) {
      faults.add(refusal("name", "field.required"));
    } else if (name.length() > LONGEST_NAME) {
      faults.add(refusal("name", "hazards.field.long", String.valueOf(LONGEST_NAME)));
    }
    findReasonFault(draft.reason()).ifPresent(faults::add);
    return faults;
  }

  static Optional<Refused<?>> findReasonFault(String reason) {
    if (reason.isBlank()) {
      return Optional.of(refusal("reason", "field.required"));
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of(refusal("reason", "hazards.field.long", String.valueOf(LONGEST_REASON)))
        : Optional.empty();
  }

  private static Refused<?> refusal(String field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field, "");
  }

  private void record(String act, HazardSource source, Map<String, ?> detail) {
    journal.record(
        act,
        new Subject(
            source.subject(), Long.toString(source.id()), source.division(), source.enterpriseId()),
        detail);
  }
}
