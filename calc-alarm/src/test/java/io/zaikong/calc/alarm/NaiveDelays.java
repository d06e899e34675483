package io.zaikong.calc.alarm;

import io.zaikong.calc.alarm.AlarmEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One condition with delays over the whole history of a sensor: looks for where it begins, for
 * where it is left, and for whether the delay was over in between.
 */
final class NaiveDelays {

  private final AlarmCondition condition;
  private final int sensor;
  private final List<Moment> moments;
  final List<Noted> noted = new ArrayList<>();
  private final NavigableMap<Integer, Long> times = new TreeMap<>();
  private final Optional<NaiveDelays> outer;
  final List<Stretch> stretches = new ArrayList<>();

  /**
   * @param outer the same of the limit beyond this one
   */
  NaiveDelays(
      AlarmCondition condition, int sensor, List<Moment> moments, Optional<NaiveDelays> outer) {
    this.condition = condition;
    this.outer = outer;
    this.sensor = sensor;
    this.moments = moments;
    int at = 0;
    while (at < moments.size()) {
      at = episode(at);
    }
  }

  private int episode(int from) {
    int begin = judged(from, m -> m.isBeyond(condition));
    if (begin == moments.size()) {
      return begin;
    }
    Moment first = moments.get(begin);
    int left = judged(begin + 1, m -> m.isBack(condition));
    int raised = over(begin, left, first.ms(), first.heardMs(), true);
    if (raised == left) {
      stretch(first, left, left == moments.size() ? 0 : moments.get(left).ms());
      return left;
    }
    long raisedMs = first.ms() + moments.get(raised).limits().onDelayMs();
    note(Kind.RAISED, raised, first.ms(), raisedMs);
    times.put(raised, raisedMs);
    int back = left;
    long notBeforeMs = raisedMs;
    while (back < moments.size()) {
      int now = back;
      notBeforeMs = Math.max(notBeforeMs, outer.map(o -> o.timeAt(now)).orElse(0L));
      long sinceMs = Math.max(moments.get(back).ms(), notBeforeMs);
      notBeforeMs = sinceMs;
      times.put(back, sinceMs);
      int again = judged(back + 1, m -> !m.isBack(condition));
      int cleared = over(back, again, sinceMs, moments.get(back).heardMs(), false);
      if (cleared < again) {
        note(
            Kind.CLEARED,
            cleared,
            first.ms(),
            sinceMs + moments.get(cleared).limits().offDelayMs());
        times.put(cleared, 0L);
        stretch(first, cleared, sinceMs);
        return cleared + 1;
      }
      back = judged(again, m -> m.isBack(condition));
    }
    stretch(first, back, 0);
    return back;
  }

  /** The time that an alarm then active has come to; 0 when none is. */
  private long timeAt(int moment) {
    return Optional.ofNullable(times.floorEntry(moment)).map(Map.Entry::getValue).orElse(0L);
  }

  private int judged(int from, Predicate<Moment> wanted) {
    int at = from;
    while (at < moments.size()
        && !(moments.get(at).isJudgement() && wanted.test(moments.get(at)))) {
      at++;
    }
    return at;
  }

  /** The first look after {@code from} and before {@code to} that finds the delay over. */
  private int over(int from, int to, long sinceMs, long heardMs, boolean raising) {
    int at = from + 1;
    long heard = heardMs;
    while (at < to && !isOver(moments.get(at), sinceMs, heard, raising)) {
      if (!moments.get(at).byArrival() && !moments.get(at).isJudgement()) {
        heard = Math.min(heard, moments.get(at).heardMs());
      }
      at++;
    }
    return Math.min(at, to);
  }

  private static boolean isOver(Moment look, long sinceMs, long heardMs, boolean raising) {
    long delayMs = raising ? look.limits().onDelayMs() : look.limits().offDelayMs();
    long beganMs = look.byArrival() ? heardMs : sinceMs;
    return !look.isJudgement() && beganMs + delayMs <= look.ms();
  }

  private void note(Kind kind, int at, long beganMs, long atMs) {
    Moment m = moments.get(at);
    noted.add(
        new Noted(
            m.input(),
            m.stage(),
            new AlarmEvent(kind, sensor, condition, beganMs, atMs, m.valueOf(condition))));
  }

  private void stretch(Moment first, int end, long toMs) {
    int lastInput = end == moments.size() ? Integer.MAX_VALUE : moments.get(end).input();
    stretches.add(new Stretch(first.input(), first.ms(), lastInput, toMs));
  }
}
