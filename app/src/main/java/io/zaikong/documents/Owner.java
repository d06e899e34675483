package io.zaikong.documents;

import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * The record that a document or attachment belongs to, and by whose territory it is seen.
 *
 * @param subject schema and table, such as {@code hazards.unit}
 * @param enterpriseId the enterprise that it is about: its people see it too, and who sees some
 *     sectors only sees it if he sees the enterprise; null when it is about none
 */
public record Owner(String subject, String id, DivisionCode division, @Nullable Long enterpriseId) {

  Journal.Subject journalSubject() {
    return new Journal.Subject(subject, id, division, enterpriseId);
  }
}
