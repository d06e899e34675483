package io.zaikong.kit;

import java.time.LocalDate;

/**
 * The last day of a time limit.
 *
 * @param isProvisional a day that decided it lies in a year whose notice is not known yet
 * @param limit what was counted
 */
public record DueDate(LocalDate day, boolean isProvisional, TimeLimit limit) {

  /** The day of {@code today} is still in time on the last day itself. */
  public boolean isPast(LocalDate today) {
    return today.isAfter(day);
  }
}
