package io.zaikong.telemetry.web;

import io.zaikong.hazards.Sources;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Words;
import io.zaikong.telemetry.Sensor;
import io.zaikong.telemetry.SensorFilter;
import io.zaikong.telemetry.Sensors;

/** The sensors of a source, on its page; two statements. */
final class SensorsOfSource implements Sources.Records {

  private static final int SHOWN = 20;

  private final Sensors sensors;

  SensorsOfSource(Sensors sensors) {
    this.sensors = sensors;
  }

  @Override
  public Group list(long sourceId, Words words) {
    Rows<Sensor> page = sensors.page(SensorFilter.ofSource(sourceId), 0, SHOWN);
    return new Group(
        "telemetry.sensors",
        "/telemetry/sensors?source=" + sourceId,
        page.total(),
        page.items().stream()
            .map(
                s ->
                    new Line(
                        s.tag() + " " + s.name(),
                        "/telemetry/sensors/" + s.id(),
                        words.text(s.kind().textKey())
                            + " "
                            + s.unit()
                            + "  "
                            + SensorOptions.summary(s.limits(), words),
                        SensorOptions.tone(s.state()),
                        "telemetry.state." + s.state()))
            .toList());
  }
}
