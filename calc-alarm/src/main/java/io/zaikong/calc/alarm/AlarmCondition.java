package io.zaikong.calc.alarm;

/**
 * What a sensor can be in alarm for. {@code HIGH} stays while {@code HIGH_HIGH} is, {@code LOW}
 * while {@code LOW_LOW} is. The order is part of the snapshots: new ones go to the end.
 */
public enum AlarmCondition {
  HIGH,
  HIGH_HIGH,
  LOW,
  LOW_LOW,
  /** The value changes too fast, between a sample and the one before. */
  RATE,
  /** Outside of what the instrument can measure: its fault, not the process's. */
  OUT_OF_RANGE,
  /** The same value again and again for too long. */
  STUCK,
  /** Nothing arrives. */
  OFFLINE;

  static final int COUNT = values().length;

  /** The first so many are judged by the value. */
  static final int LIMITS = 4;

  /** The first so many have on and off delays; the others have a duration of their own. */
  static final int DELAYED = 6;

  private static final AlarmCondition[] ALL = values();

  static AlarmCondition at(int ordinal) {
    return ALL[ordinal];
  }
}
