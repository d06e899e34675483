package io.zaikong.filings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An accountable person (包保责任人) of a source.
 *
 * @param to the first day on which another answers; null for who answers today
 * @param recordedOn when the change was told
 */
public record Accountable(
    long id,
    AccountableRole role,
    String name,
    String post,
    String phone,
    LocalDate from,
    @Nullable LocalDate to,
    LocalDate recordedOn) {

  /** A check that a person did. */
  public record Check(
      long id, AccountableRole role, String by, LocalDate doneOn, String findings) {}
}
