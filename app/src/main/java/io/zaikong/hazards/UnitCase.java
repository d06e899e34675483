package io.zaikong.hazards;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Grade;
import io.zaikong.calc.hazard.Grading;
import io.zaikong.calc.hazard.Identification;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import io.zaikong.calc.hazard.UnitResult;
import io.zaikong.calc.hazard.derivation.Classification;
import io.zaikong.calc.hazard.derivation.Derivation.Verdict;
import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.hazards.Incomplete.Missing;
import io.zaikong.hazards.Incomplete.Trial;
import io.zaikong.substances.Substances.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One unit with what the catalogue says of its chemicals, on its way to a judgement. */
final class UnitCase {

  private final Edition edition;
  private final Grader.Case stated;
  private final List<StatedChemical> judged = new ArrayList<>();
  private final List<StatedChemical> apart = new ArrayList<>();
  private final List<StatedChemical> worst = new ArrayList<>();
  private final Map<StatedChemical, Worksheet.Derived> derived = new IdentityHashMap<>();
  private final List<Worksheet.Outside> outside = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean bounded = true;

  UnitCase(Edition edition, Grader.Case stated, List<Answer> answers) {
    this.edition = edition;
    this.stated = stated;
    for (int i = 0; i < answers.size(); i++) {
      take(stated.unit().chemicals().get(i).stated(), answers.get(i));
    }
  }

  /**
   * @param unreadable conditions that are none
   */
  Judgement judge(List<Problem> unreadable) {
    Identification identification = identify(judged, apart);
    List<Problem> all =
        Stream.of(
                unreadable,
                problems,
                identification instanceof Identification.Refused refused
                    ? refused.problems()
                    : List.<Problem>of())
            .flatMap(List::stream)
            .toList();
    if (!all.isEmpty()) {
      return new Judgement.Faulty(all);
    }
    return missing.isEmpty()
        ? result(((Identification.Identified) identification).units().getFirst())
        : new Judgement.Open(edition.name(), missing, trial());
  }

  private void take(StatedChemical chemical, Answer answer) {
    switch (answer.classification()) {
      case Classification.AsStated same -> judged.add(chemical);
      case Classification.Derived how -> settle(chemical, how, answer.version());
      case Classification.Refused refused -> {
        apart.add(chemical);
        refused
            .undetermined()
            .ifPresentOrElse(
                open -> leaveOpen(chemical, open, answer.version()),
                () ->
                    problems.add(
                        new Problem(
                            refused.reason(),
                            edition.name(),
                            stated.unit().name(),
                            chemical.label(),
                            refused.details())));
      }
    }
  }

  private void settle(StatedChemical chemical, Classification.Derived how, int version) {
    Worksheet.Derived explained = Worksheet.Derived.of(how, version);
    switch (how.derivation().verdict()) {
      case Verdict.Listed(Basis.Listed basis) -> judge(listed(chemical, basis), explained);
      case Verdict.Classified classified ->
          judge(categorized(chemical, how.derivation().symbols()), explained);
      case Verdict.Outside none -> {
        apart.add(chemical);
        outside.add(
            new Worksheet.Outside(
                chemical.cas(), chemical.name(), chemical.quantityT(), explained));
      }
      case Verdict.Undetermined open -> {
        apart.add(chemical);
        leaveOpen(chemical, how, version);
      }
    }
  }

  private void judge(StatedChemical chemical, Worksheet.Derived explained) {
    judged.add(chemical);
    derived.put(chemical, explained);
  }

  private void leaveOpen(StatedChemical chemical, Classification.Derived how, int version) {
    if (!(how.derivation().verdict() instanceof Verdict.Undetermined open)) {
      throw new IllegalArgumentException("determined: " + chemical.label());
    }
    if (isNone(chemical)) {
      outside.add(
          new Worksheet.Outside(
              chemical.cas(),
              chemical.name(),
              chemical.quantityT(),
              Worksheet.Derived.of(how, version)));
      return;
    }
    missing.add(
        new Missing(
            chemical.cas(),
            chemical.name(),
            chemical.quantityT(),
            open.gaps(),
            Worksheet.Derived.of(how, version)));
    if (open.upperBound().isEmpty()) {
      bounded = false;
      return;
    }
    worst.add(
        switch (open.upperBound().get()) {
          case Basis.Listed listed -> listed(chemical, listed);
          case Basis.Classified classified ->
              categorized(chemical, List.of(classified.category().symbol()));
        });
  }

  /** Of what is no longer there nothing is missing: it adds nothing, whatever its category. */
  private static boolean isNone(StatedChemical chemical) {
    return chemical.quantityT().matches("0+(\\.0+)?");
  }

  private static StatedChemical listed(StatedChemical chemical, Basis.Listed basis) {
    return new StatedChemical("", basis.substance().name(), List.of(), chemical.quantityT());
  }

  private static StatedChemical categorized(StatedChemical chemical, List<String> symbols) {
    return new StatedChemical(chemical.cas(), chemical.name(), symbols, chemical.quantityT());
  }

  private @Nullable Trial trial() {
    if (!bounded) {
      return null;
    }
    List<StatedChemical> all = Stream.concat(judged.stream(), worst.stream()).toList();
    if (!(identify(all, List.of()) instanceof Identification.Identified identified)) {
      return null;
    }
    UnitResult unit = identified.units().getFirst();
    return new Trial(
        new BigDecimal(unit.sText()),
        new BigDecimal(unit.grading().rText()),
        unit.grading().grade().map(Grade::level).orElse(null));
  }

  private Identification identify(List<StatedChemical> counted, List<StatedChemical> aside) {
    return edition.identify(
        new StatedSite(
            "",
            Integer.toString(stated.exposedPopulation()),
            List.of(new StatedUnit(stated.unit().name(), counted, aside))));
  }

  private Judgement.Result result(UnitResult unit) {
    Grading grading = unit.grading();
    return new Judgement.Result(
        unit.edition(),
        new BigDecimal(unit.sText()),
        unit.isMajor(),
        grading.band().alpha(),
        grading.band().clause(),
        new BigDecimal(grading.rText()),
        grading.grade().map(Grade::level).orElse(0),
        unit.terms().stream().map(t -> Worksheet.Term.of(t, derived.get(t.chemical()))).toList(),
        outside);
  }
}
