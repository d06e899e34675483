package io.zaikong.filings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a source's filing.
 *
 * @param assessmentId the assessment that it rests on; null until submitted
 * @param level as submitted; null until then
 * @param paper of one that was filed on paper before and taken over; null for others
 * @param revision counts the changes, so that nobody acts on what has changed meanwhile
 */
public record Filing(
    long id,
    MajorSource source,
    int version,
    String edition,
    int revision,
    @Nullable Long assessmentId,
    @Nullable Long gradingId,
    @Nullable Integer level,
    FilingState state,
    @Nullable Paper paper,
    Instant createdAt,
    String createdBy) {

  static final String SUBJECT = "filings.filing";

  /** What a certificate on paper says besides number and day of filing. */
  public record Paper(String agency, LocalDate certifiedOn) {}

  public Optional<Paper> findPaper() {
    return Optional.ofNullable(paper);
  }

  io.zaikong.journal.Journal.Subject subject() {
    return new io.zaikong.journal.Journal.Subject(
        SUBJECT, Long.toString(id), source.division(), source.enterpriseId());
  }
}
