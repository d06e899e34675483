package io.zaikong.enterprises;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.CreditCode;
import io.zaikong.shell.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of enterprises, as far as the actor sees it. */
@Service
public class Enterprises {

  static final String SUBJECT = "enterprises.enterprise";

  private final EnterpriseStore store;
  private final ChangeStore changes;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Enterprises(
      EnterpriseStore store,
      ChangeStore changes,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** Records were changed or merged, told in the transaction of the act. */
  public record EnterprisesChanged(Set<Long> enterprises) {

    public EnterprisesChanged {
      enterprises = Set.copyOf(enterprises);
    }
  }

  /** Also one that was merged into another. */
  @Transactional(readOnly = true)
  public Optional<Enterprise> find(long id) {
    return store.find(id);
  }

  /**
   * By credit code; codes that are unknown or out of sight are missing. A code whose record was
   * merged gives the record that stands.
   */
  @Transactional(readOnly = true)
  public Map<String, Enterprise> findAll(Collection<String> creditCodes) {
    Map<String, Enterprise> found = new HashMap<>();
    Map<String, Long> merged = new HashMap<>();
    for (Enterprise e : store.listByCode(creditCodes)) {
      Long survivor = e.mergedInto();
      if (survivor == null) {
        found.put(e.creditCode().value(), e);
      } else {
        merged.put(e.creditCode().value(), survivor);
      }
    }
    if (!merged.isEmpty()) {
      Map<Long, Enterprise> survivors = new HashMap<>();
      store.listById(new HashSet<>(merged.values())).forEach(e -> survivors.put(e.id(), e));
      merged.forEach(
          (code, id) -> {
            Enterprise survivor = survivors.get(id);
            if (survivor != null) {
              found.put(code, survivor);
            }
          });
    }
    return found;
  }

  /** Those of the codes that are registered in the country but out of the actor's sight. */
  @Transactional(readOnly = true)
  public Set<String> listElsewhere(Collection<String> creditCodes) {
    Set<String> elsewhere = new HashSet<>(store.listRegistered(creditCodes));
    elsewhere.removeAll(findAll(creditCodes).keySet());
    return elsewhere;
  }

  @Transactional(readOnly = true)
  public List<Enterprise> list(EnterpriseFilter filter, long offset, int limit) {
    return store.list(filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(EnterpriseFilter filter) {
    return store.count(filter);
  }

  /**
   * So many enterprises in a place.
   *
   * @param code the first digits of the division code
   * @param category empty: whatever their categories; those of several are in each of them
   */
  public record Count(String code, Optional<Category> category, long enterprises) {}

  @Transactional(readOnly = true)
  public List<Count> countBy(EnterpriseFilter filter, int codeDigits) {
    return store.countBy(filter, codeDigits);
  }

  /** The history of a record and of those merged into it, newest first. */
  @Transactional(readOnly = true)
  public List<EnterpriseChange> listChanges(long id, int limit) {
    return changes.listFor(id, limit);
  }

  /** Every enterprise of the filter, by place; leaving the system, so it is journalled. */
  @Transactional
  public void export(EnterpriseFilter filter, Consumer<Enterprise> action) {
    store.forEach(filter, action);
    journal.record(
        "enterprise.export",
        new Subject(SUBJECT, "list", Actor.getCurrent().home(), null),
        Map.of("enterprises", store.count(filter)));
  }

  /**
   * Registers new enterprises and brings known ones up to date with what a declaration says of
   * them, in the caller's transaction; what is the same, or not said, stays untouched.
   *
   * @return the ids by credit code
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Long> register(List<Enterprise> stated) {
    return save(
        stated,
        (known, now) ->
            known.creditCode().equals(now.creditCode()) ? known.declaredAs(now) : known);
  }

  /** How a known record becomes the next one. */
  interface Update {
    Enterprise next(Enterprise known, Enterprise stated);
  }

  /**
   * @throws IllegalStateException when a code was registered by somebody else meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Map<String, Long> save(List<Enterprise> stated, Update update) {
    Map<String, Enterprise> known =
        findAll(stated.stream().map(e -> e.creditCode().value()).toList());
    Map<String, Long> ids = new HashMap<>();
    List<Enterprise> added = new ArrayList<>();
    List<Enterprise> changed = new ArrayList<>();
    Map<Long, List<FieldChange>> fields = new HashMap<>();
    for (Enterprise enterprise : stated) {
      Enterprise before = known.get(enterprise.creditCode().value());
      if (before == null) {
        added.add(enterprise);
        continue;
      }
      ids.put(enterprise.creditCode().value(), before.id());
      Enterprise after = update.next(before, enterprise);
      List<FieldChange> differences = FieldChange.between(before, after);
      if (!differences.isEmpty()) {
        changed.add(after);
        fields.put(before.id(), differences);
      }
    }
    ids.putAll(insert(added));
    change(changed, fields);
    return ids;
  }

  private Map<String, Long> insert(List<Enterprise> added) {
    if (added.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> ids = store.insertAll(added, clock.instant());
    List<Enterprise> registered =
        added.stream()
            .map(
                e -> {
                  Long id = ids.get(e.creditCode().value());
                  if (id == null) {
                    throw new IllegalStateException("registered meanwhile: " + e.creditCode());
                  }
                  return e.withId(id);
                })
            .toList();
    note("enterprise.register", registered, Map.of());
    return ids;
  }

  private void change(List<Enterprise> changed, Map<Long, List<FieldChange>> fields) {
    if (!changed.isEmpty()) {
      store.updateAll(changed, clock.instant());
      note("enterprise.change", changed, fields);
      tell(changed.stream().map(Enterprise::id).collect(Collectors.toSet()));
    }
  }

  void tell(Set<Long> changed) {
    events.publishEvent(new EnterprisesChanged(changed));
  }

  /** In the history and in the journal. */
  private void note(String act, List<Enterprise> enterprises, Map<Long, List<FieldChange>> fields) {
    Instant now = clock.instant();
    Actor actor = Actor.getCurrent();
    changes.insertAll(
        actor,
        enterprises.stream()
            .map(
                e ->
                    new EnterpriseChange(
                        e.id(), act, now, actor.name(), fields.getOrDefault(e.id(), List.of()), ""))
            .toList());
    journal.recordAll(
        act,
        enterprises.stream()
            .map(
                e ->
                    new Act(
                        subject(e),
                        Map.of(
                            "name", e.name(),
                            "credit_code", e.creditCode().value(),
                            "division", e.division().value(),
                            "categories", e.categories().stream().map(Enum::name).toList(),
                            "fields",
                                fields.getOrDefault(e.id(), List.of()).stream()
                                    .map(f -> f.field().name())
                                    .toList())))
            .toList());
  }

  static Subject subject(Enterprise enterprise) {
    return new Subject(
        SUBJECT, Long.toString(enterprise.id()), enterprise.division(), enterprise.id());
  }

  /** Adds one act to a record's history and to the journal, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  void note(Enterprise enterprise, String act, List<FieldChange> fields, String note) {
    Actor actor = Actor.getCurrent();
    changes.insertAll(
        actor,
        List.of(
            new EnterpriseChange(
                enterprise.id(), act, clock.instant(), actor.name(), fields, note)));
    journal.record(act, subject(enterprise), Map.of("name", enterprise.name(), "note", note));
  }

  /** As {@link #note} of no fields for each of them, in three statements. */
  @Transactional(propagation = Propagation.MANDATORY)
  void noteAll(String act, Map<Long, String> notes) {
    Instant now = clock.instant();
    Actor actor = Actor.getCurrent();
    List<Enterprise> enterprises = store.listById(notes.keySet());
    changes.insertAll(
        actor,
        enterprises.stream()
            .map(
                e ->
                    new EnterpriseChange(
                        e.id(), act, now, actor.name(), List.of(), notes.getOrDefault(e.id(), "")))
            .toList());
    journal.recordAll(
        act,
        enterprises.stream()
            .map(
                e ->
                    new Act(
                        subject(e),
                        Map.of("name", e.name(), "note", notes.getOrDefault(e.id(), ""))))
            .toList());
  }

  /** Stores one record as it is now, with its history. */
  @Transactional(propagation = Propagation.MANDATORY)
  void replace(Enterprise before, Enterprise after) {
    List<FieldChange> differences = FieldChange.between(before, after);
    if (!differences.isEmpty()) {
      change(List.of(after), Map.of(before.id(), differences));
    }
  }

  /** Whether the code is registered, in sight or not. */
  @Transactional(readOnly = true)
  boolean isRegistered(CreditCode code) {
    return !store.listRegistered(List.of(code.value())).isEmpty();
  }

  /** Registers one; empty when its code is registered already, in sight or not. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Long> add(Enterprise enterprise) {
    String code = enterprise.creditCode().value();
    if (isRegistered(enterprise.creditCode())) {
      return Optional.empty();
    }
    return Optional.of(Objects.requireNonNull(insert(List.of(enterprise)).get(code)));
  }
}
