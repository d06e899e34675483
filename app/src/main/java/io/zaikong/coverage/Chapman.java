package io.zaikong.coverage;

/**
 * The two-list estimate of how many there are in all: N̂ = (n₁+1)(n₂+1)/(m+1) − 1 (Chapman 1951),
 * with the variance (n₁+1)(n₂+1)(n₁−m)(n₂−m) / ((m+1)²(m+2)) (Seber 1970) and a normal 95 %
 * interval. It takes for granted that nobody comes or goes between the lists, that being in one
 * says nothing about being in the other, that within a list all are equally likely to be in it, and
 * that the matches are right.
 *
 * @param n1 in the first list
 * @param n2 in the second list
 * @param m in both
 */
public record Chapman(long n1, long n2, long m) {

  /** Below it the estimate may be far off (Robson and Regier 1964). */
  public static final int FEWEST_IN_BOTH = 7;

  private static final double Z_95 = 1.959964;

  public Chapman {
    if (m < 0 || m > n1 || m > n2) {
      throw new IllegalArgumentException(n1 + ", " + n2 + ", " + m + " in both");
    }
  }

  /** How many the two lists know together. */
  public long known() {
    return n1 + n2 - m;
  }

  /** N̂ − known, which is (n₁−m)(n₂−m)/(m+1): never below 0. */
  public double unknown() {
    return (double) (n1 - m) * (n2 - m) / (m + 1);
  }

  /** N̂. */
  public double total() {
    return known() + unknown();
  }

  public double variance() {
    return (double) (n1 + 1) * (n2 + 1) / (m + 1) * (n1 - m) * (n2 - m) / (m + 1) / (m + 2);
  }

  public double standardError() {
    return Math.sqrt(variance());
  }

  /** The lower end of the interval; never below what is known. */
  public double low() {
    return Math.max(known(), total() - Z_95 * standardError());
  }

  public double high() {
    return total() + Z_95 * standardError();
  }

  public boolean isReliable() {
    return m >= FEWEST_IN_BOTH;
  }
}
