package io.zaikong.calc.hazard;

import java.math.BigInteger;
import java.util.List;

/**
 * The exact sums over a unit's chemicals: in longs, and in big integers where those overflow.
 *
 * @param ratios Σ q/Q
 * @param weighted Σ β·q/Q
 */
record Sums(Fraction ratios, Fraction weighted) {

  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  /** One quantity a choice, in the same order. */
  static Sums of(List<Quantity> quantities, List<Resolution.Chosen> choices, Scale scale) {
    int places = 0;
    boolean large = false;
    for (Quantity quantity : quantities) {
      places = Math.max(places, quantity.scale());
      large |= quantity.unscaled() == Quantity.LARGE;
    }
    if (!large && places < POWERS.length) {
      try {
        return inLongs(quantities, choices, scale, places);
      } catch (ArithmeticException overflow) {
        return inBigIntegers(quantities, choices, scale, places);
      }
    }
    return inBigIntegers(quantities, choices, scale, places);
  }

  private static Sums inLongs(
      List<Quantity> quantities, List<Resolution.Chosen> choices, Scale scale, int places) {
    long ratios = 0;
    long weighted = 0;
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      Resolution.Chosen choice = choices.get(i);
      long q = Math.multiplyExact(quantity.unscaled(), POWERS[places - quantity.scale()]);
      ratios = Math.addExact(ratios, Math.multiplyExact(q, choice.weight()));
      weighted = Math.addExact(weighted, Math.multiplyExact(q, choice.betaWeight()));
    }
    long denominator = Math.multiplyExact(scale.denominator(), POWERS[places]);
    return new Sums(
        Fraction.of(ratios, denominator),
        Fraction.of(weighted, Math.multiplyExact(denominator, scale.betaScale())));
  }

  private static Sums inBigIntegers(
      List<Quantity> quantities, List<Resolution.Chosen> choices, Scale scale, int places) {
    BigInteger ratios = BigInteger.ZERO;
    BigInteger weighted = BigInteger.ZERO;
    for (int i = 0; i < quantities.size(); i++) {
      Resolution.Chosen choice = choices.get(i);
      BigInteger q = quantities.get(i).value().movePointRight(places).toBigIntegerExact();
      ratios = ratios.add(q.multiply(BigInteger.valueOf(choice.weight())));
      weighted = weighted.add(q.multiply(BigInteger.valueOf(choice.betaWeight())));
    }
    BigInteger denominator =
        BigInteger.valueOf(scale.denominator()).multiply(BigInteger.TEN.pow(places));
    return new Sums(
        Fraction.of(ratios, denominator),
        Fraction.of(weighted, denominator.multiply(BigInteger.valueOf(scale.betaScale()))));
  }
}
