package io.zaikong.calc.hazard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How an edition judges; a later edition that judges otherwise adds its own. */
enum Rule {
  /** GB 18218-2018: S = Σ q/Q ≥ 1 is major (4.2.1), R = α·Σ(β·q/Q) gives the level (4.3). */
  SUM_OF_RATIOS {
    @Override
    UnitResult judge(
        String unit, Edition edition, PopulationBand band, Sums sums, List<Term> terms) {
      Fraction r = sums.weighted().times(Fraction.of(band.alpha()));
      Optional<Grade> grade =
          sums.ratios().isAtLeast(LIMIT) ? Optional.of(edition.gradeOf(r)) : Optional.empty();
      Grading grading = new Grading(band, r, grade, edition.gradeLimits());
      return new UnitResult(unit, edition.name(), sums.ratios(), grading, terms);
    }
  };

  static final Fraction LIMIT = Fraction.of(1, 1);
  static final List<Fraction> LIMITS = List.of(LIMIT);

  abstract UnitResult judge(
      String unit, Edition edition, PopulationBand band, Sums sums, List<Term> terms);

  /** Every unit is checked before any is judged; all problems are reported at once. */
  Identification identify(StatedSite site, Edition edition) {
    Problems problems = new Problems(edition.name());
    Optional<PopulationBand> band = band(site, edition, problems);
    if (site.units().isEmpty()) {
      problems.add(Reason.SITE_WITHOUT_UNITS, "", "", List.of());
    }
    List<UnitResult> results = new ArrayList<>(site.units().size());
    Set<String> names = new HashSet<>();
    int place = 0;
    for (StatedUnit unit : site.units()) {
      place++;
      String shown = unit.name().isEmpty() ? "#" + place : unit.name();
      if (unit.name().isEmpty()) {
        problems.add(Reason.UNIT_UNNAMED, shown, "", List.of());
      } else if (!names.add(unit.name())) {
        problems.add(Reason.UNIT_REPEATED, shown, "", List.of());
      }
      if (unit.chemicals().isEmpty() && unit.outside().isEmpty()) {
        problems.add(Reason.UNIT_EMPTY, shown, "", List.of());
      }
      judge(unit, shown, edition, band, problems).ifPresent(results::add);
    }
    return problems.isEmpty()
        ? new Identification.Identified(results)
        : new Identification.Refused(problems.all());
  }

  private Optional<UnitResult> judge(
      StatedUnit unit,
      String shown,
      Edition edition,
      Optional<PopulationBand> band,
      Problems problems) {
    int count = unit.chemicals().size();
    List<Quantity> quantities = new ArrayList<>(count);
    List<Resolution.Chosen> choices = new ArrayList<>(count);
    List<Term> terms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StatedChemical stated = unit.chemicals().get(i);
      Resolution resolution = edition.resolve(stated);
      Reading reading = Quantity.read(stated.quantityT());
      if (resolution instanceof Resolution.Chosen chosen && reading instanceof Quantity quantity) {
        choices.add(chosen);
        quantities.add(quantity);
        terms.add(new Term(stated, quantity.value(), chosen.basis()));
        continue;
      }
      String chemical = stated.label().isEmpty() ? "#" + (i + 1) : stated.label();
      if (resolution instanceof Resolution.Undecided undecided) {
        problems.add(undecided.reason(), shown, chemical, undecided.details());
      }
      if (reading instanceof Reading.Failed failed) {
        problems.add(failed.reason(), shown, chemical, List.of(stated.quantityT()));
      }
    }
    for (StatedChemical stated : unit.outside()) {
      if (Quantity.read(stated.quantityT()) instanceof Reading.Failed failed) {
        problems.add(failed.reason(), shown, stated.label(), List.of(stated.quantityT()));
      }
    }
    if (!problems.isEmpty() || band.isEmpty()) {
      return Optional.empty();
    }
    Sums sums = Sums.of(quantities, choices, edition.scale());
    return Optional.of(judge(unit.name(), edition, band.get(), sums, terms));
  }

  private static Optional<PopulationBand> band(
      StatedSite site, Edition edition, Problems problems) {
    String stated = site.exposedPopulation();
    if (stated.isEmpty()) {
      problems.add(Reason.POPULATION_MISSING, "", "", List.of());
      return Optional.empty();
    }
    boolean whole = stated.length() <= 10 && stated.chars().allMatch(c -> c >= '0' && c <= '9');
    Optional<PopulationBand> band =
        whole ? edition.findBand(Long.parseLong(stated)) : Optional.empty();
    if (band.isEmpty()) {
      problems.add(Reason.POPULATION_INVALID, "", "", List.of(stated));
    }
    return band;
  }
}
