package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * The β presumed for a row of table 1 that table 3 does not name. The standard does not list these:
 * they follow from the substance's hazard categories and are to be ruled on.
 *
 * @param no the row of table 1
 * @param beta without unit, above 0
 * @param table the table that it was looked up in, 3 or 4
 * @param symbols the categories presumed, as text
 * @param certainty high, medium or low
 */
public record PresumedBeta(
    int no,
    BigDecimal beta,
    int table,
    String symbols,
    String certainty,
    Confidence confidence,
    String note) {

  public PresumedBeta {
    if (beta.signum() <= 0) {
      throw new IllegalArgumentException("β must be above 0 for row " + no + " of table 1");
    }
  }

  public String clause() {
    return "4.3 表" + table;
  }
}
