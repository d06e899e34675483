package io.zaikong.calc.alarm;

import io.zaikong.calc.alarm.AlarmEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What late samples tell afterwards: cut into ascending stretches, each looked through by itself.
 */
final class NaiveLate {

  /**
   * @param newestMs of the live line when it came
   */
  record Late(int input, long ms, double value, long newestMs, AlarmLimits limits) {

    /** Whatever comes next belongs to another stretch. */
    static final Late END = new Late(-1, -1, Double.NaN, -1, AlarmLimits.NONE);

    boolean isBeyond(AlarmCondition c) {
      return moment().isBeyond(c);
    }

    boolean isBack(AlarmCondition c) {
      return moment().isBack(c);
    }

    private Moment moment() {
      return new Moment(input, 1, true, false, ms, ms, limits, value, value, Double.NaN);
    }
  }

  private final int sensor;
  private final Map<AlarmCondition, NaiveDelays> live;
  final List<Noted> noted = new ArrayList<>();

  NaiveLate(int sensor, List<Late> late, Map<AlarmCondition, NaiveDelays> live) {
    this.sensor = sensor;
    this.live = live;
    List<Late> stretch = new ArrayList<>();
    for (Late l : late) {
      boolean goesOn =
          !stretch.isEmpty() && l.ms > stretch.getLast().ms && l.ms <= stretch.getFirst().newestMs;
      if (!goesOn) {
        tell(stretch);
        stretch.clear();
      }
      if (l.input >= 0) {
        stretch.add(l);
      }
    }
    tell(stretch);
  }

  private void tell(List<Late> stretch) {
    for (AlarmCondition c :
        List.of(
            AlarmCondition.HIGH,
            AlarmCondition.HIGH_HIGH,
            AlarmCondition.LOW,
            AlarmCondition.LOW_LOW)) {
      int at = 0;
      while (at < stretch.size()) {
        at =
            stretch.get(at).isBeyond(c) && !isKnown(c, stretch.get(at))
                ? run(c, stretch, at)
                : at + 1;
      }
    }
  }

  /** Where the run that begins there ends. */
  private int run(AlarmCondition c, List<Late> stretch, int begin) {
    long overMs = stretch.get(begin).ms + stretch.get(begin).limits.onDelayMs();
    boolean told = false;
    for (int at = begin; at < stretch.size(); at++) {
      Late l = stretch.get(at);
      if (!told && l.ms >= overMs) {
        told = true;
        double held = at == begin ? l.value : stretch.get(at - 1).value;
        noted.add(
            new Noted(
                l.input,
                1,
                new AlarmEvent(
                    Kind.RETROSPECTIVE, sensor, c, stretch.get(begin).ms, overMs, held)));
      }
      if (l.isBack(c)) {
        return at;
      }
    }
    return stretch.size();
  }

  /** Whether the latest live stretch of that time covers the sample. */
  private boolean isKnown(AlarmCondition c, Late l) {
    return Optional.ofNullable(live.get(c)).stream()
        .flatMap(d -> d.stretches.stream())
        .filter(s -> s.input() < l.input)
        .reduce((a, b) -> b)
        .map(s -> s.covers(l.ms, l.input))
        .orElse(false);
  }
}
