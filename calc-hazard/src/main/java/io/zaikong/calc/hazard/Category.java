package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * A row of table 2 (4.1.2 b): a hazard category.
 *
 * @param symbol J1 to J5, W1.1 to W11
 * @param group health or physical hazard, as printed
 * @param kind the hazard class, as printed
 * @param classification which categories and conditions it holds, as printed
 * @param criticalT critical quantity Q, t, above 0; for W3 the net mass
 */
public record Category(
    String symbol,
    String group,
    String kind,
    String classification,
    BigDecimal criticalT,
    Confidence confidence,
    String note) {

  public Category {
    if (symbol.isBlank() || criticalT.signum() <= 0) {
      throw new IllegalArgumentException("not a row of table 2: " + symbol);
    }
  }

  public String clause() {
    return "4.1.2 表2 " + symbol;
  }
}
