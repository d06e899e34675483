package io.zaikong.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a gateway is known; never the secret itself.
 *
 * @param sha256 in hexadecimal, of a certificate only; empty otherwise
 * @param name subject of a certificate; empty otherwise
 * @param validUntil of a certificate only
 */
public record Credential(
    long id,
    Kind kind,
    String sha256,
    String name,
    @Nullable Instant validUntil,
    Instant madeAt,
    String madeBy,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {

  /** One of each at a time. */
  public enum Kind {
    PASSWORD,
    TOKEN,
    CERTIFICATE
  }

  public boolean isOpen() {
    return withdrawnAt == null;
  }
}
