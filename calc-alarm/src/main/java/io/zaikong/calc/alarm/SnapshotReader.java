package io.zaikong.calc.alarm;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Reads what {@link SnapshotWriter} wrote. */
final class SnapshotReader {

  private final SensorStates states;
  private final ByteBuffer in;
  private long baseMs;

  private SnapshotReader(SensorStates states, ByteBuffer in) {
    this.states = states;
    this.in = in;
  }

  static void read(SensorStates states, byte[] snapshot) {
    int length = snapshot.length - SnapshotFormat.CHECK_BYTES;
    if (length < 1) {
      throw new IllegalArgumentException("the snapshot is cut off");
    }
    ByteBuffer in = ByteBuffer.wrap(snapshot);
    CRC32 check = new CRC32();
    check.update(snapshot, 0, length);
    if (in.getInt(length) != (int) check.getValue()) {
      throw new IllegalArgumentException("the snapshot is damaged");
    }
    byte version = in.get();
    if (version != SnapshotFormat.VERSION) {
      throw new IllegalArgumentException("a snapshot of version " + version);
    }
    new SnapshotReader(states, in).read();
  }

  private void read() {
    int from = in.getInt();
    int to = from + in.getInt();
    AlarmLimits[] limits = new AlarmLimits[(int) readLong()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = readLimits();
    }
    while (states.size() < to) {
      states.add(AlarmLimits.NONE);
    }
    baseMs = in.getLong();
    for (int sensor = from; sensor < to; sensor++) {
      states.setLimits(sensor, limits[(int) readLong()]);
      readSensor(sensor);
      states.rest(sensor);
    }
  }

  private AlarmLimits readLimits() {
    double lowLow = in.getDouble();
    double low = in.getDouble();
    double high = in.getDouble();
    double highHigh = in.getDouble();
    double hysteresis = in.getDouble();
    double rate = in.getDouble();
    double rangeMin = in.getDouble();
    double rangeMax = in.getDouble();
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        hysteresis,
        readLong(),
        readLong(),
        rate,
        readLong(),
        rangeMin,
        rangeMax,
        readLong());
  }

  private void readSensor(int sensor) {
    AlarmLimits l = states.limits(sensor);
    int known = in.get();
    states.arrivalMs[sensor] = (known & SnapshotFormat.HEARD) == 0 ? SensorStates.NONE : readTime();
    boolean sampled = (known & SnapshotFormat.SAMPLED) != 0;
    states.newestMs[sensor] = sampled ? readTime() : SensorStates.NONE;
    states.held[sensor] = sampled ? in.getDouble() : Double.NaN;
    states.changedMs[sensor] = sampled && l.hasStuck() ? readTime() : 0;
    states.rate[sensor] = sampled && l.hasRate() ? in.getDouble() : Double.NaN;
    boolean isOutside = (known & SnapshotFormat.OUTSIDE) != 0;
    states.outside[sensor] = isOutside ? in.getDouble() : Double.NaN;
    states.heldMs[sensor] = isOutside ? readTime() : 0;
    readEpisodes(sensor, (known & SnapshotFormat.EPISODES) == 0 ? 0 : in.get());
    if ((known & SnapshotFormat.LATE) == 0) {
      states.late.forget(sensor);
    } else {
      readLate(sensor);
    }
  }

  private void readEpisodes(int sensor, int begun) {
    Episodes episodes = states.episodes;
    for (int c = 0; c < AlarmCondition.COUNT; c++) {
      int cell = Episodes.cell(sensor, c);
      boolean any = (begun & (1 << c)) != 0;
      episodes.phase[cell] = any ? in.get() : Episodes.NORMAL;
      episodes.beganMs[cell] = any ? readTime() : Episodes.NEVER;
      episodes.sinceMs[cell] = any ? readTime() : 0;
      episodes.heardMs[cell] = episodes.isRunning(cell) ? readTime() : 0;
    }
  }

  private void readLate(int sensor) {
    LateRuns late = states.late;
    late.lastMs[sensor] = readTime();
    late.value[sensor] = in.getDouble();
    late.boundMs[sensor] = readTime();
    late.runs[sensor] = in.get();
    for (int limit = 0; limit < AlarmCondition.LIMITS; limit++) {
      if (late.isRun(sensor, limit)) {
        late.beganMs[sensor * AlarmCondition.LIMITS + limit] = readTime();
      }
    }
  }

  private long readTime() {
    return baseMs + readLong();
  }

  private long readLong() {
    long number = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      number |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return (number >>> 1) ^ -(number & 1);
  }
}
