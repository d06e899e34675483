package io.zaikong.enterprises;

import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises to show, and in what order; null means all. {@code text} is a part of a name or
 * former name, or the beginning of a code.
 *
 * @param from first day of registration, in Asia/Shanghai; {@code to} the last one
 */
public record EnterpriseFilter(
    @Nullable DivisionCode division,
    @Nullable Category category,
    @Nullable EnterpriseSize size,
    @Nullable Affiliation affiliation,
    @Nullable OperatingState state,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Sort sort,
    boolean descending) {

  /** By place unless asked otherwise. */
  public enum Sort {
    PLACE,
    NAME,
    WORKFORCE,
    CHANGED
  }

  public static EnterpriseFilter all() {
    return new EnterpriseFilter(null, null, null, null, null, null, null, null, Sort.PLACE, false);
  }
}
