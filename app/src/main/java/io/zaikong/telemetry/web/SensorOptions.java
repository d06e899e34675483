package io.zaikong.telemetry.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.shell.Page;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import io.zaikong.telemetry.Gateway;
import io.zaikong.telemetry.LimitField;
import io.zaikong.telemetry.LimitRules;
import io.zaikong.telemetry.LimitVersion;
import io.zaikong.telemetry.Limits;
import io.zaikong.telemetry.Sensor;
import io.zaikong.telemetry.SensorKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What gateways and sensors can be filtered by, and their words. */
public final class SensorOptions {

  private SensorOptions() {}

  public static Map<String, String> kinds(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (SensorKind kind : SensorKind.values()) {
      options.put(kind.name(), page.text(kind.textKey()));
    }
    return options;
  }

  public static Map<String, String> units(SensorKind kind) {
    Map<String, String> options = new LinkedHashMap<>();
    kind.units().forEach(unit -> options.put(unit, unit));
    return options;
  }

  /** The media of which a standard knows a value. */
  public static Map<String, String> media() {
    return LimitRules.current().media();
  }

  public static Map<String, String> states(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Sensor.State state : Sensor.State.values()) {
      options.put(state.name(), page.text("telemetry.state." + state));
    }
    return options;
  }

  public static Map<String, String> gatewayStates(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Gateway.State state : Gateway.State.values()) {
      options.put(state.name(), page.text("telemetry.state." + state));
    }
    return options;
  }

  static Map<String, String> sources(List<HazardSource> sources) {
    Map<String, String> options = new LinkedHashMap<>();
    sources.stream()
        .filter(s -> !s.isRemoved())
        .forEach(s -> options.put(Long.toString(s.id()), s.name()));
    return options;
  }

  public static Tone tone(Sensor.State state) {
    return switch (state) {
      case IN_USE -> Tone.GOOD;
      case MAINTENANCE -> Tone.WARNING;
      case STOPPED -> Tone.QUIET;
    };
  }

  public static Tone tone(Gateway.State state) {
    return state == Gateway.State.IN_USE ? Tone.GOOD : Tone.QUIET;
  }

  public static Tone tone(LimitVersion.State state) {
    return switch (state) {
      case STANDING -> Tone.GOOD;
      case PROPOSED -> Tone.WARNING;
      case REFUSED -> Tone.BAD;
      case SUPERSEDED, WITHDRAWN -> Tone.QUIET;
    };
  }

  /** A field with the unit of its value. */
  public static String label(LimitField field, String unit, Words words) {
    String label = words.text(field.textKey());
    if (field.isWhole() || unit.isEmpty()) {
      return label;
    }
    return words.text("telemetry.limit.unit", label, unit);
  }

  /** The four limits that are set, the lowest first. */
  public static String summary(Limits limits, Words words) {
    return limits.values().entrySet().stream()
        .filter(e -> e.getKey().isLimit())
        .map(e -> words.text(e.getKey().textKey() + ".short") + " " + e.getValue().toPlainString())
        .collect(Collectors.joining("  "));
  }

  /** The fields of a kind. */
  public static List<LimitField> fields(SensorKind kind) {
    return Arrays.stream(LimitField.values())
        .filter(f -> kind.isMeasured() || !f.isMeasured())
        .filter(f -> f != LimitField.IDLH || kind == SensorKind.TOXIC_GAS)
        .toList();
  }

  static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
