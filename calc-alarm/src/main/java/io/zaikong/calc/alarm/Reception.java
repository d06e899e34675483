package io.zaikong.calc.alarm;

/** What became of a sample. Whatever it is, its arrival ends {@code OFFLINE}. */
public enum Reception {
  /** The newest of its sensor: its live state. */
  NEWEST,
  /** Older than the newest: judged for what nobody saw at its time. */
  LATE,
  /** Known with the same value. */
  DUPLICATE,
  /** Known with another value; the first stays. */
  CONFLICT,
  /** NaN or infinite; refused. */
  NOT_A_NUMBER,
  /** Before 1970 or after 9999; refused. */
  NOT_A_TIME
}
