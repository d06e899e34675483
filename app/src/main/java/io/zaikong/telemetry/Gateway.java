package io.zaikong.telemetry;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device of an enterprise that sends the readings of its sensors (采集网关).
 *
 * @param sensors how many it has that are not stopped
 * @param lastContactAt null before its first
 * @param clockSkewMs how far its clock is ahead of the server's; null when not known
 */
public record Gateway(
    long id,
    long enterpriseId,
    String enterpriseName,
    DivisionCode division,
    String name,
    String note,
    State state,
    String stateReason,
    Instant stateAt,
    long sensors,
    @Nullable Instant lastContactAt,
    @Nullable Long clockSkewMs,
    Instant createdAt) {

  static final String SUBJECT = "telemetry.gateway";

  /** Whether its readings are taken. */
  public enum State {
    IN_USE,
    STOPPED
  }

  /** By what it names itself beside its password. */
  public String username() {
    return "gw-" + id;
  }

  public boolean isStopped() {
    return state == State.STOPPED;
  }
}
