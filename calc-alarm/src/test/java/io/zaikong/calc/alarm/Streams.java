package io.zaikong.calc.alarm;

import io.zaikong.calc.alarm.Input.Change;
import io.zaikong.calc.alarm.Input.Sample;
import io.zaikong.calc.alarm.Input.Tick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Random limits and streams on a small grid, so that values meet limits and times meet delays:
 * duplicates, disorder, gaps, back-fills, resends, faults and changes of limits.
 */
final class Streams {

  private static final long BEGIN_MS = 1_000_000;

  private final Random random;
  private final int sensors;
  private final long[] clockMs;
  private final double[] level;
  private final List<Input> inputs = new ArrayList<>();
  private long nowMs = BEGIN_MS;

  Streams(Random random, int sensors) {
    this.random = random;
    this.sensors = sensors;
    this.clockMs = new long[sensors];
    this.level = new double[sensors];
    Arrays.fill(clockMs, BEGIN_MS);
  }

  AlarmLimits limits() {
    double no = Double.NaN;
    double high = 4 + random.nextInt(2);
    double low = -4 - random.nextInt(2);
    AlarmLimits limits =
        AlarmLimits.NONE
            .withHigh(chance(5) ? no : high, chance(3) ? no : high + random.nextInt(4))
            .withLow(chance(3) ? low - random.nextInt(4) : no, chance(3) ? low : no);
    boolean same = limits.high() == limits.highHigh() || limits.low() == limits.lowLow();
    boolean apart = limits.highHigh() - high == 1 || low - limits.lowLow() == 1;
    limits =
        limits.withHysteresis(same || apart ? random.nextInt(2) / 2.0 : random.nextInt(3) / 2.0);
    limits = limits.withDelays(10L * random.nextInt(4), 10L * random.nextInt(4));
    limits = chance(2) ? limits.withRange(-9, 9) : limits;
    limits = chance(3) ? limits.withRate(6_000L * (1 + random.nextInt(4))) : limits;
    limits = chance(3) ? limits.withStuck(20L + 10 * random.nextInt(4)) : limits;
    return chance(3) ? limits : limits.withOffline(30L + 10 * random.nextInt(5));
  }

  List<Input> draw(int length) {
    while (inputs.size() < length) {
      int sensor = random.nextInt(sensors);
      switch (random.nextInt(20)) {
        case 0, 1 -> tick();
        case 2 -> inputs.add(new Change(sensor, limits(), nowMs));
        case 3 -> resend(1 + random.nextInt(8));
        case 4 -> backFill(sensor);
        case 5 -> send(sensor, clockMs[sensor] - 5L * random.nextInt(20), fault());
        case 6 -> send(sensor, clockMs[sensor], level[sensor] + random.nextInt(2));
        case 7 -> send(sensor, -1 - random.nextInt(9), value(sensor));
        // at times the server's clock is set back a little
        case 8 -> nowMs += 10L * (random.nextInt(10) - 2);
        default -> live(sensor);
      }
    }
    return inputs;
  }

  private void live(int sensor) {
    nowMs += 5L * random.nextInt(3);
    clockMs[sensor] = Math.max(clockMs[sensor] + 5, nowMs - 5L * random.nextInt(6));
    send(sensor, clockMs[sensor], value(sensor));
  }

  private void tick() {
    nowMs += 5L * random.nextInt(10);
    inputs.add(new Tick(nowMs));
  }

  /** What was sent before comes again, once more in its order. */
  private void resend(int many) {
    List<Sample> sent =
        inputs.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
    if (!sent.isEmpty()) {
      int from = random.nextInt(sent.size());
      for (Sample s : sent.subList(from, Math.min(sent.size(), from + many))) {
        inputs.add(new Sample(s.sensor(), s.sampleMs(), nowMs, s.value()));
      }
    }
  }

  private void backFill(int sensor) {
    long ms = clockMs[sensor] - 5L * random.nextInt(60);
    for (int i = random.nextInt(10); i > 0; i--) {
      ms += 5L * (1 + random.nextInt(3));
      send(sensor, ms, value(sensor));
      if (chance(3)) {
        live(sensor);
      }
    }
  }

  private void send(int sensor, long sampleMs, double value) {
    clockMs[sensor] = Math.max(clockMs[sensor], sampleMs);
    inputs.add(new Sample(sensor, sampleMs, nowMs, value));
  }

  /** Wanders, jumps at times, and stays at times. */
  private double value(int sensor) {
    if (chance(8)) {
      level[sensor] = random.nextInt(23) - 11;
    } else if (!chance(3)) {
      level[sensor] += (random.nextInt(5) - 2) / 2.0;
    }
    return level[sensor];
  }

  private double fault() {
    double[] faults = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 9.5, -12};
    return faults[random.nextInt(faults.length)];
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
