package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * A row of table 3 (4.3): a toxic gas with its own β.
 *
 * @param cas the CAS number paired with the printed name
 * @param beta without unit, above 0
 */
public record ToxicGas(
    String name, String cas, BigDecimal beta, Confidence confidence, String note) {

  public ToxicGas {
    if (name.isBlank() || beta.signum() <= 0) {
      throw new IllegalArgumentException("not a row of table 3: " + name);
    }
  }

  public String clause() {
    return "4.3 表3 " + name;
  }
}
