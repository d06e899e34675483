package io.zaikong.calc.hazard;

import java.util.List;
import java.util.Optional;

/**
 * The grading index of a unit, and the level of a major hazard source (4.3).
 *
 * @param band gives α
 * @param r R = α·Σ(β·q/Q), exact
 * @param grade the level that R reaches; empty when the unit is not major
 * @param limits the least R of each level above the last
 */
public record Grading(
    PopulationBand band, Fraction r, Optional<Grade> grade, List<Fraction> limits) {

  public Grading {
    limits = List.copyOf(limits);
  }

  public String alphaText() {
    return Fraction.of(band.alpha()).plain(List.of());
  }

  /** R as a plain decimal, never rounded up to a level that is not reached. */
  public String rText() {
    return r.plain(limits);
  }
}
