package io.zaikong.calc.hazard;

import java.math.BigDecimal;
import java.util.List;

/**
 * One chemical's share in S and R.
 *
 * @param quantityT q, t, at least 0
 */
public record Term(StatedChemical chemical, BigDecimal quantityT, Basis basis) {

  private static final List<Fraction> ONE = List.of(Fraction.of(1, 1));

  /** q/Q, exact. */
  public Fraction ratio() {
    return Fraction.of(quantityT).dividedBy(Fraction.of(basis.criticalT()));
  }

  /** q/Q as a plain decimal. */
  public String ratioText() {
    return ratio().plain(ONE);
  }

  /** q as a plain decimal, t. */
  public String quantityText() {
    return Fraction.of(quantityT).plain(List.of());
  }
}
