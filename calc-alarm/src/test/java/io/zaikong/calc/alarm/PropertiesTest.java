package io.zaikong.calc.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.calc.alarm.Input.Change;
import io.zaikong.calc.alarm.Input.Sample;
import io.zaikong.calc.alarm.Input.Tick;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random streams against a naive reference; {@code -Dzaikong.cases} sets how many, {@code
 * -Dzaikong.seed} from which on.
 */
class PropertiesTest {

  private static final int CASES = Integer.getInteger("zaikong.cases", 3_000);
  private static final long FIRST = Long.getLong("zaikong.seed", 1);
  private static final int SENSORS = 3;

  /** What an evaluator told, input by input. */
  private static final class Run {
    private final List<AlarmEvent> events = new ArrayList<>();
    private final SensorStates states;
    private final AlarmEvaluator evaluator;

    Run(SensorStates states) {
      this.states = states;
      this.evaluator = new AlarmEvaluator(states, events::add);
    }

    Run(List<AlarmLimits> limits) {
      this(new SensorStates(1));
      limits.forEach(states::add);
    }

    List<AlarmEvent> next(Input input, List<Reception> receptions) {
      events.clear();
      switch (input) {
        case Sample s ->
            receptions.add(evaluator.accept(s.sensor(), s.sampleMs(), s.nowMs(), s.value()));
        case Tick t -> evaluator.advance(t.nowMs());
        case Change c -> evaluator.change(c.sensor(), c.limits(), c.nowMs());
      }
      return List.copyOf(events);
    }

    byte[] state() {
      return states.snapshot(0, states.size());
    }
  }

  private static List<AlarmLimits> limits(Streams streams) {
    List<AlarmLimits> limits = new ArrayList<>();
    for (int i = 0; i < SENSORS; i++) {
      limits.add(streams.limits());
    }
    return limits;
  }

  @Test
  void eventsAndStateAreThoseOfTheNaiveReference() {
    int told = 0;
    for (long seed = FIRST; seed < FIRST + CASES; seed++) {
      Random random = new Random(seed);
      Streams streams = new Streams(random, SENSORS);
      List<AlarmLimits> limits = limits(streams);
      List<Input> inputs = streams.draw(20 + random.nextInt(200));
      List<NaiveSensor> naive = new ArrayList<>();
      for (int i = 0; i < SENSORS; i++) {
        naive.add(new NaiveSensor(i, limits.get(i), inputs));
      }
      Run run = new Run(limits);
      List<List<Reception>> receptions =
          List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < inputs.size(); i++) {
        Input input = inputs.get(i);
        int of = input instanceof Sample s ? s.sensor() : 0;
        List<AlarmEvent> expected = new ArrayList<>();
        for (NaiveSensor sensor : naive) {
          expected.addAll(sensor.events(i));
        }
        List<AlarmEvent> actual = run.next(input, receptions.get(of));
        told += actual.size();
        assertThat(actual).as("seed %d, input %d: %s", seed, i, input).isEqualTo(expected);
      }
      for (int i = 0; i < SENSORS; i++) {
        assertThat(receptions.get(i)).as("seed %d", seed).isEqualTo(naive.get(i).receptions);
        assertThat((Double) run.states.value(i))
            .as("seed %d", seed)
            .isEqualTo((Double) naive.get(i).value());
        assertThat(run.states.newestMs(i)).as("seed %d", seed).isEqualTo(naive.get(i).newestMs());
        assertThat(run.states.arrivalMs(i)).as("seed %d", seed).isEqualTo(naive.get(i).arrivalMs());
        for (AlarmCondition c : AlarmCondition.values()) {
          assertThat(run.states.isActive(i, c))
              .as("seed %d, %s of %d", seed, c, i)
              .isEqualTo(naive.get(i).isActive(c));
        }
      }
    }
    assertThat(told).as("events at all").isGreaterThan(CASES * 10);
  }

  @Test
  void aSnapshotAndWhatFollowsGiveTheSameAsNoSnapshot() {
    for (long seed = FIRST; seed < FIRST + CASES; seed++) {
      Random random = new Random(seed);
      Streams streams = new Streams(random, SENSORS);
      List<AlarmLimits> limits = limits(streams);
      List<Input> inputs = streams.draw(20 + random.nextInt(200));
      int stop = random.nextInt(inputs.size());
      int cut = random.nextInt(SENSORS + 1);
      Run without = new Run(limits);
      for (Input input : inputs.subList(0, stop)) {
        without.next(input, new ArrayList<>());
      }
      // into states that went another way
      Run with = new Run(limits.subList(0, random.nextInt(SENSORS)));
      for (Input input : inputs) {
        if (input instanceof Sample sample && sample.sensor() < with.states.size()) {
          with.next(input, new ArrayList<>());
        }
      }
      with.states.restore(without.states.snapshot(cut, SENSORS));
      with.states.restore(without.states.snapshot(0, cut));
      assertThat(with.state()).as("seed %d", seed).isEqualTo(without.state());
      for (Input input : inputs.subList(stop, inputs.size())) {
        List<Reception> one = new ArrayList<>();
        List<Reception> other = new ArrayList<>();
        assertThat(with.next(input, one))
            .as("seed %d, %s", seed, input)
            .isEqualTo(without.next(input, other));
        assertThat(one).as("seed %d, %s", seed, input).isEqualTo(other);
      }
      assertThat(with.state()).as("seed %d", seed).isEqualTo(without.state());
    }
  }

  @Test
  void highStaysWhileHighHighIsAndLowWhileLowLowIs() {
    int outer = 0;
    for (long seed = FIRST; seed < FIRST + CASES; seed++) {
      Random random = new Random(seed);
      Streams streams = new Streams(random, SENSORS);
      List<AlarmLimits> limits = limits(streams);
      Run run = new Run(limits);
      Set<String> active = new HashSet<>();
      for (Input input : streams.draw(200)) {
        // other limits may bring an inner limit in while the outer one is exceeded
        List<AlarmEvent> events =
            input instanceof Change ? List.of() : run.next(input, new ArrayList<>());
        for (AlarmEvent e : events) {
          switch (e.kind()) {
            case RAISED -> active.add(e.sensor() + e.condition().name());
            case CLEARED -> active.remove(e.sensor() + e.condition().name());
            case RETROSPECTIVE -> {}
          }
          AlarmLimits l = limits.get(e.sensor());
          for (String side : List.of("HIGH", "LOW")) {
            double inner = side.equals("HIGH") ? l.high() : l.low();
            boolean isOuter = active.contains(e.sensor() + side + "_" + side);
            outer += isOuter ? 1 : 0;
            assertThat(!isOuter || Double.isNaN(inner) || active.contains(e.sensor() + side))
                .as("seed %d, %s", seed, e)
                .isTrue();
          }
        }
      }
    }
    assertThat(outer).isGreaterThan(CASES);
  }

  @Test
  void whateverIsSentAnAnswerComesBack() {
    for (long seed = FIRST; seed < FIRST + CASES; seed++) {
      Random random = new Random(seed);
      Run run = new Run(List.of(new Streams(random, 1).limits(), AlarmLimits.NONE));
      for (int i = 0; i < 200; i++) {
        double any = Double.longBitsToDouble(random.nextLong());
        double small = random.nextInt(30) - 15;
        Sample sample =
            new Sample(
                i & 1,
                random.nextLong() >>> random.nextInt(64),
                random.nextLong() >>> random.nextInt(64),
                random.nextBoolean() ? any : small);
        List<Reception> receptions = new ArrayList<>();
        run.next(sample, receptions);
        run.next(new Tick(random.nextLong() >>> (17 + random.nextInt(47))), receptions);
        assertThat(receptions).as("seed %d, %s", seed, sample).hasSize(1);
      }
      SensorStates restored = new SensorStates(2);
      restored.restore(run.state());
      assertThat(restored.snapshot(0, 2)).as("seed %d", seed).isEqualTo(run.state());
    }
  }
}
