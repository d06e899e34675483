package io.zaikong.telemetry;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sensors to show; null means all, but of the states those that are not stopped.
 *
 * @param proposed whether only those whose limits wait for a second person
 * @param text part of the tag, the sensor's or the enterprise's name
 * @param from first day of registration, in Asia/Shanghai; {@code to} the last
 */
public record SensorFilter(
    @Nullable DivisionCode division,
    @Nullable SensorKind kind,
    Sensor.@Nullable State state,
    @Nullable Long sourceId,
    @Nullable Long gatewayId,
    @Nullable Long enterpriseId,
    boolean proposed,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public static SensorFilter within(
      @Nullable DivisionCode division, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new SensorFilter(division, null, null, null, null, null, false, null, from, to);
  }

  public static SensorFilter ofSource(long sourceId) {
    return new SensorFilter(null, null, null, sourceId, null, null, false, null, null, null);
  }

  public static SensorFilter ofGateway(long gatewayId) {
    return new SensorFilter(null, null, null, null, gatewayId, null, false, null, null, null);
  }

  public static SensorFilter ofEnterprise(long enterpriseId) {
    return new SensorFilter(null, null, null, null, null, enterpriseId, false, null, null, null);
  }

  /** What the one condition of {@link SensorStore} asks, by its names. */
  Map<String, @Nullable Object> parameters(Instant now) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("kind", kind == null ? null : kind.name());
    parameters.put("state", state == null ? null : state.name());
    parameters.put("source", sourceId);
    parameters.put("gateway", gatewayId);
    parameters.put("enterprise", enterpriseId);
    parameters.put("proposed", proposed ? true : null);
    parameters.put("text", text);
    parameters.put("from", from == null ? null : startOf(from));
    parameters.put("until", to == null ? null : startOf(to.plusDays(1)));
    parameters.put("now", now.atOffset(ZoneOffset.UTC));
    return parameters;
  }

  static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }
}
