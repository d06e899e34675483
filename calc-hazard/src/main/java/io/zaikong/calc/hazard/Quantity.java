package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * A stated quantity, t. Short plain numbers are read without leaving the registers; long ones and
 * those with an exponent are bounded before they are built, so no text can cost much.
 *
 * @param unscaled the value times 10^scale, or {@link #LARGE} when it has more than 18 digits
 */
record Quantity(BigDecimal value, long unscaled, int scale) implements Reading {

  static final long LARGE = -1;

  private static final int MOST_DECIMALS = 30;
  private static final int MOST_CHARACTERS = 64;
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);
  private static final Reading.Failed MISSING = new Reading.Failed(Reason.QUANTITY_MISSING);
  private static final Reading.Failed NOT_A_NUMBER =
      new Reading.Failed(Reason.QUANTITY_NOT_A_NUMBER);
  private static final Reading.Failed NEGATIVE = new Reading.Failed(Reason.QUANTITY_NEGATIVE);
  private static final Reading.Failed OUT_OF_RANGE =
      new Reading.Failed(Reason.QUANTITY_OUT_OF_RANGE);

  static Reading read(String text) {
    int length = text.length();
    if (length == 0) {
      return MISSING;
    }
    long unscaled = 0;
    int digits = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        unscaled = unscaled * 10 + (c - '0');
        digits++;
      } else if (c == '.' && point < 0 && digits > 0 && i + 1 < length) {
        point = i;
      } else {
        return slow(text);
      }
    }
    int scale = point < 0 ? 0 : length - point - 1;
    if (digits > 18 || digits - scale > 12) {
      return slow(text);
    }
    return new Quantity(BigDecimal.valueOf(unscaled, scale), unscaled, scale);
  }

  private static Reading slow(String text) {
    if (!Numerals.isDecimal(text)) {
      return NOT_A_NUMBER;
    }
    if (text.length() > MOST_CHARACTERS || Numerals.exponentDigits(text) > 3) {
      return OUT_OF_RANGE;
    }
    BigDecimal value = new BigDecimal(text);
    if (value.signum() < 0) {
      return NEGATIVE;
    }
    if (value.signum() == 0) {
      return new Quantity(BigDecimal.ZERO, 0, 0);
    }
    if (value.precision() - value.scale() > 13
        || value.compareTo(LIMIT) >= 0
        || value.stripTrailingZeros().scale() > MOST_DECIMALS) {
      return OUT_OF_RANGE;
    }
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return plain.precision() <= 18 && plain.scale() <= 18
        ? new Quantity(plain, plain.unscaledValue().longValueExact(), plain.scale())
        : new Quantity(plain, LARGE, plain.scale());
  }
}
