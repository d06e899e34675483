package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises of a round to show; null means all.
 *
 * @param text part of the name, or the beginning of the credit code
 * @param from first day of registration, in Asia/Shanghai; {@code to} the last one
 */
public record StatusFilter(
    @Nullable DivisionCode division,
    @Nullable Show show,
    @Nullable Category category,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Sort sort,
    boolean descending) {

  /** One state, or all that are expected, or all that were received. */
  public enum Show {
    EXPECTED,
    RECEIVED,
    OVERDUE,
    MISSING,
    INCOMPLETE,
    REPORTED,
    EXCUSED;

    public String textKey() {
      return "coverage.state." + name();
    }
  }

  /** The most urgent first unless asked otherwise. */
  public enum Sort {
    STATE,
    PLACE,
    NAME
  }

  public static StatusFilter of(@Nullable DivisionCode division, @Nullable Show show) {
    return new StatusFilter(division, show, null, null, null, null, Sort.STATE, false);
  }
}
