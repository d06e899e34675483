package io.zaikong.calc.hazard.derivation;

import java.math.BigDecimal;

/**
 * A limit of the derivation. Those that are not the standard's text are to be ruled on by the
 * bureau, and are shown as unverified until then.
 */
public record Interpretation(
    String key,
    BigDecimal value,
    String unit,
    String clause,
    Provenance provenance,
    String chinese,
    String english) {

  String valueText() {
    return value.stripTrailingZeros().toPlainString() + unit;
  }

  Step step() {
    return new Step(clause, provenance, chinese + ":" + valueText(), english + ": " + valueText());
  }
}
