package io.zaikong.filings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A safety assessment (安全评估) of a source, as recorded.
 *
 * @param kind null where a certificate on paper does not say; then {@code assessor} is empty too
 * @param gradingId the result that stood then, null of one from paper; {@code level} the level
 */
public record Assessment(
    long id,
    long sourceId,
    LocalDate completedOn,
    @Nullable Kind kind,
    String assessor,
    @Nullable Long gradingId,
    @Nullable Integer level,
    boolean quantitativeRequired,
    boolean quantitativeDone,
    Instant recordedAt,
    String recordedBy) {

  /** By whom it was made (Order 40 art. 8). */
  public enum Kind {
    OWN_ENGINEER,
    EXPERTS,
    AGENCY
  }

  /** What demands a new one (Order 40 art. 11 ②–⑥); ① is the three years. */
  public enum CauseKind {
    PROJECT,
    CHANGE,
    SURROUNDINGS,
    ACCIDENT,
    STANDARD
  }

  /**
   * A recorded cause.
   *
   * @param acceptanceOn the completion acceptance of a new, altered or extended installation
   */
  public record Cause(
      long id,
      CauseKind kind,
      LocalDate occurredOn,
      String reason,
      @Nullable LocalDate acceptanceOn,
      Instant recordedAt,
      String recordedBy) {}
}
