package io.zaikong.filings;

import io.zaikong.filings.FilingRules.SummaryRule;
import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of filed sources as it was sent up (汇总上报).
 *
 * @param rows what it listed, as of the day
 */
public record Summary(
    long id,
    String kind,
    DivisionCode division,
    LocalDate periodEnd,
    LocalDate asOf,
    Instant submittedAt,
    String submittedBy,
    long documentId,
    List<Row> rows) {

  /** A filed source, in the words of the day. */
  public record Row(
      String enterprise,
      String name,
      String division,
      int level,
      String number,
      String filedOn,
      String assessedOn) {}

  /**
   * A list of a period, due or sent.
   *
   * @param sent null while it is not
   */
  public record Period(
      SummaryRule rule, LocalDate begin, LocalDate end, Deadline due, @Nullable Summary sent) {

    public Optional<Summary> findSent() {
      return Optional.ofNullable(sent);
    }

    public boolean isLate(LocalDate today) {
      return sent == null && due.isPast(today);
    }
  }

  public Summary {
    rows = List.copyOf(rows);
  }
}
