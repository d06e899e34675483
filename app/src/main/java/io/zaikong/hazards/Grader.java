package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Grade;
import io.zaikong.calc.hazard.Grading;
import io.zaikong.calc.hazard.Identification;
import io.zaikong.calc.hazard.Identification.Identified;
import io.zaikong.calc.hazard.Identification.Refused;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import io.zaikong.calc.hazard.UnitResult;
import io.zaikong.hazards.DeclarationStore.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges units by the edition in force and brings the result into the form that is stored. */
@Service
class Grader {

  private final Rulings rulings;
  private final RulingStore store;

  Grader(Rulings rulings, RulingStore store) {
    this.rulings = rulings;
    this.store = store;
  }

  /**
   * The edition in force, with the rulings on what it leaves open. A ruling made before the
   * caller's transaction ends waits for it, and then grades anew what the caller did not know.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Edition edition() {
    store.lockRulings();
    return rulings.edition();
  }

  /** What keeps a unit from being judged; empty when nothing does. */
  List<Problem> problems(
      Edition edition, int exposedPopulation, String unit, List<StatedChemical> chemicals) {
    return identify(edition, exposedPopulation, unit, chemicals) instanceof Refused refused
        ? refused.problems()
        : List.of();
  }

  /**
   * @throws IllegalArgumentException for a unit that cannot be judged; see {@link #problems}
   */
  Result grade(
      Edition edition, int exposedPopulation, String unit, List<StatedChemical> chemicals) {
    return switch (identify(edition, exposedPopulation, unit, chemicals)) {
      case Identified identified -> result(identified.units().getFirst());
      case Refused refused ->
          throw new IllegalArgumentException(refused.problems().getFirst().text(Locale.ENGLISH));
    };
  }

  private static Identification identify(
      Edition edition, int exposedPopulation, String unit, List<StatedChemical> chemicals) {
    return edition.identify(
        new StatedSite(
            "", Integer.toString(exposedPopulation), List.of(new StatedUnit(unit, chemicals))));
  }

  private static Result result(UnitResult unit) {
    Grading grading = unit.grading();
    return new Result(
        unit.edition(),
        new BigDecimal(unit.sText()),
        unit.isMajor(),
        grading.band().alpha(),
        grading.band().clause(),
        new BigDecimal(grading.rText()),
        grading.grade().map(Grade::level).orElse(0),
        unit.terms().stream().map(Worksheet.Term::of).toList());
  }
}
