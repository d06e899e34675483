package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which units to show; null means all.
 *
 * @param text part of the unit's or the enterprise's name
 */
public record UnitFilter(
    @Nullable DivisionCode division,
    @Nullable Grade grade,
    @Nullable UnitKind kind,
    @Nullable Long enterpriseId,
    @Nullable String text,
    Sort sort) {

  /** A result to look for. */
  public enum Grade {
    MAJOR,
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    LEVEL_4,
    NOT_MAJOR
  }

  /** Worst first unless asked otherwise. */
  public enum Sort {
    WORST,
    S,
    NAME,
    DIVISION,
    NEWEST
  }

  public static UnitFilter all() {
    return new UnitFilter(null, null, null, null, null, Sort.WORST);
  }

  public static UnitFilter ofEnterprise(long enterpriseId) {
    return new UnitFilter(null, null, null, enterpriseId, null, Sort.WORST);
  }
}
