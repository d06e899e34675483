package io.zaikong.calc.alarm;

/** What can happen to a sensor. */
sealed interface Input {

  long nowMs();

  /** Sent at {@code sampleMs} by the gateway's clock, arrived at {@code nowMs} by the server's. */
  record Sample(int sensor, long sampleMs, long nowMs, double value) implements Input {}

  /** To all sensors. */
  record Tick(long nowMs) implements Input {}

  record Change(int sensor, AlarmLimits limits, long nowMs) implements Input {}

  /** Whether that sensor is concerned. */
  default boolean concerns(int sensor) {
    return switch (this) {
      case Sample s -> s.sensor() == sensor;
      case Change c -> c.sensor() == sensor;
      case Tick t -> true;
    };
  }
}
