package io.zaikong.bench;

import io.zaikong.calc.alarm.AlarmEvaluator;
import io.zaikong.calc.alarm.AlarmLimits;
import io.zaikong.calc.alarm.Reception;
import io.zaikong.calc.alarm.SensorStates;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Samples judged a second on one thread: 440,000 sensors in random order, a sample each second of
 * sample time, one sensor in a thousand beyond a limit in a round. {@code all} judges rate and
 * stuck values too. The ticks of a second are in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AlarmBench {

  private static final int SENSORS = 440_000;
  private static final long BEGIN_MS = 1_790_000_000_000L;

  @Param({"limits", "all"})
  public String rules = "limits";

  private final SensorStates states = new SensorStates(SENSORS);
  private final int[] order = new int[SENSORS];
  private final double[] values = new double[SENSORS];
  private long events;
  private final AlarmEvaluator evaluator = new AlarmEvaluator(states, event -> events++);
  private long nowMs = BEGIN_MS;

  @Setup
  public void draw() {
    AlarmLimits limits =
        AlarmLimits.NONE
            .withRange(-100, 200)
            .withLow(0, 10)
            .withHigh(90, 100)
            .withHysteresis(1)
            .withDelays(0, 2_000)
            .withOffline(60_000);
    if (rules.equals("all")) {
      limits = limits.withRate(1e6).withStuck(3_600_000);
    }
    Random random = new Random(440_000);
    for (int i = 0; i < SENSORS; i++) {
      states.add(limits);
      order[i] = i;
      values[i] = random.nextInt(1_000) == 0 ? 95 : 20 + 60 * random.nextDouble();
    }
    for (int i = SENSORS - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int sensor = order[i];
      order[i] = order[other];
      order[other] = sensor;
    }
  }

  @Benchmark
  @OperationsPerInvocation(SENSORS)
  public long samples() {
    nowMs += 1_000;
    // each round gives a sensor another one's value: those beyond a limit change every time
    int shift = (int) (nowMs / 1_000 % SENSORS);
    int newest = 0;
    for (int i = 0; i < SENSORS; i++) {
      int of = i + shift < SENSORS ? i + shift : i + shift - SENSORS;
      Reception reception = evaluator.accept(order[i], nowMs - 200, nowMs, values[of]);
      newest += reception == Reception.NEWEST ? 1 : 0;
    }
    evaluator.advance(nowMs);
    if (newest != SENSORS) {
      throw new IllegalStateException("refused samples");
    }
    return events;
  }
}
