package io.zaikong.filings;

import java.time.LocalDate;

/**
 * The last day by which something is to be done.
 *
 * @param isProvisional it may move once the year's notice of holidays is known
 * @param clause the legal basis; {@code verified} whether it was read in the original
 */
public record Deadline(LocalDate day, boolean isProvisional, String clause, boolean verified) {

  /** The last day itself is in time. */
  public boolean isPast(LocalDate today) {
    return today.isAfter(day);
  }

  Deadline earlier(Deadline other) {
    return other.day.isBefore(day) ? other : this;
  }
}
