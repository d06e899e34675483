package io.zaikong.calc.tailings;

import io.zaikong.calc.hazard.Confidence;
import java.math.BigDecimal;

/**
 * A row of the table of classes.
 *
 * @param number 1 (the highest) to 5
 * @param label as printed
 * @param from10kM3 least total capacity, included, 10,000 m³
 * @param capacityExpression as printed
 * @param fromM least dam height, included, m
 * @param heightExpression as printed
 */
public record PondClass(
    int number,
    String label,
    BigDecimal from10kM3,
    String capacityExpression,
    BigDecimal fromM,
    String heightExpression,
    Confidence confidence,
    String note) {

  public PondClass {
    if (number < 1 || from10kM3.signum() < 0 || fromM.signum() < 0) {
      throw new IllegalArgumentException("not a class of ponds: " + label);
    }
  }
}
