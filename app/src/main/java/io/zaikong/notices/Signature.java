package io.zaikong.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a message to the gateway, or a receipt from it, comes from a holder of the secret:
 * {@code v1=} and the lower-case hex of HMAC-SHA256 over the timestamp (Unix seconds), a full stop
 * and the body.
 */
final class Signature {

  static final String TIMESTAMP = "Zaikong-Timestamp";
  static final String SIGNATURE = "Zaikong-Signature";

  /** How far the clocks of the two may be apart; a copy that is sent later counts no more. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private Signature() {}

  static String of(String secret, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isValid(
      String secret, String timestamp, String signature, byte[] body, Instant now) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    long seconds = Long.parseLong(timestamp);
    boolean isFresh = Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    byte[] wanted = of(secret, seconds, body).getBytes(StandardCharsets.US_ASCII);
    return isFresh && MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8));
  }
}
