package io.zaikong.telemetry;

import java.time.Instant;

/**
 * What was wrong with something that a gateway sent.
 *
 * @param what a word of {@code telemetry.error.*}
 * @param tag of the sensor; empty when it is about the message
 * @param excerpt of what was sent, shortened
 */
public record GatewayError(long id, Instant at, String what, String tag, String excerpt) {

  private static final int SHOWN = 500;

  public GatewayError {
    // PostgreSQL holds no NUL, and what was sent may hold anything
    tag = shortened(tag.replace("\0", ""));
    excerpt = shortened(excerpt.replace("\0", ""));
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
