package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * A row of table 6 (4.3): a level of major hazard source by R.
 *
 * @param level 1 (worst) to 4
 * @param label as printed
 * @param fromR least R, included
 * @param expression as printed
 */
public record Grade(
    int level, String label, BigDecimal fromR, String expression, Confidence confidence) {

  public Grade {
    if (level < 1 || fromR.signum() < 0) {
      throw new IllegalArgumentException("not a row of table 6: " + label);
    }
  }

  public String clause() {
    return "4.3 表6 " + label;
  }
}
