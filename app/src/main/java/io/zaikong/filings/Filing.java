package io.zaikong.filings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a source's filing.
 *
 * @param assessmentId the assessment that it rests on; null until submitted
 * @param level as submitted; null until then
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
    Instant createdAt,
    String createdBy) {

  static final String SUBJECT = "filings.filing";

  io.zaikong.journal.Journal.Subject subject() {
    return new io.zaikong.journal.Journal.Subject(
        SUBJECT, Long.toString(id), source.division(), source.enterpriseId());
  }
}
