package io.zaikong.calc.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One sensor under its limits; what it told is read as lines. Arrivals are as late as the samples.
 */
final class Watched {

  final SensorStates states = new SensorStates(1);
  private final List<AlarmEvent> events = new ArrayList<>();
  private final AlarmEvaluator evaluator = new AlarmEvaluator(states, events::add);
  private final int sensor;

  Watched(AlarmLimits limits) {
    sensor = states.add(limits);
  }

  Reception sample(long ms, double value) {
    return sample(ms, ms, value);
  }

  Reception sample(long ms, long arrivalMs, double value) {
    return evaluator.accept(sensor, ms, arrivalMs, value);
  }

  void advance(long nowMs) {
    evaluator.advance(nowMs);
  }

  void change(AlarmLimits limits, long nowMs) {
    evaluator.change(sensor, limits, nowMs);
  }

  boolean isActive(AlarmCondition condition) {
    return states.isActive(sensor, condition);
  }

  /** What was told since the last call: kind, condition, begin, since when it counts, value. */
  List<String> told() {
    List<String> lines =
        events.stream()
            .map(
                e ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %d %d %s",
                        e.kind(),
                        e.condition(),
                        e.beganMs(),
                        e.atMs(),
                        e.value()))
            .toList();
    events.clear();
    return lines;
  }
}
