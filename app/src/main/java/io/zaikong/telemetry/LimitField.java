package io.zaikong.telemetry;

import java.math.BigDecimal;

/**
 * A number of a sensor's limits. Values without unit in their name are in the sensor's own; the
 * bounds of delays are the product's own reading: a longer one would hide an alarm.
 */
public enum LimitField {
  RANGE_LOW("rangeLow", "量程下限", null, null),
  RANGE_HIGH("rangeHigh", "量程上限", null, null),
  LOW_LOW("lowLow", "低低限", null, null),
  LOW("low", "低限", null, null),
  HIGH("high", "高限", null, null),
  HIGH_HIGH("highHigh", "高高限", null, null),
  HYSTERESIS("hysteresis", "回差", "0", null),
  /** Immediately dangerous to life or health; where a detector cannot measure down to the OEL. */
  IDLH("idlh", "IDLH", "0", null),
  ON_DELAY_S("onDelayS", "报警延时（秒）", "0", "300"),
  OFF_DELAY_S("offDelayS", "解除延时（秒）", "0", "3600"),
  RATE_PER_MIN("ratePerMin", "变化率（每分钟）", "0", null),
  STUCK_AFTER_MIN("stuckAfterMin", "不变时间（分钟）", "1", "10080"),
  OFFLINE_AFTER_S("offlineAfterS", "离线时间（秒）", "10", "86400");

  private final String key;
  private final String title;
  private final BigDecimal least;
  private final BigDecimal most;

  LimitField(
      String key,
      String title,
      @org.jspecify.annotations.Nullable String least,
      @org.jspecify.annotations.Nullable String most) {
    this.key = key;
    this.title = title;
    this.least = new BigDecimal(least == null ? "-1000000000" : least);
    this.most = new BigDecimal(most == null ? "1000000000" : most);
  }

  /** The field of a form. */
  public String key() {
    return key;
  }

  /** The column of a workbook. */
  String title() {
    return title;
  }

  public String textKey() {
    return "telemetry.limit." + name();
  }

  public boolean isRequired() {
    return this == OFFLINE_AFTER_S;
  }

  /** Of time, in whole units that its words say; the others are in the sensor's unit. */
  public boolean isWhole() {
    return name().endsWith("_S") || this == STUCK_AFTER_MIN;
  }

  /** Whether it is about what is measured, so that a picture has none. */
  public boolean isMeasured() {
    return this != OFFLINE_AFTER_S;
  }

  /** Compared by the value, greater is milder; a missing one is not asked for. */
  public boolean isLimit() {
    return this == LOW_LOW || this == LOW || this == HIGH || this == HIGH_HIGH;
  }

  BigDecimal least() {
    return least;
  }

  BigDecimal most() {
    return most;
  }

  boolean admits(BigDecimal value) {
    boolean isAboveZero = this != RATE_PER_MIN && this != IDLH || value.signum() > 0;
    return isAboveZero && value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }
}
