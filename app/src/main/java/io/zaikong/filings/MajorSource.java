package io.zaikong.filings;

import io.zaikong.documents.Owner;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A hazard source as filings see it.
 *
 * @param level of the standing result; null when it is not, or no longer, major, or not known
 * @param gradingId the standing result; null while it cannot be judged
 * @param incomplete whether something is missing, so that it cannot be judged (待补全)
 */
public record MajorSource(
    long id,
    long enterpriseId,
    String enterpriseName,
    DivisionCode division,
    String name,
    @Nullable Integer level,
    @Nullable Long gradingId,
    boolean incomplete) {

  static final String SUBJECT = "filings.source";

  /** Whether it is known not to be major. */
  public boolean isHarmless() {
    return level == null && !incomplete;
  }

  /** Why nothing is filed or assessed of what is not major; of the other the text says why. */
  String notMajorKey() {
    return incomplete ? "filings.incomplete" : "filings.not_major";
  }

  Subject subject() {
    return new Subject(SUBJECT, Long.toString(id), division, enterpriseId);
  }

  public Owner owner(String subject, String subjectId) {
    return new Owner(subject, subjectId, division, enterpriseId);
  }

  public String title() {
    return enterpriseName + " " + name;
  }
}
