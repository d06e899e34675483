package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.derivation.Conditions;
import io.zaikong.calc.hazard.derivation.Gap;
import io.zaikong.calc.hazard.derivation.UnitUse;
import io.zaikong.substances.Substances;
import io.zaikong.substances.Substances.Answer;
import io.zaikong.substances.Substances.Handled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges units by the edition in force and the catalogue of substances as it stands. */
@Service
class Grader {

  private final Rulings rulings;
  private final RulingStore store;
  private final Substances substances;

  Grader(Rulings rulings, RulingStore store, Substances substances) {
    this.rulings = rulings;
    this.store = store;
    this.substances = substances;
  }

  /** What the engine makes of a declared unit, in the form that is stored. */
  sealed interface Judgement {

    /**
     * Judged.
     *
     * @param level 0 when the unit is not major
     * @param outside what is in no category of tables 1 and 2 and adds nothing
     */
    record Result(
        String edition,
        BigDecimal s,
        boolean major,
        BigDecimal alpha,
        String alphaClause,
        BigDecimal r,
        int level,
        List<Worksheet.Term> terms,
        List<Worksheet.Outside> outside)
        implements Judgement {}

    /** Facts or conditions are missing; what it would be at the worst is no result. */
    record Open(String edition, List<Incomplete.Missing> missing, Incomplete.@Nullable Trial trial)
        implements Judgement {}

    /** Must be put right before it can be stored. */
    record Faulty(List<Problem> problems) implements Judgement {}
  }

  /** A unit to be judged. */
  record Case(int exposedPopulation, SiteDeclaration.Unit unit) {}

  /**
   * The edition in force, with the rulings on what it leaves open. A ruling or a change of the
   * catalogue made before the caller's transaction ends waits for it, and then grades anew what the
   * caller did not know.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Edition edition() {
    store.lockRulings();
    return rulings.edition();
  }

  /** One judgement a case, in their order; one statement for all of them. */
  List<Judgement> judgeAll(Edition edition, List<Case> cases) {
    List<Handled> asked = new ArrayList<>();
    List<List<Problem>> unreadable = new ArrayList<>();
    for (Case one : cases) {
      List<Problem> problems = new ArrayList<>();
      SiteDeclaration.Unit unit = one.unit();
      for (DeclaredChemical chemical : unit.chemicals()) {
        asked.add(new Handled(chemical.stated(), read(edition, unit, chemical, problems)));
      }
      unreadable.add(problems);
    }
    List<Answer> answers = asked.isEmpty() ? List.of() : substances.classify(edition, asked);
    List<Judgement> judgements = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < cases.size(); i++) {
      int chemicals = cases.get(i).unit().chemicals().size();
      judgements.add(
          new UnitCase(edition, cases.get(i), answers.subList(from, from + chemicals))
              .judge(unreadable.get(i)));
      from += chemicals;
    }
    return judgements;
  }

  /**
   * As {@link #judgeAll} for what was taken up before: what the edition or the catalogue no longer
   * identifies leaves the unit without a result, as what is missing does.
   */
  List<Judgement> judgeStored(Edition edition, List<Case> cases) {
    List<Judgement> judgements = new ArrayList<>(judgeAll(edition, cases));
    for (int i = 0; i < judgements.size(); i++) {
      if (judgements.get(i) instanceof Judgement.Faulty(var problems)) {
        SiteDeclaration.Unit unit = cases.get(i).unit();
        judgements.set(
            i,
            new Judgement.Open(
                edition.name(), problems.stream().map(p -> missing(unit, p)).toList(), null));
      }
    }
    return judgements;
  }

  private static Incomplete.Missing missing(SiteDeclaration.Unit unit, Problem problem) {
    StatedChemical chemical =
        unit.chemicals().stream()
            .map(DeclaredChemical::stated)
            .filter(c -> c.label().equals(problem.chemical()))
            .findFirst()
            .orElse(new StatedChemical("", problem.chemical(), List.of(), ""));
    return new Incomplete.Missing(
        chemical.cas(),
        chemical.name(),
        chemical.quantityT(),
        List.of(Gap.CLASSES),
        Worksheet.Derived.none(chemical.label(), problem));
  }

  private Conditions read(
      Edition edition,
      SiteDeclaration.Unit unit,
      DeclaredChemical chemical,
      List<Problem> problems) {
    Handling handling = chemical.handling().within(unit.defaults());
    UnitUse use = UnitUse.valueOf(unit.kind().name());
    return switch (substances.read(
        edition, handling.temperature(), handling.pressure(), handling.process(), use)) {
      case Conditions conditions -> conditions;
      case Conditions.Unreadable(var reason, var details) -> {
        problems.add(
            new Problem(reason, edition.name(), unit.name(), chemical.stated().label(), details));
        yield Conditions.NOT_STATED;
      }
    };
  }
}
