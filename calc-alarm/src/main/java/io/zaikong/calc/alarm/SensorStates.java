package io.zaikong.calc.alarm;

import java.util.Arrays;

/**
 * The states of many sensors, numbered from 0, in arrays: half a million sensors are a few objects.
 * One thread at a time.
 */
public final class SensorStates {

  /** Before anything came. */
  static final long NONE = -1;

  /** Something is under way, so that the short way is not open. */
  static final byte BUSY = 1;

  static final byte RATE = 2;
  static final byte STUCK = 4;

  final Episodes episodes = new Episodes();
  final LateRuns late = new LateRuns();

  byte[] watch = {};
  double[] innerLow = {};
  double[] innerHigh = {};

  /** Time of the newest sample. */
  long[] newestMs = {};

  /** When something arrived last. */
  long[] arrivalMs = {};

  /** The newest value that lay within the range; NaN before one did. */
  double[] held = {};

  /** The newest value, where it lies outside of the range; else NaN. */
  double[] outside = {};

  /** Time of {@link #held}, where the newest value lies outside of the range. */
  long[] heldMs = {};

  /** Since when {@link #held} is the same; kept where limits say {@link #STUCK}. */
  long[] changedMs = {};

  /**
   * Between the two newest values, unit per minute, or NaN; kept where limits say {@link #RATE}.
   */
  double[] rate = {};

  /** No delay and no silence is over before, by the server's time. */
  long[] wakeMs = {};

  private AlarmLimits[] limits = {};
  private int size;

  public SensorStates(int capacity) {
    grow(capacity);
  }

  /** The number of a new sensor, of which nothing has come yet. */
  public int add(AlarmLimits limitsOfSensor) {
    if (size == newestMs.length) {
      grow(Math.max(16, size + size / 2));
    }
    int sensor = size++;
    setLimits(sensor, limitsOfSensor);
    rest(sensor);
    return sensor;
  }

  private void grow(int capacity) {
    int known = newestMs.length;
    watch = Arrays.copyOf(watch, capacity);
    innerLow = Arrays.copyOf(innerLow, capacity);
    innerHigh = Arrays.copyOf(innerHigh, capacity);
    newestMs = Arrays.copyOf(newestMs, capacity);
    arrivalMs = Arrays.copyOf(arrivalMs, capacity);
    held = Arrays.copyOf(held, capacity);
    outside = Arrays.copyOf(outside, capacity);
    heldMs = Arrays.copyOf(heldMs, capacity);
    changedMs = Arrays.copyOf(changedMs, capacity);
    rate = Arrays.copyOf(rate, capacity);
    wakeMs = Arrays.copyOf(wakeMs, capacity);
    limits = Arrays.copyOf(limits, capacity);
    episodes.grow(capacity);
    late.grow(capacity);
    Arrays.fill(newestMs, known, capacity, NONE);
    Arrays.fill(arrivalMs, known, capacity, NONE);
    Arrays.fill(held, known, capacity, Double.NaN);
    Arrays.fill(outside, known, capacity, Double.NaN);
    Arrays.fill(rate, known, capacity, Double.NaN);
  }

  public int size() {
    return size;
  }

  public AlarmLimits limits(int sensor) {
    return limits[sensor];
  }

  public boolean isActive(int sensor, AlarmCondition condition) {
    return episodes.isActive(Episodes.cell(sensor, condition.ordinal()));
  }

  /** Time of the newest sample; −1 before any. */
  public long newestMs(int sensor) {
    return newestMs[sensor];
  }

  /** When something arrived last, by the server's time; −1 before anything did. */
  public long arrivalMs(int sensor) {
    return arrivalMs[sensor];
  }

  /** The value of the newest sample; NaN before any. */
  public double value(int sensor) {
    return isOutside(sensor) ? outside[sensor] : held[sensor];
  }

  boolean isOutside(int sensor) {
    return !Double.isNaN(outside[sensor]);
  }

  /** Time of the newest value within the range. */
  long heldSinceMs(int sensor) {
    return isOutside(sensor) ? heldMs[sensor] : newestMs[sensor];
  }

  void setLimits(int sensor, AlarmLimits next) {
    limits[sensor] = next;
    innerLow[sensor] = next.innerLow();
    innerHigh[sensor] = next.innerHigh();
  }

  /** What is derived from the rest of the state, after it changed. */
  void rest(int sensor) {
    AlarmLimits l = limits[sensor];
    boolean busy = newestMs[sensor] < 0 || !episodes.isQuiet(sensor);
    watch[sensor] =
        (byte) ((busy ? BUSY : 0) | (l.hasRate() ? RATE : 0) | (l.hasStuck() ? STUCK : 0));
    long wake = silentMs(sensor);
    for (int c = 0; c < AlarmCondition.DELAYED; c++) {
      wake = Math.min(wake, episodes.dueByArrivalMs(Episodes.cell(sensor, c), l));
    }
    wakeMs[sensor] = wake;
  }

  /** When it will be silent for too long, by the server's time. */
  long silentMs(int sensor) {
    int offline = Episodes.cell(sensor, AlarmCondition.OFFLINE.ordinal());
    long timeoutMs = limits[sensor].offlineMs();
    return timeoutMs == 0 || arrivalMs[sensor] < 0 || episodes.isActive(offline)
        ? Episodes.NEVER
        : arrivalMs[sensor] + timeoutMs;
  }

  /**
   * The states of the sensors from {@code from} to before {@code to}, with their limits. Equal
   * states give equal bytes.
   */
  public byte[] snapshot(int from, int to) {
    return SnapshotWriter.write(this, from, to);
  }

  /**
   * Puts the sensors of a snapshot back as they were, at their numbers; those before them that are
   * missing yet are made, without limits.
   *
   * @throws IllegalArgumentException when the snapshot is damaged or of an unknown version; nothing
   *     has changed then
   */
  public void restore(byte[] snapshot) {
    SnapshotReader.read(this, snapshot);
  }
}
