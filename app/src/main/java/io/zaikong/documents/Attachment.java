package io.zaikong.documents;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a record, without its bytes.
 *
 * @param removal null while it stands; a removed one is kept and still opens
 */
public record Attachment(
    long id,
    String subject,
    String subjectId,
    DivisionCode division,
    @Nullable Long enterpriseId,
    String purpose,
    String name,
    FileType type,
    long sizeByte,
    String sha256,
    Instant uploadedAt,
    long uploadedBy,
    String uploadedByName,
    @Nullable Removal removal) {

  public record Removal(Instant at, String by, String reason) {}

  /** Kilobytes, at least 1, as a list shows it. */
  public long sizeKb() {
    return Math.ceilDiv(sizeByte, 1024);
  }
}
