package io.zaikong.telemetry;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place at a hazard source where something is measured (测点). The id is what readings carry.
 *
 * @param tag as on the plant's drawings (位号), unique within the gateway
 * @param unit of its readings and limits; empty for a picture
 * @param cas of the medium; empty when it has none or is not known
 * @param stateUntil of maintenance only
 * @param limits those that stand
 * @param proposed whether other limits wait for a second person
 */
public record Sensor(
    long id,
    long gatewayId,
    String gatewayName,
    long sourceId,
    String sourceName,
    long enterpriseId,
    String enterpriseName,
    String creditCode,
    DivisionCode division,
    String tag,
    String name,
    SensorKind kind,
    String unit,
    String medium,
    String cas,
    State state,
    Instant stateFrom,
    @Nullable Instant stateUntil,
    String stateReason,
    Limits limits,
    boolean proposed,
    Instant createdAt) {

  static final String SUBJECT = "telemetry.sensor";

  /** How it stands at the moment of asking; maintenance ends by itself. */
  public enum State {
    IN_USE,
    MAINTENANCE,
    STOPPED
  }

  /** A state that was declared. */
  public record StateChange(
      State state,
      Instant from,
      @Nullable Instant until,
      String reason,
      Instant recordedAt,
      String recordedBy) {}

  public boolean isStopped() {
    return state == State.STOPPED;
  }
}
