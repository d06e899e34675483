package io.zaikong.calc.hazard;

import java.util.List;

/**
 * The judgement of one unit.
 *
 * @param edition the edition that judged, such as {@code GB 18218-2018}
 * @param s S = Σ q/Q (4.2.1), exact
 * @param grading R, with a level exactly when S ≥ 1
 * @param terms one a chemical as stated, in its order
 */
public record UnitResult(
    String unit, String edition, Fraction s, Grading grading, List<Term> terms) {

  public UnitResult {
    terms = List.copyOf(terms);
    if (grading.grade().isPresent() != s.isAtLeast(Rule.LIMIT)) {
      throw new IllegalArgumentException(
          "a unit has a level exactly when S is at least 1: " + unit);
    }
  }

  public boolean isMajor() {
    return grading.grade().isPresent();
  }

  /** S as a plain decimal, never rounded up to 1. */
  public String sText() {
    return s.plain(Rule.LIMITS);
  }
}
