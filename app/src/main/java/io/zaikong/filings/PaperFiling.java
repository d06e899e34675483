package io.zaikong.filings;

import io.zaikong.shell.Outcome.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate on paper says of a filing (原备案告知书), as it is typed or stands in a workbook.
 *
 * @param number as on the paper
 * @param certifiedOn the day of the paper
 * @param agency that received the filing
 * @param assessedOn when the assessment was completed on which it rests
 * @param level at that time
 * @param quantitativeDone whether the assessment had a quantitative part
 */
public record PaperFiling(
    String number,
    @Nullable LocalDate certifiedOn,
    String agency,
    @Nullable LocalDate filedOn,
    @Nullable LocalDate assessedOn,
    @Nullable Integer level,
    boolean quantitativeDone) {

  private static final int LONGEST = 60;
  private static final String ARTICLE_23 = "40号令第二十三条";

  public PaperFiling {
    number = number.strip();
    agency = agency.strip();
  }

  /**
   * What cannot be, by the paper alone.
   *
   * @param latest day of the last filing that is known of the source; null when none is
   */
  Optional<Refused<Filing>> findFault(LocalDate today, @Nullable LocalDate latest) {
    if (number.isEmpty() || number.length() > LONGEST) {
      return refuse("", "number", "filings.text.required", Integer.toString(LONGEST));
    }
    if (agency.isEmpty() || agency.length() > LONGEST) {
      return refuse(ARTICLE_23, "agency", "filings.text.required", Integer.toString(LONGEST));
    }
    if (filedOn == null || filedOn.isAfter(today)) {
      return refuse(ARTICLE_23, "filedOn", "filings.day.past");
    }
    if (certifiedOn == null || certifiedOn.isAfter(today) || certifiedOn.isBefore(filedOn)) {
      return refuse(ARTICLE_23, "certifiedOn", "filings.paper.certified", filedOn.toString());
    }
    if (assessedOn == null || assessedOn.isAfter(filedOn)) {
      return refuse(ARTICLE_23, "assessedOn", "filings.paper.assessed", filedOn.toString());
    }
    if (level == null || level < 1 || level > 4) {
      return refuse("40号令第八条", "level", "filings.paper.level");
    }
    return latest != null && !filedOn.isAfter(latest)
        ? refuse(ARTICLE_23, "filedOn", "filings.paper.order", latest.toString())
        : Optional.empty();
  }

  private static Optional<Refused<Filing>> refuse(
      String clause, String field, String reason, String... parameters) {
    return Optional.of(new Refused<>(reason, List.of(parameters), field, clause));
  }
}
