package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit with its standing result.
 *
 * @param level 1 (worst) to 4; null when the unit is not a major hazard source
 * @param r the grading index; computed for every unit, a level only for a major one
 */
public record HazardUnit(
    long id,
    long enterpriseId,
    String enterpriseName,
    DivisionCode division,
    @Nullable GeoPoint position,
    String name,
    UnitKind kind,
    BigDecimal s,
    @Nullable Integer level,
    BigDecimal r,
    String edition,
    Instant gradedAt) {

  public boolean isMajor() {
    return level != null;
  }
}
