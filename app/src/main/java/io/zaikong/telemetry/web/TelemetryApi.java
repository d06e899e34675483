package io.zaikong.telemetry.web;

import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import io.zaikong.telemetry.Gateway;
import io.zaikong.telemetry.GatewayFilter;
import io.zaikong.telemetry.GatewayRegister;
import io.zaikong.telemetry.LimitChanges;
import io.zaikong.telemetry.LimitVersion;
import io.zaikong.telemetry.Sensor;
import io.zaikong.telemetry.Sensor.StateChange;
import io.zaikong.telemetry.SensorFilter;
import io.zaikong.telemetry.SensorKind;
import io.zaikong.telemetry.Sensors;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gateways and sensors for programs, to read; nothing is changed by a program. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER},
    token = "telemetry:read")
class TelemetryApi {

  private final GatewayRegister gateways;
  private final Sensors sensors;
  private final LimitChanges limits;

  TelemetryApi(GatewayRegister gateways, Sensors sensors, LimitChanges limits) {
    this.gateways = gateways;
    this.sensors = sensors;
    this.limits = limits;
  }

  /** A sensor with its limits and states, the latest first. */
  record SensorWithHistory(Sensor sensor, List<LimitVersion> limits, List<StateChange> states) {}

  /**
   * By place.
   *
   * @param state without one those in use
   * @param from first day of registration, in Asia/Shanghai; {@code to} the last
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/gateways")
  Slice<Gateway> listGateways(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) Gateway.@Nullable State state,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    GatewayFilter filter =
        new GatewayFilter(Slice.division(division).orElse(null), state, enterprise, text, from, to);
    return Slice.of(page, size, (offset, limit) -> gateways.page(filter, offset, limit));
  }

  /** 404 also for a gateway that the account does not see. */
  @GetMapping("/gateways/{id}")
  Gateway showGateway(@PathVariable long id) {
    return gateways.find(id).orElseThrow(Slice::notFound);
  }

  /**
   * By place.
   *
   * @param state without one those that are not stopped
   * @param proposed whether only those whose limits wait for a second person
   * @param from first day of registration, in Asia/Shanghai; {@code to} the last
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/sensors")
  Slice<Sensor> listSensors(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable SensorKind kind,
      @RequestParam(required = false) Sensor.@Nullable State state,
      @RequestParam(required = false) @Nullable Long source,
      @RequestParam(required = false) @Nullable Long gateway,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(defaultValue = "false") boolean proposed,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    SensorFilter filter =
        new SensorFilter(
            Slice.division(division).orElse(null),
            kind,
            state,
            source,
            gateway,
            enterprise,
            proposed,
            text,
            from,
            to);
    return Slice.of(page, size, (offset, limit) -> sensors.page(filter, offset, limit));
  }

  /** 404 also for a sensor that the account does not see. */
  @GetMapping("/sensors/{id}")
  SensorWithHistory showSensor(@PathVariable long id) {
    Sensor sensor = sensors.find(id).orElseThrow(Slice::notFound);
    return new SensorWithHistory(sensor, limits.list(id), sensors.listStates(id));
  }
}
