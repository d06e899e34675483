package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units without a standing result (待补全). */
@Service
public class IncompleteUnits {

  private final GradingStore store;

  IncompleteUnits(GradingStore store) {
    this.store = store;
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
}
