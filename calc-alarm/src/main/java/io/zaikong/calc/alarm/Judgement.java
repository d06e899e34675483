package io.zaikong.calc.alarm;

import io.zaikong.calc.alarm.AlarmEvent.Kind;
import java.util.function.Consumer;

/** Brings the conditions of a sensor to where its values and the time put them, and tells it. */
final class Judgement {

  private final SensorStates states;
  private final Episodes episodes;
  private final Consumer<? super AlarmEvent> events;

  Judgement(SensorStates states, Consumer<? super AlarmEvent> events) {
    this.states = states;
    this.episodes = states.episodes;
    this.events = events;
  }

  /**
   * What is held now, by each condition with delays. A value outside of the range is none: the one
   * before goes on.
   */
  void judgeValues(int sensor, long ms, long arrivalMs) {
    AlarmLimits limits = states.limits(sensor);
    for (int limit = 0; limit < AlarmCondition.LIMITS; limit++) {
      double held = states.held[sensor];
      episodes.judge(
          Episodes.cell(sensor, limit),
          limits.isBeyond(limit, held),
          limits.isBack(limit, held),
          ms,
          arrivalMs);
    }
    boolean tooFast = states.rate[sensor] >= limits.ratePerMinute();
    int rate = Episodes.cell(sensor, AlarmCondition.RATE.ordinal());
    episodes.judge(rate, tooFast, !tooFast, ms, arrivalMs);
    boolean out = states.isOutside(sensor);
    int range = Episodes.cell(sensor, AlarmCondition.OUT_OF_RANGE.ordinal());
    episodes.judge(range, out, !out, ms, arrivalMs);
  }

  /**
   * Silence shows no stuck value, only samples do.
   *
   * @param seenMs time of the newest sample that shows the held value
   * @param ms when it is judged
   */
  void judgeStuck(int sensor, long seenMs, long ms) {
    AlarmLimits limits = states.limits(sensor);
    long changedMs = states.changedMs[sensor];
    boolean isStuck = limits.hasStuck() && seenMs - changedMs >= limits.stuckMs();
    boolean wasStuck = states.isActive(sensor, AlarmCondition.STUCK);
    if (isStuck && !wasStuck) {
      enter(sensor, AlarmCondition.STUCK, changedMs, changedMs + limits.stuckMs());
    } else if (wasStuck && !isStuck) {
      leave(sensor, AlarmCondition.STUCK, ms);
    }
  }

  /** Raises and clears what a delay held up until then, in the order of time. */
  void runOut(int sensor, long untilMs, boolean byArrival) {
    AlarmLimits limits = states.limits(sensor);
    int due = episodes.findDue(sensor, limits, untilMs, byArrival);
    while (due >= 0) {
      int cell = Episodes.cell(sensor, due);
      long atMs = episodes.dueMs(cell, limits);
      AlarmCondition condition = AlarmCondition.at(due);
      if (episodes.phase[cell] == Episodes.RAISING) {
        enter(sensor, condition, episodes.beganMs[cell], atMs);
      } else {
        // where the episode ended stays: the value was back from there
        episodes.phase[cell] = Episodes.NORMAL;
        tell(Kind.CLEARED, sensor, condition, atMs);
      }
      due = episodes.findDue(sensor, limits, untilMs, byArrival);
    }
  }

  void enter(int sensor, AlarmCondition condition, long beganMs, long atMs) {
    int cell = Episodes.cell(sensor, condition.ordinal());
    episodes.phase[cell] = Episodes.ACTIVE;
    episodes.beganMs[cell] = beganMs;
    episodes.sinceMs[cell] = atMs;
    tell(Kind.RAISED, sensor, condition, atMs);
  }

  void leave(int sensor, AlarmCondition condition, long atMs) {
    int cell = Episodes.cell(sensor, condition.ordinal());
    episodes.phase[cell] = Episodes.NORMAL;
    episodes.sinceMs[cell] = atMs;
    tell(Kind.CLEARED, sensor, condition, atMs);
  }

  private void tell(Kind kind, int sensor, AlarmCondition condition, long atMs) {
    boolean ofProcess =
        condition != AlarmCondition.OUT_OF_RANGE && condition != AlarmCondition.OFFLINE;
    double value = ofProcess ? states.held[sensor] : states.value(sensor);
    long beganMs = episodes.beganMs[Episodes.cell(sensor, condition.ordinal())];
    events.accept(new AlarmEvent(kind, sensor, condition, beganMs, atMs, value));
  }
}
