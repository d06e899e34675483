package io.zaikong.calc.alarm;

import io.zaikong.calc.alarm.AlarmEvent.Kind;
import java.util.Comparator;

/** An event of the naive reference, and with which input it came. */
record Noted(int input, int stage, AlarmEvent event) {

  /** By time; at the same time the outer limit is cleared first, the inner one raised first. */
  static final Comparator<Noted> ORDER =
      Comparator.comparingInt(Noted::input)
          .thenComparingInt(Noted::stage)
          .thenComparingLong(Noted::timeMs)
          .thenComparingInt(Noted::rank);

  /** What is told afterwards comes in the order of the limits. */
  private long timeMs() {
    return event.kind() == Kind.RETROSPECTIVE ? 0 : event.atMs();
  }

  private int rank() {
    int ordinal = event.condition().ordinal();
    return event.kind() == Kind.CLEARED ? -ordinal - 1 : ordinal;
  }
}
