package io.zaikong.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as Excel shows them. */
final class NumberText {

  private static final Pattern FORM =
      Pattern.compile("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,3})?");
  private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
  private static final int LAST_EXPONENT = 308;

  private NumberText() {}

  /** Plain decimal text without binary noise; what is no number of Excel's comes back as it is. */
  static String plain(String raw) {
    String text = raw.strip();
    if (!FORM.matcher(text).matches()) {
      return raw;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() == 0) {
      return "0";
    }
    if (Math.abs((long) number.precision() - number.scale()) > LAST_EXPONENT) {
      return raw;
    }
    return number.round(EXCEL).stripTrailingZeros().toPlainString();
  }
}
