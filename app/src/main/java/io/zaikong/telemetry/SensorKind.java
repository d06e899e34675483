package io.zaikong.telemetry;

import java.util.List;

/** What a sensor measures (测点类型), with the units in which it may; the first is proposed. */
public enum SensorKind {
  COMBUSTIBLE_GAS("%LEL", "LEL·m"),
  TOXIC_GAS("mg/m³", "ppm"),
  OXYGEN("%VOL"),
  TEMPERATURE("℃"),
  PRESSURE("MPa", "kPa"),
  LEVEL("m", "%"),
  FLOW("m³/h", "t/h", "kg/h"),
  WIND_SPEED("m/s"),
  WIND_DIRECTION("°"),
  DISPLACEMENT("mm"),
  PHREATIC_LINE("m"),
  RAINFALL("mm"),
  /** Whether a picture is there; nothing is measured, so there are no limits but being off line. */
  VIDEO(),
  OTHER();

  private final List<String> units;

  SensorKind(String... units) {
    this.units = List.of(units);
  }

  /** Empty where there is none, or any. */
  public List<String> units() {
    return units;
  }

  public boolean isMeasured() {
    return this != VIDEO;
  }

  boolean takes(String unit) {
    return switch (this) {
      case VIDEO -> unit.isEmpty();
      case OTHER -> true;
      default -> units.contains(unit);
    };
  }

  public String textKey() {
    return "telemetry.kind." + name();
  }
}
