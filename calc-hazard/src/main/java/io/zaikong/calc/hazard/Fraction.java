package io.zaikong.calc.hazard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** An exact rational number, in lowest terms with a positive denominator. */
public final class Fraction implements Comparable<Fraction> {

  private static final int PLACES = 6;

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Fraction(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * @throws IllegalArgumentException when the denominator is not above 0
   */
  public static Fraction of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator " + denominator);
    }
    if (numerator.bitLength() < 64 && denominator.bitLength() < 64) {
      return of(numerator.longValue(), denominator.longValue());
    }
    BigInteger common = numerator.gcd(denominator);
    return new Fraction(numerator.divide(common), denominator.divide(common));
  }

  static Fraction of(long numerator, long denominator) {
    long a = numerator;
    long b = denominator;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    long common = a < 0 ? -a : a;
    return new Fraction(
        BigInteger.valueOf(numerator / common), BigInteger.valueOf(denominator / common));
  }

  public static Fraction of(BigDecimal value) {
    return value.scale() <= 0
        ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
        : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  public BigInteger numerator() {
    return numerator;
  }

  public BigInteger denominator() {
    return denominator;
  }

  public Fraction times(Fraction other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction dividedBy(Fraction other) {
    return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  public boolean isAtLeast(Fraction limit) {
    return compareTo(limit) >= 0;
  }

  /**
   * A plain decimal of at most 6 places, rounded half up, without trailing zeros; cut off instead
   * where rounding would show a limit as reached that is not.
   *
   * @param limits such as 1 for S, or the least R of each level
   */
  public String plain(List<Fraction> limits) {
    BigDecimal rounded = decimal(RoundingMode.HALF_UP);
    for (Fraction limit : limits) {
      if (compareTo(limit) < 0 && of(rounded).isAtLeast(limit)) {
        rounded = decimal(RoundingMode.DOWN);
      }
    }
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private BigDecimal decimal(RoundingMode mode) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), PLACES, mode);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction f
        && numerator.equals(f.numerator)
        && denominator.equals(f.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
