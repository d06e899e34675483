package io.zaikong.calc.alarm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes states in the {@link SnapshotFormat}. */
final class SnapshotWriter {

  private final SensorStates states;
  private final Map<AlarmLimits, Integer> limits = new LinkedHashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final DataOutputStream out = new DataOutputStream(bytes);
  private long baseMs;

  private SnapshotWriter(SensorStates states) {
    this.states = states;
  }

  static byte[] write(SensorStates states, int from, int to) {
    if (from < 0 || from > to || to > states.size()) {
      throw new IllegalArgumentException("no sensors " + from + " to " + to);
    }
    try {
      return new SnapshotWriter(states).write(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write(int from, int to) throws IOException {
    for (int sensor = from; sensor < to; sensor++) {
      limits.putIfAbsent(states.limits(sensor), limits.size());
    }
    out.writeByte(SnapshotFormat.VERSION);
    out.writeInt(from);
    out.writeInt(to - from);
    writeLong(limits.size());
    for (AlarmLimits each : limits.keySet()) {
      writeLimits(each);
    }
    baseMs = from == to ? 0 : Math.max(0, states.newestMs[from]);
    out.writeLong(baseMs);
    for (int sensor = from; sensor < to; sensor++) {
      writeSensor(sensor);
    }
    CRC32 check = new CRC32();
    check.update(bytes.toByteArray());
    out.writeInt((int) check.getValue());
    return bytes.toByteArray();
  }

  private void writeLimits(AlarmLimits l) throws IOException {
    double[] values = {
      l.lowLow(),
      l.low(),
      l.high(),
      l.highHigh(),
      l.hysteresis(),
      l.ratePerMinute(),
      l.rangeMin(),
      l.rangeMax()
    };
    for (double value : values) {
      out.writeDouble(value);
    }
    for (long ms : new long[] {l.onDelayMs(), l.offDelayMs(), l.stuckMs(), l.offlineMs()}) {
      writeLong(ms);
    }
  }

  private void writeSensor(int sensor) throws IOException {
    AlarmLimits l = states.limits(sensor);
    int numberOfLimits = limits.getOrDefault(l, 0);
    writeLong(numberOfLimits);
    int episodes = begun(sensor);
    boolean heard = states.arrivalMs[sensor] >= 0;
    boolean sampled = states.newestMs[sensor] >= 0;
    boolean isOutside = states.isOutside(sensor);
    boolean late = states.late.lastMs[sensor] >= 0;
    out.writeByte(
        (heard ? SnapshotFormat.HEARD : 0)
            | (sampled ? SnapshotFormat.SAMPLED : 0)
            | (isOutside ? SnapshotFormat.OUTSIDE : 0)
            | (episodes == 0 ? 0 : SnapshotFormat.EPISODES)
            | (late ? SnapshotFormat.LATE : 0));
    if (heard) {
      writeTime(states.arrivalMs[sensor]);
    }
    if (sampled) {
      writeTime(states.newestMs[sensor]);
      out.writeDouble(states.held[sensor]);
      if (l.hasStuck()) {
        writeTime(states.changedMs[sensor]);
      }
      if (l.hasRate()) {
        out.writeDouble(states.rate[sensor]);
      }
    }
    if (isOutside) {
      out.writeDouble(states.outside[sensor]);
      writeTime(states.heldMs[sensor]);
    }
    if (episodes != 0) {
      writeEpisodes(sensor, episodes);
    }
    if (late) {
      writeLate(sensor);
    }
  }

  private int begun(int sensor) {
    int begun = 0;
    for (int c = 0; c < AlarmCondition.COUNT; c++) {
      boolean any = states.episodes.beganMs[Episodes.cell(sensor, c)] != Episodes.NEVER;
      begun |= any ? 1 << c : 0;
    }
    return begun;
  }

  private void writeEpisodes(int sensor, int begun) throws IOException {
    out.writeByte(begun);
    for (int c = 0; c < AlarmCondition.COUNT; c++) {
      if ((begun & (1 << c)) != 0) {
        int cell = Episodes.cell(sensor, c);
        out.writeByte(states.episodes.phase[cell]);
        writeTime(states.episodes.beganMs[cell]);
        writeTime(states.episodes.sinceMs[cell]);
        if (states.episodes.isRunning(cell)) {
          writeTime(states.episodes.heardMs[cell]);
        }
      }
    }
  }

  private void writeLate(int sensor) throws IOException {
    LateRuns late = states.late;
    writeTime(late.lastMs[sensor]);
    out.writeDouble(late.value[sensor]);
    writeTime(late.boundMs[sensor]);
    out.writeByte(late.runs[sensor]);
    for (int limit = 0; limit < AlarmCondition.LIMITS; limit++) {
      if (late.isRun(sensor, limit)) {
        writeTime(late.beganMs[sensor * AlarmCondition.LIMITS + limit]);
      }
    }
  }

  private void writeTime(long ms) throws IOException {
    writeLong(ms - baseMs);
  }

  private void writeLong(long number) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
