package io.zaikong.documents;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document as it was issued, without its bytes. */
public record IssuedDocument(
    long id,
    String number,
    String kind,
    String title,
    String subject,
    String subjectId,
    DivisionCode division,
    @Nullable Long enterpriseId,
    String sha256,
    Instant issuedAt,
    String issuedBy) {

  /** The name under which it is downloaded. */
  public String fileName() {
    return FileNames.clean(number + " " + title + ".pdf");
  }
}
