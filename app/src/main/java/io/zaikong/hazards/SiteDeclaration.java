package io.zaikong.hazards;

import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Enterprise;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise declares of its plant: the people around it and its units.
 *
 * @param exposedPopulation residents within 500 m outside the boundary (GB 18218-2018 4.3)
 * @param populationCountedOn null when not stated
 */
public record SiteDeclaration(
    Enterprise enterprise,
    int exposedPopulation,
    String populationSource,
    @Nullable LocalDate populationCountedOn,
    List<Unit> units) {

  public SiteDeclaration {
    units = List.copyOf(units);
    if (exposedPopulation < 0) {
      throw new IllegalArgumentException("a population is not negative");
    }
  }

  /** Without the day of the count. */
  public SiteDeclaration(
      Enterprise enterprise, int exposedPopulation, String populationSource, List<Unit> units) {
    this(enterprise, exposedPopulation, populationSource, null, units);
  }

  /**
   * A unit and what is in it at its design maximum.
   *
   * @param defaults hold for the chemicals that state none of their own
   */
  public record Unit(
      String name, UnitKind kind, Handling defaults, List<DeclaredChemical> chemicals) {

    public Unit {
      chemicals = List.copyOf(chemicals);
    }

    /** Of chemicals whose handling is not stated. */
    public static Unit of(String name, UnitKind kind, List<StatedChemical> chemicals) {
      return new Unit(
          name, kind, Handling.NOT_STATED, chemicals.stream().map(DeclaredChemical::of).toList());
    }
  }
}
