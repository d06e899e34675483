package io.zaikong.telemetry.web;

import io.zaikong.figures.Figure;
import io.zaikong.figures.Figure.Dimension;
import io.zaikong.figures.Figure.Kind;
import io.zaikong.figures.FigureSource;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Tone;
import io.zaikong.telemetry.SensorKind;
import io.zaikong.telemetry.Sensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many gateways are in use, and how many sensors are not stopped. */
final class TelemetryFigures implements FigureSource {

  private static final String KIND = "kind";
  private static final Figure GATEWAYS =
      figure("telemetry.gateways", 60, "telemetry.unit.gateway", List.of(), "gateways");
  private static final Figure SENSORS =
      figure(
          "telemetry.sensors",
          61,
          "telemetry.unit.sensor",
          List.of(
              new Dimension(
                  KIND, Arrays.stream(SensorKind.values()).map(Enum::name).toList(), false)),
          "sensors");

  private final Sensors sensors;

  TelemetryFigures(Sensors sensors) {
    this.sensors = sensors;
  }

  private static Figure figure(
      String name, int order, String unit, List<Dimension> dimensions, String records) {
    return new Figure(
        name,
        Kind.COUNT,
        unit,
        "telemetry.registered_on",
        order,
        dimensions,
        "/telemetry/" + records,
        "/api/v1/" + records,
        Tone.NEUTRAL);
  }

  @Override
  public List<Figure> figures() {
    return List.of(GATEWAYS, SENSORS);
  }

  @Override
  public List<Tally> tally(Question question) {
    return sensors
        .countBy(question.division(), question.codeDigits(), question.from(), question.to())
        .stream()
        .map(
            count ->
                count.kind().isEmpty()
                    ? new Tally(GATEWAYS.name(), count.code(), Map.of(), count.number())
                    : new Tally(
                        SENSORS.name(),
                        count.code(),
                        Map.of(KIND, count.kind().get().name()),
                        count.number()))
        .toList();
  }

  @Override
  public Map<String, String> fields(Figure figure, Map<String, String> own) {
    return own;
  }

  /** How far an enterprise is watched is not published. */
  @Override
  public OptionalLong findWhole(Figure figure, DivisionCode city) {
    return OptionalLong.empty();
  }
}
