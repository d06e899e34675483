package io.zaikong.documents;

import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * The record that a document or attachment belongs to, and by whose territory it is seen.
 *
 * @param subject schema and table, such as {@code hazards.unit}
 * @param enterpriseId the enterprise whose people see it too
 * @param sector of that enterprise; null when none is concerned
 */
public record Owner(
    String subject,
    String id,
    DivisionCode division,
    @Nullable Long enterpriseId,
    @Nullable String sector) {

  Journal.Subject journalSubject() {
    return new Journal.Subject(subject, id, division, enterpriseId);
  }
}
