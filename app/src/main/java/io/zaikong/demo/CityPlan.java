package io.zaikong.demo;

import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.Division;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws the city's enterprises and what they declare: the same ones for the same townships,
 * whichever day it is loaded. Only these draws are random, and from a fixed seed.
 */
final class CityPlan {

  private static final long SEED = 370300L;
  private static final int MANY = 1000;

  private final Random random = new Random(SEED);
  private final Map<District, List<Division>> townships;
  private final Map<District, Integer> nextTownship = new HashMap<>();
  private final Map<Division, GeoPoint> centres = new HashMap<>();
  private final InventedNames names = new InventedNames(random);
  private int number;

  private CityPlan(Map<District, List<Division>> townships) {
    this.townships = townships;
  }

  /**
   * @param townships of every district, in the order of their codes
   * @return declarations by district; one without units for an enterprise without a site
   */
  static Map<District, List<SiteDeclaration>> draw(Map<District, List<Division>> townships) {
    return new CityPlan(townships).drawAll();
  }

  private Map<District, List<SiteDeclaration>> drawAll() {
    List<District> districts = District.all();
    Map<District, List<SiteDeclaration>> city = new LinkedHashMap<>();
    districts.forEach(district -> city.put(district, new ArrayList<>()));
    for (Trade trade : Trade.all()) {
      for (int i = 0; i < trade.count(); i++) {
        District district = district(districts);
        city.getOrDefault(district, List.of()).add(declaration(trade, district));
      }
    }
    return city;
  }

  private District district(List<District> districts) {
    int drawn = random.nextInt(districts.stream().mapToInt(District::weight).sum());
    for (District district : districts) {
      drawn -= district.weight();
      if (drawn < 0) {
        return district;
      }
    }
    throw new AssertionError();
  }

  private SiteDeclaration declaration(Trade trade, District district) {
    Division township = township(trade, district);
    String word = names.word();
    String person = names.person();
    number++;
    Enterprise enterprise =
        Enterprise.stated(
            CreditCode.completing("91" + district.code() + "MADC%05d".formatted(number)),
            district.shortName() + word + trade.name() + "有限公司",
            township.code(),
            "%s%s%s路%d号".formatted(district.name(), township.name(), word, 1 + random.nextInt(180)),
            position(district, township),
            trade.category(),
            person,
            "0533-%07d".formatted(number));
    List<SiteDeclaration.Unit> units = new ArrayList<>();
    for (Trade.Unit unit : trade.units()) {
      if (random.nextInt(100) < unit.sharePercent()) {
        units.add(unit(unit));
      }
    }
    return new SiteDeclaration(enterprise, population(trade), "企业周边入户调查(演示数据)", units);
  }

  /**
   * Half of the producers in the park; else one after the other, so that every township has some.
   */
  private Division township(Trade trade, District district) {
    List<Division> of = townships.getOrDefault(district, List.of());
    if (trade.category() == Category.HAZCHEM_PRODUCTION && random.nextBoolean()) {
      return of.stream().filter(t -> t.code().equals(district.park())).findFirst().orElseThrow();
    }
    int turn = nextTownship.merge(district, 1, Integer::sum);
    return of.get(turn * 7 % of.size());
  }

  private SiteDeclaration.Unit unit(Trade.Unit unit) {
    return SiteDeclaration.Unit.of(
        unit.name(),
        unit.kind(),
        unit.substances().stream()
            .map(s -> new StatedChemical(s.cas(), s.name(), s.categories(), quantity(s)))
            .toList());
  }

  /** More small stocks than great ones. */
  private String quantity(Trade.Substance substance) {
    double drawn = random.nextDouble();
    double quantityT = substance.minT() + (substance.maxT() - substance.minT()) * drawn * drawn;
    int decimals = quantityT < 1 ? 2 : quantityT < 20 ? 1 : quantityT < MANY ? 0 : -1;
    return BigDecimal.valueOf(quantityT).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private int population(Trade trade) {
    double drawn = random.nextDouble();
    return random.nextInt(5) == 0 ? 0 : (int) (trade.populationMax() * drawn * drawn);
  }

  /** Near the township's centre, which is drawn too: no surveyed position is claimed. */
  private GeoPoint position(District district, Division township) {
    boolean street = township.name().endsWith("街道");
    GeoPoint centre =
        centres.computeIfAbsent(township, t -> near(district.seat(), street ? 0.02 : 0.07));
    return near(centre, 0.012);
  }

  private GeoPoint near(GeoPoint centre, double withinDeg) {
    return new GeoPoint(
        rounded(centre.longitudeDeg() + withinDeg * (2 * random.nextDouble() - 1)),
        rounded(centre.latitudeDeg() + withinDeg * (2 * random.nextDouble() - 1)));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 10_000) / 10_000.0;
  }
}
