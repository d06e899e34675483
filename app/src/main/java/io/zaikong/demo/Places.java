package io.zaikong.demo;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.Division;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Where enterprises lie. Positions are near the townships' centres, which are known to about two
 * kilometres: no surveyed position is claimed.
 */
final class Places {

  private static final double NEAR_STREET_DEG = 0.009;
  private static final double NEAR_TOWN_DEG = 0.02;

  private final Map<District, List<Division>> townships;
  private final Map<DivisionCode, GeoPoint> centres = new HashMap<>();

  Places(Map<District, List<Division>> townships) {
    this.townships = townships;
    Rows.read("townships.tsv")
        .forEach(
            r ->
                centres.put(
                    new DivisionCode(r.get(0)),
                    new GeoPoint(Double.parseDouble(r.get(1)), Double.parseDouble(r.get(2)))));
  }

  District district(Trade trade, Random random) {
    int sum = townships.keySet().stream().mapToInt(trade.where()).sum();
    int drawn = random.nextInt(sum);
    for (District district : townships.keySet()) {
      drawn -= trade.where().applyAsInt(district);
      if (drawn < 0) {
        return district;
      }
    }
    throw new AssertionError();
  }

  /** In a street or in a town, as the trade has it. */
  Division township(Trade trade, District district, Random random) {
    boolean street = random.nextInt(100) < trade.urbanPercent();
    List<Division> some = of(district).stream().filter(t -> isStreet(t) == street).toList();
    return some.get(random.nextInt(some.size()));
  }

  Division park(District district) {
    return of(district).stream()
        .filter(t -> t.code().equals(district.park()))
        .findFirst()
        .orElseThrow();
  }

  GeoPoint position(Division township, Random random) {
    GeoPoint centre =
        Objects.requireNonNull(
            centres.get(township.code()), () -> "no centre of " + township.name());
    double withinDeg = isStreet(township) ? NEAR_STREET_DEG : NEAR_TOWN_DEG;
    return new GeoPoint(
        rounded(centre.longitudeDeg() + withinDeg * (2 * random.nextDouble() - 1)),
        rounded(centre.latitudeDeg() + withinDeg * (2 * random.nextDouble() - 1)));
  }

  private List<Division> of(District district) {
    return Objects.requireNonNull(townships.get(district));
  }

  private static boolean isStreet(Division township) {
    return township.name().endsWith("街道");
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 10_000) / 10_000.0;
  }
}
