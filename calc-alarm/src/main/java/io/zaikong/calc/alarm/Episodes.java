package io.zaikong.calc.alarm;

import java.util.Arrays;

/**
 * Where every condition of every sensor stands: a cell each, the conditions of a sensor together.
 */
final class Episodes {

  static final byte NORMAL = 0;

  /** Exceeded, the on delay runs. */
  static final byte RAISING = 1;

  static final byte ACTIVE = 2;

  /** Back, the off delay runs. */
  static final byte CLEARING = 3;

  static final long NEVER = Long.MAX_VALUE;

  byte[] phase = {};

  /** Sample time with which the present or the last episode began; {@link #NEVER} before any. */
  long[] beganMs = {};

  /**
   * Sample time from which the phase counts. {@code ACTIVE}: not before it was raised. {@code
   * NORMAL}: where the last episode ended.
   */
  long[] sinceMs = {};

  /** Arrival of what began the delay, or less after the server's clock was set back. */
  long[] heardMs = {};

  void grow(int capacity) {
    int cells = capacity * AlarmCondition.COUNT;
    int known = phase.length;
    phase = Arrays.copyOf(phase, cells);
    beganMs = Arrays.copyOf(beganMs, cells);
    sinceMs = Arrays.copyOf(sinceMs, cells);
    heardMs = Arrays.copyOf(heardMs, cells);
    Arrays.fill(beganMs, known, cells, NEVER);
  }

  static int cell(int sensor, int condition) {
    return sensor * AlarmCondition.COUNT + condition;
  }

  boolean isActive(int cell) {
    return phase[cell] >= ACTIVE;
  }

  boolean isQuiet(int sensor) {
    int any = 0;
    for (int c = 0; c < AlarmCondition.COUNT; c++) {
      any |= phase[cell(sensor, c)];
    }
    return any == 0;
  }

  /**
   * What a value begins. Between {@code beyond} and {@code back} an episode goes on: a delay on its
   * way up is not broken off, one on its way down is.
   */
  void judge(int cell, boolean beyond, boolean back, long ms, long arrivalMs) {
    switch (phase[cell]) {
      case NORMAL -> {
        if (beyond) {
          enter(cell, RAISING, ms, arrivalMs);
          beganMs[cell] = ms;
        }
      }
      case RAISING -> {
        if (back) {
          enter(cell, NORMAL, ms, arrivalMs);
        }
      }
      case ACTIVE -> {
        if (back) {
          enter(cell, CLEARING, Math.max(ms, notBeforeMs(cell)), arrivalMs);
        }
      }
      default -> {
        if (!back) {
          phase[cell] = ACTIVE;
        }
      }
    }
  }

  /**
   * Within an alarm time does not go back, though samples may arrive that are older than what the
   * server's clock has brought about; nor is an inner limit back before the outer one.
   */
  private long notBeforeMs(int cell) {
    int condition = cell % AlarmCondition.COUNT;
    boolean hasOuter =
        condition == AlarmCondition.HIGH.ordinal() || condition == AlarmCondition.LOW.ordinal();
    return hasOuter && isActive(cell + 1)
        ? Math.max(sinceMs[cell], sinceMs[cell + 1])
        : sinceMs[cell];
  }

  private void enter(int cell, byte next, long ms, long arrivalMs) {
    phase[cell] = next;
    sinceMs[cell] = ms;
    heardMs[cell] = arrivalMs;
  }

  /** No delay counts from a time that the server's clock has yet to reach. */
  void hear(int sensor, long arrivalMs) {
    for (int c = 0; c < AlarmCondition.DELAYED; c++) {
      int cell = cell(sensor, c);
      if (isRunning(cell)) {
        heardMs[cell] = Math.min(heardMs[cell], arrivalMs);
      }
    }
  }

  /** When the delay that runs is over, by sample time. */
  long dueMs(int cell, AlarmLimits limits) {
    return sinceMs[cell] + delayMs(cell, limits);
  }

  /** When the delay that runs is over, by the server's time; {@link #NEVER} if none runs. */
  long dueByArrivalMs(int cell, AlarmLimits limits) {
    return isRunning(cell) ? heardMs[cell] + delayMs(cell, limits) : NEVER;
  }

  /** Whether a delay runs. */
  boolean isRunning(int cell) {
    return phase[cell] == RAISING || phase[cell] == CLEARING;
  }

  private long delayMs(int cell, AlarmLimits limits) {
    return phase[cell] == RAISING ? limits.onDelayMs() : limits.offDelayMs();
  }

  /**
   * The condition whose delay is over first, −1 if none is. Of those over at once the outer limit
   * clears before the inner, and the inner is raised before the outer.
   *
   * @param untilMs the time of a sample, or the server's when {@code byArrival}
   */
  int findDue(int sensor, AlarmLimits limits, long untilMs, boolean byArrival) {
    int found = -1;
    long earliest = NEVER;
    for (int i = 0; i < 2 * AlarmCondition.DELAYED; i++) {
      boolean raising = i >= AlarmCondition.DELAYED;
      int c = raising ? i - AlarmCondition.DELAYED : AlarmCondition.DELAYED - 1 - i;
      int cell = cell(sensor, c);
      if (phase[cell] == (raising ? RAISING : CLEARING)) {
        long due = dueMs(cell, limits);
        long over = byArrival ? dueByArrivalMs(cell, limits) : due;
        if (over <= untilMs && due < earliest) {
          found = c;
          earliest = due;
        }
      }
    }
    return found;
  }

  /** Whether the present or the last episode covers that time. */
  boolean covers(int cell, long ms) {
    return ms >= beganMs[cell] && (phase[cell] != NORMAL || ms < sinceMs[cell]);
  }
}
