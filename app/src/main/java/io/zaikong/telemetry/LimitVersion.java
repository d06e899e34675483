package io.zaikong.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits that stand, stood or were proposed.
 *
 * @param first those with which the sensor was registered, which need no second person
 * @param edition of the rules by which they were judged
 * @param decision null until somebody else confirmed or refused them
 */
public record LimitVersion(
    long id,
    long sensorId,
    boolean first,
    State state,
    Limits limits,
    String edition,
    String reason,
    long proposedBy,
    String proposedByName,
    Instant proposedAt,
    @Nullable Decision decision) {

  static final String SUBJECT = "telemetry.limits";

  /** How far they have come. */
  public enum State {
    PROPOSED,
    STANDING,
    SUPERSEDED,
    REFUSED,
    WITHDRAWN
  }

  /** By a second person. */
  public record Decision(String byName, Instant at, String note) {}
}
