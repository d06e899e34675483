package io.zaikong.calc.alarm;

import io.zaikong.calc.alarm.AlarmEvent.Kind;
import io.zaikong.calc.alarm.Input.Change;
import io.zaikong.calc.alarm.Input.Sample;
import io.zaikong.calc.alarm.Input.Tick;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What should be told of a sensor, worked out from the whole history of what came, one rule after
 * the other, without regard to speed.
 */
final class NaiveSensor {

  /** Of the live line: what counts as a value. */
  private record Value(long ms, double value) {}

  private final int sensor;
  private AlarmLimits limits;
  private final List<Moment> moments = new ArrayList<>();
  private final List<Noted> noted = new ArrayList<>();
  private final Map<AlarmCondition, NaiveDelays> delays = new EnumMap<>(AlarmCondition.class);
  private final List<NaiveLate.Late> late = new ArrayList<>();

  final List<Reception> receptions = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private long newestMs = -1;
  private double newest = Double.NaN;
  private double rate = Double.NaN;
  private long arrivalMs = -1;
  private long silentSinceMs = -1;
  private long stuckSinceMs = -1;
  private long stuckRuleFromMs = -1;

  NaiveSensor(int sensor, AlarmLimits limits, List<Input> inputs) {
    this.sensor = sensor;
    this.limits = limits;
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).concerns(sensor)) {
        switch (inputs.get(i)) {
          case Sample s -> receptions.add(sample(i, s));
          case Tick t -> pass(i, 1, t.nowMs());
          case Change c -> change(i, c);
        }
      }
    }
    follow(AlarmCondition.HIGH_HIGH, Optional.empty());
    follow(AlarmCondition.HIGH, Optional.of(AlarmCondition.HIGH_HIGH));
    follow(AlarmCondition.LOW_LOW, Optional.empty());
    follow(AlarmCondition.LOW, Optional.of(AlarmCondition.LOW_LOW));
    follow(AlarmCondition.RATE, Optional.empty());
    follow(AlarmCondition.OUT_OF_RANGE, Optional.empty());
    noted.addAll(new NaiveLate(sensor, late, delays).noted);
    noted.sort(Noted.ORDER);
  }

  private void follow(AlarmCondition c, Optional<AlarmCondition> outer) {
    NaiveDelays followed = new NaiveDelays(c, sensor, moments, outer.map(delays::get));
    delays.put(c, followed);
    noted.addAll(followed.noted);
  }

  List<AlarmEvent> events(int input) {
    return noted.stream().filter(n -> n.input() == input).map(Noted::event).toList();
  }

  boolean isActive(AlarmCondition condition) {
    return noted.stream()
            .map(Noted::event)
            .filter(e -> e.condition() == condition && e.kind() != Kind.RETROSPECTIVE)
            .reduce((a, b) -> b)
            .map(AlarmEvent::kind)
            .orElse(Kind.CLEARED)
        == Kind.RAISED;
  }

  double value() {
    return newest;
  }

  long newestMs() {
    return newestMs;
  }

  long arrivalMs() {
    return arrivalMs;
  }

  private Reception sample(int i, Sample s) {
    arrivalMs = s.nowMs();
    look(i, 0, false, -1, arrivalMs);
    if (silentSinceMs >= 0) {
      note(i, 0, Kind.CLEARED, AlarmCondition.OFFLINE, silentSinceMs, arrivalMs, newest);
      silentSinceMs = -1;
    }
    if (s.sampleMs() < 0) {
      return Reception.NOT_A_TIME;
    }
    if (!Double.isFinite(s.value())) {
      return Reception.NOT_A_NUMBER;
    }
    if (s.sampleMs() == newestMs) {
      return s.value() == newest ? Reception.DUPLICATE : Reception.CONFLICT;
    }
    if (s.sampleMs() < newestMs) {
      return late(i, s);
    }
    look(i, 1, false, s.sampleMs(), arrivalMs);
    newestMs = s.sampleMs();
    newest = s.value();
    if (!isOut()) {
      takeValue();
    }
    judge(i, s.sampleMs(), arrivalMs);
    look(i, 2, false, s.sampleMs(), arrivalMs);
    if (!isOut()) {
      stuck(i, 3, s.sampleMs());
    }
    return Reception.NEWEST;
  }

  private Reception late(int i, Sample s) {
    if (!late.isEmpty() && late.getLast().ms() == s.sampleMs()) {
      return s.value() == late.getLast().value() ? Reception.DUPLICATE : Reception.CONFLICT;
    }
    if (!(s.value() < limits.rangeMin()) && !(s.value() > limits.rangeMax())) {
      late.add(new NaiveLate.Late(i, s.sampleMs(), s.value(), newestMs, limits));
    }
    return Reception.LATE;
  }

  private void takeValue() {
    rate = Double.NaN;
    if (!values.isEmpty() && !Double.isNaN(limits.ratePerMinute())) {
      Value before = values.getLast();
      rate = Math.abs(newest - before.value) * 60_000 / (newestMs - before.ms);
    }
    values.add(new Value(newestMs, newest));
  }

  private boolean isOut() {
    return newest < limits.rangeMin() || newest > limits.rangeMax();
  }

  private double held() {
    return values.isEmpty() ? Double.NaN : values.getLast().value;
  }

  private void pass(int i, int stage, long nowMs) {
    look(i, stage, true, nowMs, nowMs);
    boolean canBe = arrivalMs >= 0 && limits.offlineMs() > 0 && silentSinceMs < 0;
    if (canBe && arrivalMs + limits.offlineMs() <= nowMs) {
      silentSinceMs = arrivalMs;
      long atMs = arrivalMs + limits.offlineMs();
      note(i, stage + 1, Kind.RAISED, AlarmCondition.OFFLINE, arrivalMs, atMs, newest);
    }
  }

  private void change(int i, Change c) {
    pass(i, 1, c.nowMs());
    boolean hadStuck = limits.stuckMs() > 0;
    limits = c.limits();
    if (!late.isEmpty()) {
      late.add(NaiveLate.Late.END);
    }
    if (newestMs >= 0) {
      if (!isOut() && (values.isEmpty() || values.getLast().ms < newestMs)) {
        takeValue();
      }
      rate = Double.isNaN(limits.ratePerMinute()) ? Double.NaN : rate;
      if (!hadStuck) {
        stuckRuleFromMs = values.isEmpty() ? -1 : values.getLast().ms;
      }
      long ms = Math.max(c.nowMs(), newestMs);
      judge(i, ms, c.nowMs());
      stuck(i, 3, ms);
    }
    boolean silent = limits.offlineMs() > 0 && arrivalMs + limits.offlineMs() <= c.nowMs();
    if (silentSinceMs >= 0 && !silent) {
      note(i, 4, Kind.CLEARED, AlarmCondition.OFFLINE, silentSinceMs, c.nowMs(), newest);
      silentSinceMs = -1;
    }
    pass(i, 5, c.nowMs());
  }

  private void stuck(int i, int stage, long ms) {
    if (values.isEmpty()) {
      return;
    }
    int first = values.size() - 1;
    while (first > 0 && values.get(first - 1).value == held()) {
      first--;
    }
    long changedMs = Math.max(values.get(first).ms, stuckRuleFromMs);
    long spanMs = values.getLast().ms - changedMs;
    boolean isStuck = limits.stuckMs() > 0 && spanMs >= limits.stuckMs();
    if (isStuck && stuckSinceMs < 0) {
      stuckSinceMs = changedMs;
      long atMs = changedMs + limits.stuckMs();
      note(i, stage, Kind.RAISED, AlarmCondition.STUCK, changedMs, atMs, held());
    } else if (!isStuck && stuckSinceMs >= 0) {
      note(i, stage, Kind.CLEARED, AlarmCondition.STUCK, stuckSinceMs, ms, held());
      stuckSinceMs = -1;
    }
  }

  private void look(int i, int stage, boolean byArrival, long ms, long heardMs) {
    moments.add(new Moment(i, stage, false, byArrival, ms, heardMs, limits, held(), newest, rate));
  }

  private void judge(int i, long ms, long heardMs) {
    moments.add(new Moment(i, 0, true, false, ms, heardMs, limits, held(), newest, rate));
  }

  private void note(
      int i, int stage, Kind kind, AlarmCondition c, long beganMs, long atMs, double value) {
    noted.add(new Noted(i, stage, new AlarmEvent(kind, sensor, c, beganMs, atMs, value)));
  }
}
