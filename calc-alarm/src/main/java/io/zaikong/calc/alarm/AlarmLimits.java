package io.zaikong.calc.alarm;

/**
 * The limits of a sensor, values in its unit. A limit is exceeded when it is reached. Made from
 * {@link #NONE}.
 *
 * @param lowLow NaN where absent, as {@code low}, {@code high} and {@code highHigh}
 * @param hysteresis by more than this a value must be back before a limit's alarm can clear
 * @param onDelayMs how long a limit is exceeded before it is raised; also for rate and range
 * @param offDelayMs how long it must be back before it is cleared; likewise
 * @param ratePerMinute change that is too fast, unit per minute; NaN where absent
 * @param stuckMs how long the same value is too long; 0 where absent
 * @param rangeMin what the instrument can show at least; NaN where absent, as {@code rangeMax}
 * @param offlineMs how long nothing may arrive; 0 where absent
 */
public record AlarmLimits(
    double lowLow,
    double low,
    double high,
    double highHigh,
    double hysteresis,
    long onDelayMs,
    long offDelayMs,
    double ratePerMinute,
    long stuckMs,
    double rangeMin,
    double rangeMax,
    long offlineMs) {

  private static final double NO = Double.NaN;

  public static final AlarmLimits NONE = new AlarmLimits(NO, NO, NO, NO, 0, 0, 0, NO, 0, NO, NO, 0);

  /** Longer than any use, and short enough for a sum with a time; about a thousand years. */
  private static final long LONGEST_MS = 1L << 45;

  /**
   * @throws IllegalArgumentException for limits out of order, outside of the range, or so close
   *     that no value could clear one without reaching the next
   */
  public AlarmLimits {
    LimitsCheck.check(lowLow, low, high, highHigh, hysteresis, rangeMin, rangeMax);
    LimitsCheck.require(
        Double.isNaN(ratePerMinute) || (Double.isFinite(ratePerMinute) && ratePerMinute > 0),
        "rate must be above 0");
    for (long ms : new long[] {onDelayMs, offDelayMs, stuckMs, offlineMs}) {
      LimitsCheck.require(ms >= 0 && ms <= LONGEST_MS, "no duration: " + ms);
    }
  }

  public AlarmLimits withLow(double newLowLow, double newLow) {
    return new AlarmLimits(
        newLowLow,
        newLow,
        high,
        highHigh,
        hysteresis,
        onDelayMs,
        offDelayMs,
        ratePerMinute,
        stuckMs,
        rangeMin,
        rangeMax,
        offlineMs);
  }

  public AlarmLimits withHigh(double newHigh, double newHighHigh) {
    return new AlarmLimits(
        lowLow,
        low,
        newHigh,
        newHighHigh,
        hysteresis,
        onDelayMs,
        offDelayMs,
        ratePerMinute,
        stuckMs,
        rangeMin,
        rangeMax,
        offlineMs);
  }

  public AlarmLimits withHysteresis(double newHysteresis) {
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        newHysteresis,
        onDelayMs,
        offDelayMs,
        ratePerMinute,
        stuckMs,
        rangeMin,
        rangeMax,
        offlineMs);
  }

  public AlarmLimits withDelays(long newOnDelayMs, long newOffDelayMs) {
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        hysteresis,
        newOnDelayMs,
        newOffDelayMs,
        ratePerMinute,
        stuckMs,
        rangeMin,
        rangeMax,
        offlineMs);
  }

  public AlarmLimits withRate(double newRatePerMinute) {
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        hysteresis,
        onDelayMs,
        offDelayMs,
        newRatePerMinute,
        stuckMs,
        rangeMin,
        rangeMax,
        offlineMs);
  }

  public AlarmLimits withStuck(long newStuckMs) {
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        hysteresis,
        onDelayMs,
        offDelayMs,
        ratePerMinute,
        newStuckMs,
        rangeMin,
        rangeMax,
        offlineMs);
  }

  public AlarmLimits withRange(double newRangeMin, double newRangeMax) {
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        hysteresis,
        onDelayMs,
        offDelayMs,
        ratePerMinute,
        stuckMs,
        newRangeMin,
        newRangeMax,
        offlineMs);
  }

  public AlarmLimits withOffline(long newOfflineMs) {
    return new AlarmLimits(
        lowLow,
        low,
        high,
        highHigh,
        hysteresis,
        onDelayMs,
        offDelayMs,
        ratePerMinute,
        stuckMs,
        rangeMin,
        rangeMax,
        newOfflineMs);
  }

  boolean hasRate() {
    return !Double.isNaN(ratePerMinute);
  }

  boolean hasStuck() {
    return stuckMs > 0;
  }

  boolean isOutOfRange(double value) {
    return value < rangeMin || value > rangeMax;
  }

  /** Whether the value reaches one of the four limits; never, where it is absent. */
  boolean isBeyond(int limit, double value) {
    return switch (limit) {
      case 0 -> value >= high;
      case 1 -> value >= highHigh;
      case 2 -> value <= low;
      default -> value <= lowLow;
    };
  }

  /** Whether the value is back by more than the hysteresis; always, where the limit is absent. */
  boolean isBack(int limit, double value) {
    return switch (limit) {
      case 0 -> !(value >= high - hysteresis);
      case 1 -> !(value >= highHigh - hysteresis);
      case 2 -> !(value <= low + hysteresis);
      default -> !(value <= lowLow + hysteresis);
    };
  }

  /** Above this, and below {@link #innerHigh}, a value is within range and reaches no limit. */
  double innerLow() {
    return highest(rangeMin, lowLow, low);
  }

  double innerHigh() {
    return -highest(-rangeMax, -highHigh, -high);
  }

  private static double highest(double... values) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      highest = value > highest ? value : highest;
    }
    return highest;
  }
}
