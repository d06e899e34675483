package io.zaikong.notices;

import java.time.LocalDate;

/**
 * The last day of a matter (期限).
 *
 * @param clause the legal basis; empty when the day was set by a person
 * @param provisional computed with a calendar that is not published yet, so the day may still move
 */
public record Due(LocalDate day, String clause, boolean provisional) {

  public static Due by(LocalDate day, String clause) {
    return new Due(day, clause, false);
  }
}
