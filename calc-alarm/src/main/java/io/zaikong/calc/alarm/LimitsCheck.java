package io.zaikong.calc.alarm;

/** Whether the values of limits can be meant. */
final class LimitsCheck {

  private LimitsCheck() {}

  static void check(
      double lowLow,
      double low,
      double high,
      double highHigh,
      double hysteresis,
      double rangeMin,
      double rangeMax) {
    require(Double.isFinite(hysteresis) && hysteresis >= 0, "no hysteresis: " + hysteresis);
    double before = Double.NaN;
    double[] ascending = {rangeMin, lowLow, low, high, highHigh, rangeMax};
    for (double limit : ascending) {
      require(!Double.isInfinite(limit), "no limit: " + limit);
      require(!(limit < before), "out of order: " + before + ", " + limit);
      before = Double.isNaN(limit) ? before : limit;
    }
    require(!(rangeMin >= rangeMax), "an empty range: " + rangeMin);
    requireGap(lowLow, low, hysteresis);
    requireGap(high, highHigh, hysteresis);
    // to be cleared, a limit must leave room towards the other side
    for (double lower : new double[] {lowLow, low}) {
      for (double other : new double[] {high, highHigh, rangeMax}) {
        requireRoom(lower, other, hysteresis);
      }
    }
    for (double upper : new double[] {high, highHigh}) {
      requireRoom(rangeMin, upper, hysteresis);
    }
  }

  /** Two limits of the same side may be the same. */
  private static void requireGap(double from, double to, double hysteresis) {
    require(from == to || !(hysteresis >= to - from), "hysteresis from " + from + " reaches " + to);
  }

  private static void requireRoom(double from, double to, double hysteresis) {
    require(!(hysteresis >= to - from), "hysteresis from " + from + " reaches " + to);
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
