package io.zaikong.hazards;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judged hazchem units and their results, as far as the actor sees them. */
@Service
public class Units {

  /** More than any plant has. */
  private static final int MOST = 2_000;

  private final SourceStore store;
  private final GradingStore gradings;

  Units(SourceStore store, GradingStore gradings) {
    this.store = store;
    this.gradings = gradings;
  }

  /** The judged units of an enterprise that are not removed, worst first. */
  @Transactional(readOnly = true)
  public List<HazardSource> listOf(long enterpriseId) {
    return store.list(SourceFilter.unitsOf(enterpriseId), 0, MOST).stream()
        .filter(unit -> !unit.isIncomplete())
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<HazardSource> find(long id) {
    return store.find(id).filter(s -> s.kind() == SourceKind.HAZCHEM_UNIT && !s.isIncomplete());
  }

  /** The latest result and those before it, newest first; the latest stands if any does. */
  @Transactional(readOnly = true)
  public List<Worksheet> listWorksheets(long unitId) {
    return gradings.listWorksheets(unitId);
  }
}
