package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which sources to show; null means all, but of the states those that are not removed.
 *
 * @param text part of the source's or the enterprise's name
 * @param designated a year for which it is 重点监控
 * @param from first day of the standing result or facts, in Asia/Shanghai; {@code to} the last one
 * @param reversed the order's other end first
 */
public record SourceFilter(
    @Nullable DivisionCode division,
    @Nullable SourceKind kind,
    @Nullable UnitKind unitKind,
    @Nullable Grade grade,
    HazardSource.@Nullable State state,
    @Nullable Integer designated,
    @Nullable Long enterpriseId,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Sort sort,
    boolean reversed) {

  /** A result of a hazchem unit, or that it has none yet, or a class of a tailings pond. */
  public enum Grade {
    MAJOR,
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    LEVEL_4,
    NOT_MAJOR,
    INCOMPLETE,
    CLASS_1,
    CLASS_2,
    CLASS_3,
    CLASS_4,
    CLASS_5,
    TOP_POND
  }

  /** Worst first unless asked otherwise: by level, then by class, then what is not known yet. */
  public enum Sort {
    WORST,
    S,
    NAME,
    DIVISION,
    NEWEST
  }

  /** The same sources in the opposite order. */
  SourceFilter turned() {
    return new SourceFilter(
        division,
        kind,
        unitKind,
        grade,
        state,
        designated,
        enterpriseId,
        text,
        from,
        to,
        sort,
        !reversed);
  }

  public static SourceFilter all() {
    return ofKind(null);
  }

  public static SourceFilter ofKind(@Nullable SourceKind kind) {
    return new SourceFilter(
        null, kind, null, null, null, null, null, null, null, null, Sort.WORST, false);
  }

  /** The hazchem units of an enterprise. */
  public static SourceFilter unitsOf(long enterpriseId) {
    return new SourceFilter(
        null,
        SourceKind.HAZCHEM_UNIT,
        null,
        null,
        null,
        null,
        enterpriseId,
        null,
        null,
        null,
        Sort.WORST,
        false);
  }
}
