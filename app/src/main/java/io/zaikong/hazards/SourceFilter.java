package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
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

  /**
   * A result of a hazchem unit, or that it has none yet, a class of a tailings pond, or a fireworks
   * store with more than it is permitted.
   */
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
    TOP_POND,
    OVER_LIMIT
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

  /** All in a division whose standing result or facts are of these days. */
  static SourceFilter within(
      @Nullable DivisionCode division, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new SourceFilter(
        division, null, null, null, null, null, null, null, from, to, Sort.WORST, false);
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

  /** What the one condition of {@link SourceStore} asks, by its names. */
  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("kind", kind == null ? null : kind.name());
    parameters.put("state", state == null ? null : state.name());
    parameters.put("unit_kind", unitKind == null ? null : unitKind.name());
    parameters.put("major", isMajor(grade));
    parameters.put("judged", grade == Grade.NOT_MAJOR ? true : null);
    parameters.put("incomplete", grade == Grade.INCOMPLETE ? true : null);
    parameters.put("level", numberOf(grade, "LEVEL_"));
    parameters.put("class", numberOf(grade, "CLASS_"));
    parameters.put("top", grade == Grade.TOP_POND ? true : null);
    parameters.put("over", grade == Grade.OVER_LIMIT ? true : null);
    parameters.put("designated", designated);
    parameters.put("enterprise", enterpriseId);
    parameters.put("text", text);
    parameters.put("from", from == null ? null : startOf(from));
    parameters.put("until", to == null ? null : startOf(to.plusDays(1)));
    return parameters;
  }

  private static @Nullable Boolean isMajor(@Nullable Grade grade) {
    if (grade == Grade.MAJOR) {
      return true;
    }
    return grade == Grade.NOT_MAJOR ? Boolean.FALSE : null;
  }

  private static @Nullable Integer numberOf(@Nullable Grade grade, String prefix) {
    return grade != null && grade.name().startsWith(prefix)
        ? Integer.valueOf(grade.name().substring(prefix.length()))
        : null;
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }
}
