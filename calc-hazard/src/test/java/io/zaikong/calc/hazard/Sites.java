package io.zaikong.calc.hazard;

import java.util.List;

/** Builds stated sites and takes answers apart. */
final class Sites {

  static final Edition EDITION = Edition.gb18218Of2018();

  private Sites() {}

  static StatedSite site(String population, StatedChemical... chemicals) {
    return new StatedSite("厂", population, List.of(new StatedUnit("罐区", List.of(chemicals))));
  }

  static StatedChemical named(String name, String quantityT) {
    return new StatedChemical("", name, List.of(), quantityT);
  }

  static StatedChemical cas(String cas, String quantityT) {
    return new StatedChemical(cas, "", List.of(), quantityT);
  }

  static StatedChemical both(String cas, String name) {
    return new StatedChemical(cas, name, List.of(), "1");
  }

  static StatedChemical classified(String name, String quantityT, String... categories) {
    return new StatedChemical("", name, List.of(categories), quantityT);
  }

  static UnitResult judged(String population, StatedChemical... chemicals) {
    return judged(EDITION, population, chemicals);
  }

  static UnitResult judged(Edition edition, String population, StatedChemical... chemicals) {
    return switch (edition.identify(site(population, chemicals))) {
      case Identification.Identified identified -> identified.units().getFirst();
      case Identification.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  static List<Problem> refused(StatedSite site) {
    return switch (EDITION.identify(site)) {
      case Identification.Identified identified -> throw new AssertionError(identified);
      case Identification.Refused refused -> refused.problems();
    };
  }

  static List<Reason> reasons(StatedChemical... chemicals) {
    return refused(site("0", chemicals)).stream().map(Problem::reason).toList();
  }

  /** The row of table 1 that decides; 0 when table 2 does. */
  static int row(StatedChemical chemical) {
    return judged("0", chemical).terms().getFirst().basis() instanceof Basis.Listed listed
        ? listed.substance().no()
        : 0;
  }
}
