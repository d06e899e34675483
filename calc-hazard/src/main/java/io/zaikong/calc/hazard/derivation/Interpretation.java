package io.zaikong.calc.hazard.derivation;

import java.math.BigDecimal;

/**
 * A limit of the derivation. Those that are not the standard's text are to be ruled on by the
 * bureau, and are shown as unverified until then.
 *
 * @param unit empty for a choice between 1 (yes) and 0 (no)
 * @param least what a ruling may choose, to {@code most}; beyond it a slip of the pen is assumed
 */
public record Interpretation(
    String key,
    BigDecimal value,
    String unit,
    BigDecimal least,
    BigDecimal most,
    String clause,
    Provenance provenance,
    String chinese,
    String english) {

  public boolean isChoice() {
    return unit.isEmpty();
  }

  /** Whether it is not the standard's own text. */
  public boolean mayBeRuled() {
    return provenance != Provenance.TEXT;
  }

  /** Whether it is the standard's text, or was ruled on. */
  public boolean isVerified() {
    return provenance.isVerified();
  }

  /** Whether a ruling may choose this value. */
  public boolean allows(BigDecimal chosen) {
    boolean within = chosen.compareTo(least) >= 0 && chosen.compareTo(most) <= 0;
    return within && (!isChoice() || chosen.stripTrailingZeros().scale() <= 0);
  }

  String valueText() {
    return value.stripTrailingZeros().toPlainString() + unit;
  }

  Step step() {
    return new Step(clause, provenance, chinese + ":" + valueText(), english + ": " + valueText());
  }
}
