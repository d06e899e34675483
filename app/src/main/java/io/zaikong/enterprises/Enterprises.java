package io.zaikong.enterprises;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of enterprises, as far as the actor sees it. */
@Service
public class Enterprises {

  private final EnterpriseStore store;
  private final Journal journal;
  private final Clock clock;

  Enterprises(EnterpriseStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Enterprise> find(long id) {
    return store.find(id);
  }

  /** By credit code; codes that are unknown or out of sight are missing. */
  @Transactional(readOnly = true)
  public Map<String, Enterprise> findAll(Collection<String> creditCodes) {
    Map<String, Enterprise> found = new HashMap<>();
    store.listByCode(creditCodes).forEach(e -> found.put(e.creditCode().value(), e));
    return found;
  }

  /** Those of the codes that are registered in the country but out of the actor's sight. */
  @Transactional(readOnly = true)
  public Set<String> listElsewhere(Collection<String> creditCodes) {
    Set<String> elsewhere = new HashSet<>(store.listRegistered(creditCodes));
    store.listByCode(creditCodes).forEach(e -> elsewhere.remove(e.creditCode().value()));
    return elsewhere;
  }

  @Transactional(readOnly = true)
  public List<Enterprise> list(EnterpriseFilter filter, int offset, int limit) {
    return store.list(filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(EnterpriseFilter filter) {
    return store.count(filter);
  }

  /** Enterprises by the division one level below the given one. */
  @Transactional(readOnly = true)
  public Map<String, Long> countBelow(DivisionCode parent) {
    return store.countBelow(parent);
  }

  /**
   * Registers new enterprises and brings known ones up to date, in the caller's transaction; what
   * is the same stays untouched.
   *
   * @return the ids by credit code
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Long> register(List<Enterprise> enterprises) {
    Map<String, Enterprise> known =
        findAll(enterprises.stream().map(e -> e.creditCode().value()).toList());
    Map<String, Long> ids = new HashMap<>();
    List<Enterprise> added = new ArrayList<>();
    List<Enterprise> changed = new ArrayList<>();
    for (Enterprise enterprise : enterprises) {
      Enterprise before = known.get(enterprise.creditCode().value());
      if (before == null) {
        added.add(enterprise);
        continue;
      }
      ids.put(enterprise.creditCode().value(), before.id());
      if (!before.equals(enterprise.withId(before.id()))) {
        changed.add(enterprise.withId(before.id()));
      }
    }
    if (!added.isEmpty()) {
      Map<String, Long> newIds = store.insertAll(added, clock.instant());
      journal.recordAll(
          "enterprise.register",
          added.stream()
              .map(e -> act(e.withId(newIds.getOrDefault(e.creditCode().value(), 0L))))
              .toList());
      ids.putAll(newIds);
    }
    if (!changed.isEmpty()) {
      store.updateAll(changed, clock.instant());
      journal.recordAll("enterprise.change", changed.stream().map(Enterprises::act).toList());
    }
    return ids;
  }

  private static Act act(Enterprise enterprise) {
    return new Act(
        new Subject(
            "enterprises.enterprise",
            Long.toString(enterprise.id()),
            enterprise.division(),
            enterprise.id()),
        Map.of(
            "name", enterprise.name(),
            "credit_code", enterprise.creditCode().value(),
            "division", enterprise.division().value(),
            "sector", enterprise.sector().name(),
            "address", enterprise.address()));
  }
}
