package io.zaikong.enterprises;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of an enterprise, with its day and reason; both are there unless it operates or is
 * being built.
 */
public record Standing(OperatingState state, @Nullable LocalDate since, String reason) {

  public static final Standing OPERATING = new Standing(OperatingState.OPERATING, null, "");

  /** Whether the state needs a day and a reason. */
  static boolean needsReason(OperatingState state) {
    return state != OperatingState.OPERATING && state != OperatingState.BUILDING;
  }
}
