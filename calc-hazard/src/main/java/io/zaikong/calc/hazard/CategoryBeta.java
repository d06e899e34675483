package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * A row of table 4 (4.3): the β of a hazard category.
 *
 * @param symbol as in table 2
 * @param beta without unit, above 0
 */
public record CategoryBeta(String symbol, BigDecimal beta, Confidence confidence, String note) {

  public CategoryBeta {
    if (symbol.isBlank() || beta.signum() <= 0) {
      throw new IllegalArgumentException("not a row of table 4: " + symbol);
    }
  }

  public String clause() {
    return "4.3 表4 " + symbol;
  }
}
