package io.zaikong.calc.alarm;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Samples that are older than the newest of their sensor, as a gateway fills in what it could not
 * send: each ascending stretch is judged like live samples, but changes no live state. What the
 * live judgement knows already is not told again.
 */
final class LateRuns {

  private static final int LIMITS = AlarmCondition.LIMITS;

  /** Time of the last sample of the stretch; −1 before any. */
  long[] lastMs = {};

  double[] value = {};

  /** Newest live sample when the stretch began: what is later belongs to another gap. */
  long[] boundMs = {};

  /** A bit for each limit whose delay runs, and four bits on for each that was reported. */
  byte[] runs = {};

  /** A cell for each limit. */
  long[] beganMs = {};

  void grow(int capacity) {
    int known = lastMs.length;
    lastMs = Arrays.copyOf(lastMs, capacity);
    value = Arrays.copyOf(value, capacity);
    boundMs = Arrays.copyOf(boundMs, capacity);
    runs = Arrays.copyOf(runs, capacity);
    beganMs = Arrays.copyOf(beganMs, capacity * LIMITS);
    Arrays.fill(lastMs, known, capacity, -1);
  }

  void forget(int sensor) {
    lastMs[sensor] = -1;
    value[sensor] = 0;
    boundMs[sensor] = 0;
    runs[sensor] = 0;
  }

  Reception accept(
      SensorStates states,
      int sensor,
      long ms,
      double sample,
      Consumer<? super AlarmEvent> events) {
    AlarmLimits limits = states.limits(sensor);
    if (ms == lastMs[sensor]) {
      return sample == value[sensor] ? Reception.DUPLICATE : Reception.CONFLICT;
    }
    if (limits.isOutOfRange(sample)) {
      return Reception.LATE;
    }
    if (ms < lastMs[sensor] || lastMs[sensor] < 0 || ms > boundMs[sensor]) {
      runs[sensor] = 0;
      boundMs[sensor] = states.newestMs(sensor);
    }
    report(sensor, ms, limits, events);
    for (int limit = 0; limit < LIMITS; limit++) {
      judge(states.episodes, sensor, limit, ms, sample, limits);
    }
    lastMs[sensor] = ms;
    value[sensor] = sample;
    report(sensor, ms, limits, events);
    return Reception.LATE;
  }

  /** Whether a run beyond that limit goes on, reported or not yet. */
  boolean isRun(int sensor, int limit) {
    return (runs[sensor] & either(limit)) != 0;
  }

  private static int either(int limit) {
    return (1 << limit) | (1 << (limit + LIMITS));
  }

  private void judge(
      Episodes live, int sensor, int limit, long ms, double sample, AlarmLimits limits) {
    if (isRun(sensor, limit)) {
      if (limits.isBack(limit, sample)) {
        runs[sensor] &= (byte) ~either(limit);
      }
    } else if (limits.isBeyond(limit, sample) && !live.covers(Episodes.cell(sensor, limit), ms)) {
      runs[sensor] |= (byte) (1 << limit);
      beganMs[sensor * LIMITS + limit] = ms;
    }
  }

  /** Reports the runs whose delay is over by that sample time, in the order of the limits. */
  private void report(
      int sensor, long ms, AlarmLimits limits, Consumer<? super AlarmEvent> events) {
    for (int limit = 0; limit < LIMITS; limit++) {
      boolean isPending = (runs[sensor] & (1 << limit)) != 0;
      long began = beganMs[sensor * LIMITS + limit];
      if (isPending && began + limits.onDelayMs() <= ms) {
        runs[sensor] ^= (byte) either(limit);
        events.accept(
            new AlarmEvent(
                AlarmEvent.Kind.RETROSPECTIVE,
                sensor,
                AlarmCondition.at(limit),
                began,
                began + limits.onDelayMs(),
                value[sensor]));
      }
    }
  }
}
