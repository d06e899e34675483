package io.zaikong.calc.hazard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/**
 * Makes every 1/Q and β of an edition a whole number: S = Σ q·weight / denominator, so that nothing
 * is lost although some Q hold the factor 3.
 */
record Scale(long factor, long multiple, int decimals, long denominator, long betaScale) {

  static Scale of(Collection<BigDecimal> criticalsT, Collection<BigDecimal> betas) {
    int decimals = criticalsT.stream().mapToInt(q -> scaleOf(q)).max().orElse(0);
    BigInteger multiple = BigInteger.ONE;
    for (BigDecimal critical : criticalsT) {
      BigInteger whole = critical.movePointRight(decimals).toBigIntegerExact();
      multiple = multiple.multiply(whole).divide(multiple.gcd(whole));
    }
    BigInteger unit = BigInteger.TEN.pow(decimals);
    BigInteger common = unit.gcd(multiple);
    int betaDecimals = betas.stream().mapToInt(b -> scaleOf(b)).max().orElse(0);
    return new Scale(
        unit.divide(common).longValueExact(),
        multiple.longValueExact(),
        decimals,
        multiple.divide(common).longValueExact(),
        BigInteger.TEN.pow(betaDecimals).longValueExact());
  }

  Resolution.Chosen choose(Basis basis) {
    long whole = basis.criticalT().movePointRight(decimals).longValueExact();
    long weight = Math.multiplyExact(multiple / whole, factor);
    long beta = basis.beta().value().multiply(BigDecimal.valueOf(betaScale)).longValueExact();
    return new Resolution.Chosen(basis, weight, Math.multiplyExact(weight, beta));
  }

  private static int scaleOf(BigDecimal value) {
    return Math.max(0, value.stripTrailingZeros().scale());
  }
}
