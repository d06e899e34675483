package io.zaikong.calc.hazard;

import java.math.BigDecimal;

/**
 * A row of table 5 (4.3): α by the residents within 500 m outside the plant's boundary.
 *
 * @param from least number of persons, included
 * @param to greatest number of persons, included; {@link Long#MAX_VALUE} without limit
 * @param alpha without unit, above 0
 */
public record PopulationBand(
    String label, long from, long to, BigDecimal alpha, Confidence confidence, String note) {

  public PopulationBand {
    if (from < 0 || to < from || alpha.signum() <= 0) {
      throw new IllegalArgumentException("not a row of table 5: " + label);
    }
  }

  public boolean contains(long persons) {
    return from <= persons && persons <= to;
  }

  public String clause() {
    return "4.3 表5 " + label;
  }
}
