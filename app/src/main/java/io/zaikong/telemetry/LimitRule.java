package io.zaikong.telemetry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a standard says of the limits of a kind of sensor.
 *
 * @param from first day on which the standard applies
 * @param unit empty: whatever the unit
 * @param cas empty: whatever the medium
 * @param value in the unit, or in % of the IDLH; null where there are words only
 * @param molarMassG of the medium, g/mol, to turn mg/m³ into ppm; null where it is not needed
 * @param source where it was read; empty when it is recalled only
 * @param verified whether it was found in a source
 */
public record LimitRule(
    String standard,
    LocalDate from,
    SensorKind kind,
    String unit,
    String cas,
    String medium,
    LimitField field,
    Bound bound,
    @Nullable BigDecimal value,
    @Nullable BigDecimal molarMassG,
    String clause,
    String source,
    boolean verified,
    String text) {

  /** How the value bounds the limit. */
  public enum Bound {
    AT_MOST,
    AT_LEAST,
    PERCENT_OF_IDLH,
    TEXT
  }

  boolean isBroken(BigDecimal limit, BigDecimal by) {
    int compared = limit.compareTo(by);
    return bound == Bound.AT_LEAST ? compared < 0 : compared > 0;
  }
}
