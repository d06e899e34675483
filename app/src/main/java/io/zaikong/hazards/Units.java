package io.zaikong.hazards;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judged units and their results, as far as the actor sees them. */
@Service
public class Units {

  private final UnitStore store;

  Units(UnitStore store) {
    this.store = store;
  }

  /** The judged units of an enterprise, worst first. */
  @Transactional(readOnly = true)
  public List<HazardUnit> listOf(long enterpriseId) {
    return store.listOf(enterpriseId);
  }

  @Transactional(readOnly = true)
  public Optional<HazardUnit> find(long id) {
    return store.find(id);
  }

  /** The latest result and those before it, newest first; the latest stands if any does. */
  @Transactional(readOnly = true)
  public List<Worksheet> listWorksheets(long unitId) {
    return store.listWorksheets(unitId);
  }
}
