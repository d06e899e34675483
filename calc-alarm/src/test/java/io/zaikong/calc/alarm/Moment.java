package io.zaikong.calc.alarm;

/**
 * A moment in the life of a sensor: either what is held is judged, or it is looked whether a delay
 * is over.
 *
 * @param input which input it belongs to, {@code stage} in which order within it
 * @param isJudgement by the value; otherwise a look at the delays
 * @param byArrival a look by the server's clock; otherwise with a sample, by its time
 * @param ms of the clock that counts, {@code heardMs} always the server's
 * @param held the newest value within the range; NaN when there is none
 * @param newest the newest value
 */
record Moment(
    int input,
    int stage,
    boolean isJudgement,
    boolean byArrival,
    long ms,
    long heardMs,
    AlarmLimits limits,
    double held,
    double newest,
    double rate) {

  boolean isBeyond(AlarmCondition condition) {
    return switch (condition) {
      case HIGH -> held >= limits.high();
      case HIGH_HIGH -> held >= limits.highHigh();
      case LOW -> held <= limits.low();
      case LOW_LOW -> held <= limits.lowLow();
      case RATE -> rate >= limits.ratePerMinute();
      case OUT_OF_RANGE -> newest < limits.rangeMin() || newest > limits.rangeMax();
      default -> throw new IllegalArgumentException(condition.name());
    };
  }

  boolean isBack(AlarmCondition condition) {
    double h = limits.hysteresis();
    return switch (condition) {
      case HIGH -> isBelow(held, limits.high() - h);
      case HIGH_HIGH -> isBelow(held, limits.highHigh() - h);
      case LOW -> isBelow(-held, -limits.low() - h);
      case LOW_LOW -> isBelow(-held, -limits.lowLow() - h);
      default -> !isBeyond(condition);
    };
  }

  private static boolean isBelow(double value, double limit) {
    return Double.isNaN(value) || Double.isNaN(limit) || value < limit;
  }

  double valueOf(AlarmCondition condition) {
    return condition == AlarmCondition.OUT_OF_RANGE ? newest : held;
  }
}
