package io.zaikong.hazards;

import io.zaikong.TestCity;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.util.List;

/** Sites of one unit with one chemical, declared as an enterprise would. */
final class DeclaredSites {

  private DeclaredSites() {}

  static SiteDeclaration site(
      int number, String division, int population, StatedChemical chemical) {
    CreditCode code = CreditCode.completing("91%s%09d".formatted(division.substring(0, 6), number));
    return new SiteDeclaration(
        Enterprise.stated(
            code,
            "核定例%d厂".formatted(number),
            new DivisionCode(division),
            "示例路",
            new GeoPoint(118.05, 36.8),
            Category.HAZCHEM_PRODUCTION,
            "",
            ""),
        population,
        "示例",
        List.of(SiteDeclaration.Unit.of("罐区" + number, UnitKind.STORAGE, List.of(chemical))));
  }

  /** Declares it and gives the unit's id. */
  static long declare(TestCity city, SiteDeclaration site) {
    return city.asSystem(
        () -> {
          city.bean(Declarations.class).declare(List.of(site), done -> {});
          String code = site.enterprise().creditCode().value();
          long enterprise =
              city.bean(Enterprises.class).findAll(List.of(code)).values().iterator().next().id();
          return city.bean(Sources.class)
              .list(SourceFilter.unitsOf(enterprise), 0, 10)
              .getFirst()
              .id();
        });
  }
}
