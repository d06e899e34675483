package io.zaikong.calc.alarm;

/**
 * Version 1: version, first sensor, number of sensors, the distinct limits, a base time, the
 * sensors, CRC-32 of all that. Times are differences, zigzag, seven bits a byte.
 */
final class SnapshotFormat {

  static final byte VERSION = 1;

  static final int CHECK_BYTES = Integer.BYTES;

  /** What of a sensor follows. */
  static final int HEARD = 1;

  static final int SAMPLED = 2;
  static final int OUTSIDE = 4;
  static final int EPISODES = 8;
  static final int LATE = 16;

  private SnapshotFormat() {}
}
