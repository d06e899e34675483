package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which units to show; null means all.
 *
 * @param text part of the unit's or the enterprise's name
 * @param from first day on which the standing result was made, in Asia/Shanghai; {@code to} the
 *     last one
 * @param reversed the order's other end first
 */
public record UnitFilter(
    @Nullable DivisionCode division,
    @Nullable Grade grade,
    @Nullable UnitKind kind,
    @Nullable Long enterpriseId,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Sort sort,
    boolean reversed) {

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

  /** The same units in the opposite order. */
  UnitFilter turned() {
    return new UnitFilter(division, grade, kind, enterpriseId, text, from, to, sort, !reversed);
  }

  public static UnitFilter all() {
    return new UnitFilter(null, null, null, null, null, null, null, Sort.WORST, false);
  }

  public static UnitFilter ofEnterprise(long enterpriseId) {
    return new UnitFilter(null, null, null, enterpriseId, null, null, null, Sort.WORST, false);
  }
}
