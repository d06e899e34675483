package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Notices;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units without a standing result (待补全), and that a change of level was taken note of. */
@Service
public class IncompleteUnits {

  private final GradingStore store;
  private final Notices notices;
  private final Journal journal;

  IncompleteUnits(GradingStore store, Notices notices, Journal journal) {
    this.store = store;
    this.notices = notices;
    this.journal = journal;
  }

  /** Those that have waited longest first. */
  @Transactional(readOnly = true)
  public List<Incomplete> list(
      @Nullable DivisionCode division, @Nullable Long enterprise, long offset, int limit) {
    return store.listIncomplete(division, enterprise, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(@Nullable DivisionCode division, @Nullable Long enterprise) {
    return store.countIncomplete(division, enterprise);
  }

  @Transactional(readOnly = true)
  public Optional<Incomplete> find(long unitId) {
    return store.findIncomplete(unitId);
  }

  /** Takes note of a unit's new level, for the enterprise or for the bureau. */
  @Transactional
  public void acknowledge(HazardUnit unit) {
    boolean own = Actor.getCurrent().hasAny(Role.ENTERPRISE_SAFETY_MANAGER);
    int closed =
        notices.close(
            own ? Gradings.OWN_LEVEL : Gradings.LEVEL, Gradings.UNIT, Long.toString(unit.id()));
    if (closed > 0) {
      journal.record(
          "unit.acknowledge",
          new Subject(
              Gradings.UNIT, Long.toString(unit.id()), unit.division(), unit.enterpriseId()),
          Map.of("level", unit.isMajor() ? String.valueOf(unit.level()) : "0"));
    }
  }
}
