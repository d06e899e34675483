package io.zaikong.filings;

import io.zaikong.documents.Owner;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A hazard source as filings see it.
 *
 * @param level of the standing result; null when it is not, or no longer, major
 */
public record MajorSource(
    long id,
    long enterpriseId,
    String enterpriseName,
    DivisionCode division,
    String sector,
    String name,
    @Nullable Integer level,
    long gradingId) {

  static final String SUBJECT = "filings.source";

  Subject subject() {
    return new Subject(SUBJECT, Long.toString(id), division, enterpriseId);
  }

  public Owner owner(String subject, String subjectId) {
    return new Owner(subject, subjectId, division, enterpriseId, sector);
  }

  public String title() {
    return enterpriseName + " " + name;
  }
}
