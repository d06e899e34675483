package io.zaikong.telemetry;

import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which gateways to show; null means all, but of the states those in use.
 *
 * @param text part of the gateway's or the enterprise's name
 * @param from first day of registration, in Asia/Shanghai; {@code to} the last
 */
public record GatewayFilter(
    @Nullable DivisionCode division,
    Gateway.@Nullable State state,
    @Nullable Long enterpriseId,
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** Those of an enterprise that are in use. */
  public static GatewayFilter of(long enterpriseId) {
    return new GatewayFilter(null, null, enterpriseId, null, null, null);
  }

  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("state", (state == null ? Gateway.State.IN_USE : state).name());
    parameters.put("enterprise", enterpriseId);
    parameters.put("text", text);
    parameters.put("from", from == null ? null : SensorFilter.startOf(from));
    parameters.put("until", to == null ? null : SensorFilter.startOf(to.plusDays(1)));
    return parameters;
  }
}
