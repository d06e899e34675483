package io.zaikong.calc.alarm;

import java.util.function.Consumer;

/**
 * Judges the sensors of {@link SensorStates}: by each sample that arrives, and by the time that
 * passes while none does. A sample without an event allocates nothing.
 */
public final class AlarmEvaluator {

  /** The end of the year 9999. */
  private static final long LAST_MS = 253_402_300_799_999L;

  private static final double MINUTE_MS = 60_000;

  private final SensorStates states;
  private final Episodes episodes;
  private final Judgement judgement;
  private final Consumer<? super AlarmEvent> events;

  /**
   * @param events takes them in the order in which they come about
   */
  public AlarmEvaluator(SensorStates states, Consumer<? super AlarmEvent> events) {
    this.states = states;
    this.episodes = states.episodes;
    this.judgement = new Judgement(states, events);
    this.events = events;
  }

  /**
   * A sample has arrived.
   *
   * @param sampleMs the gateway's time
   * @param arrivalMs the server's time
   * @param value in the sensor's unit
   */
  public Reception accept(int sensor, long sampleMs, long arrivalMs, double value) {
    SensorStates s = states;
    byte watch = s.watch[sensor];
    if ((watch & SensorStates.BUSY) == 0
        && value > s.innerLow[sensor]
        && value < s.innerHigh[sensor]
        && sampleMs > s.newestMs[sensor]
        && sampleMs <= LAST_MS
        && arrivalMs >= s.arrivalMs[sensor]
        && arrivalMs <= LAST_MS
        && (watch == 0 || staysCalm(sensor, sampleMs, value))) {
      s.newestMs[sensor] = sampleMs;
      s.arrivalMs[sensor] = arrivalMs;
      s.held[sensor] = value;
      return Reception.NEWEST;
    }
    return judge(sensor, sampleMs, arrivalMs, value);
  }

  /** Whether neither the rate nor the time without change begins an alarm; keeps both if so. */
  private boolean staysCalm(int sensor, long sampleMs, double value) {
    AlarmLimits limits = states.limits(sensor);
    double rate = Double.NaN;
    if (limits.hasRate()) {
      rate = ratePerMinute(sensor, sampleMs, value);
      if (rate >= limits.ratePerMinute()) {
        return false;
      }
    }
    if (limits.hasStuck()) {
      if (value != states.held[sensor]) {
        states.changedMs[sensor] = sampleMs;
      } else if (sampleMs - states.changedMs[sensor] >= limits.stuckMs()) {
        return false;
      }
    }
    states.rate[sensor] = rate;
    return true;
  }

  private double ratePerMinute(int sensor, long sampleMs, double value) {
    return Math.abs(value - states.held[sensor])
        * MINUTE_MS
        / (sampleMs - states.heldSinceMs(sensor));
  }

  private Reception judge(int sensor, long sampleMs, long arrivalMs, double value) {
    if (!isTime(arrivalMs)) {
      return Reception.NOT_A_TIME;
    }
    hear(sensor, arrivalMs);
    if (!isTime(sampleMs)) {
      return Reception.NOT_A_TIME;
    }
    if (!Double.isFinite(value)) {
      return Reception.NOT_A_NUMBER;
    }
    long newestMs = states.newestMs[sensor];
    if (sampleMs < newestMs) {
      return states.late.accept(states, sensor, sampleMs, value, events);
    }
    if (sampleMs == newestMs) {
      return value == states.value(sensor) ? Reception.DUPLICATE : Reception.CONFLICT;
    }
    judgement.runOut(sensor, sampleMs, false);
    take(sensor, sampleMs, value);
    judgement.judgeValues(sensor, sampleMs, arrivalMs);
    judgement.runOut(sensor, sampleMs, false);
    if (!states.isOutside(sensor)) {
      judgement.judgeStuck(sensor, sampleMs, sampleMs);
    }
    states.rest(sensor);
    return Reception.NEWEST;
  }

  private static boolean isTime(long ms) {
    return ms >= 0 && ms <= LAST_MS;
  }

  private static void requireTime(long nowMs) {
    if (!isTime(nowMs)) {
      throw new IllegalArgumentException("no time: " + nowMs);
    }
  }

  /** Whatever arrives ends the silence, and shows when the server's clock was set back. */
  private void hear(int sensor, long arrivalMs) {
    states.arrivalMs[sensor] = arrivalMs;
    episodes.hear(sensor, arrivalMs);
    int offline = Episodes.cell(sensor, AlarmCondition.OFFLINE.ordinal());
    if (episodes.isActive(offline)) {
      judgement.leave(sensor, AlarmCondition.OFFLINE, arrivalMs);
    }
    states.rest(sensor);
  }

  private void take(int sensor, long sampleMs, double value) {
    AlarmLimits limits = states.limits(sensor);
    if (limits.isOutOfRange(value)) {
      if (!states.isOutside(sensor)) {
        states.heldMs[sensor] = states.newestMs[sensor];
      }
      states.outside[sensor] = value;
    } else {
      states.rate[sensor] = limits.hasRate() ? ratePerMinute(sensor, sampleMs, value) : Double.NaN;
      if (value != states.held[sensor]) {
        states.changedMs[sensor] = sampleMs;
      }
      states.held[sensor] = value;
      states.outside[sensor] = Double.NaN;
    }
    states.newestMs[sensor] = sampleMs;
  }

  /**
   * Time has passed for all sensors: delays run out, and silence becomes too long.
   *
   * @throws IllegalArgumentException when {@code nowMs} is before 1970 or after 9999
   */
  public void advance(long nowMs) {
    requireTime(nowMs);
    for (int sensor = 0; sensor < states.size(); sensor++) {
      advance(sensor, nowMs);
    }
  }

  private void advance(int sensor, long nowMs) {
    if (states.wakeMs[sensor] > nowMs) {
      return;
    }
    judgement.runOut(sensor, nowMs, true);
    long silentMs = states.silentMs(sensor);
    if (silentMs <= nowMs) {
      judgement.enter(sensor, AlarmCondition.OFFLINE, states.arrivalMs[sensor], silentMs);
    }
    states.rest(sensor);
  }

  /**
   * The sensor has other limits from now on: what is held is judged by them, and delays that run go
   * by them. A rate is judged by them when it was known before; what was filled in before is not.
   *
   * @throws IllegalArgumentException when {@code nowMs} is before 1970 or after 9999
   */
  public void change(int sensor, AlarmLimits limits, long nowMs) {
    requireTime(nowMs);
    advance(sensor, nowMs);
    boolean hadStuck = states.limits(sensor).hasStuck();
    states.setLimits(sensor, limits);
    states.late.forget(sensor);
    if (states.newestMs[sensor] >= 0) {
      rejudge(sensor, hadStuck, nowMs);
    }
    int offline = Episodes.cell(sensor, AlarmCondition.OFFLINE.ordinal());
    if (episodes.isActive(offline)
        && (limits.offlineMs() == 0 || states.arrivalMs[sensor] + limits.offlineMs() > nowMs)) {
      judgement.leave(sensor, AlarmCondition.OFFLINE, nowMs);
    }
    states.rest(sensor);
    advance(sensor, nowMs);
  }

  private void rejudge(int sensor, boolean hadStuck, long nowMs) {
    AlarmLimits limits = states.limits(sensor);
    double newest = states.value(sensor);
    boolean out = limits.isOutOfRange(newest);
    if (out && !states.isOutside(sensor)) {
      states.outside[sensor] = newest;
      states.heldMs[sensor] = states.newestMs[sensor];
    } else if (!out && states.heldSinceMs(sensor) < states.newestMs[sensor]) {
      take(sensor, states.newestMs[sensor], newest);
    } else if (!out) {
      states.outside[sensor] = Double.NaN;
    }
    if (!limits.hasRate()) {
      states.rate[sensor] = Double.NaN;
    }
    if (!hadStuck) {
      states.changedMs[sensor] = states.heldSinceMs(sensor);
    }
    long ms = Math.max(nowMs, states.newestMs[sensor]);
    judgement.judgeValues(sensor, ms, nowMs);
    judgement.judgeStuck(sensor, states.heldSinceMs(sensor), ms);
  }
}
