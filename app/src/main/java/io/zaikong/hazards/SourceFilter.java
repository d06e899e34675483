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
    @Nullable Grade grade,
    HazardSource.@Nullable State state,
    @Nullable Integer designated,
    @Nullable Long enterpriseId,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Sort sort,
    boolean reversed) {

  /** A level of a hazchem unit or a class of a tailings pond. */
  public enum Grade {
    MAJOR,
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    LEVEL_4,
    CLASS_1,
    CLASS_2,
    CLASS_3,
    CLASS_4,
    CLASS_5,
    TOP_POND
  }

  /** Worst first unless asked otherwise: by level, then by class. */
  public enum Sort {
    WORST,
    NAME,
    DIVISION,
    NEWEST
  }

  /** The same sources in the opposite order. */
  SourceFilter turned() {
    return new SourceFilter(
        division, kind, grade, state, designated, enterpriseId, text, from, to, sort, !reversed);
  }

  public static SourceFilter all() {
    return ofKind(null);
  }

  public static SourceFilter ofKind(@Nullable SourceKind kind) {
    return new SourceFilter(
        null, kind, null, null, null, null, null, null, null, Sort.WORST, false);
  }
}
