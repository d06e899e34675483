package io.zaikong.identify;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Identification;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.Reason;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import io.zaikong.calc.hazard.derivation.Classification;
import io.zaikong.calc.hazard.derivation.Classifier;
import io.zaikong.calc.hazard.derivation.Conditions;
import io.zaikong.calc.hazard.derivation.Derivation;
import io.zaikong.calc.hazard.derivation.Deriver;
import io.zaikong.calc.hazard.derivation.UnitUse;
import io.zaikong.calc.substance.Catalogue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site of {@code identify} in which substances beyond table 1 have been given the categories that
 * follow from the packaged catalogue and the stated conditions.
 */
final class ClassifiedSite {

  /** How a stated chemical came to its categories. */
  record Explained(StatedChemical stated, Derivation derivation) {}

  private final Edition edition = Edition.gb18218Of2018();
  private final Classifier classifier =
      new Classifier(Deriver.of(edition), (cas, name) -> Catalogue.packaged().find(cas, name));
  private final Map<StatedChemical, Explained> explained = new IdentityHashMap<>();
  private final List<List<Explained>> outside = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<StatedUnit> units = new ArrayList<>();
  private final StatedSite site;

  private ClassifiedSite(IdentifyInput.Stated stated) {
    List<StatedUnit> statedUnits = stated.site().units();
    for (int i = 0; i < statedUnits.size(); i++) {
      StatedUnit unit = statedUnits.get(i);
      String shown = unit.name().isEmpty() ? "#" + (i + 1) : unit.name();
      units.add(unit(unit, shown, stated.conditions().get(i)));
    }
    this.site = new StatedSite(stated.site().name(), stated.site().exposedPopulation(), units);
  }

  static ClassifiedSite of(IdentifyInput.Stated stated) {
    return new ClassifiedSite(stated);
  }

  /** All units judged, or everything that must be put right first. */
  Identification identify() {
    Identification identification = edition.identify(site);
    if (problems.isEmpty()) {
      return identification;
    }
    return new Identification.Refused(
        identification instanceof Identification.Refused refused
            ? Stream.concat(problems.stream(), refused.problems().stream()).toList()
            : problems);
  }

  /** How the chemical of a term came to its category; empty when judged as stated. */
  Optional<Explained> find(StatedChemical judged) {
    return Optional.ofNullable(explained.get(judged));
  }

  /** What of a unit is in no category of table 2. */
  List<Explained> outside(int unit) {
    return outside.get(unit);
  }

  private StatedUnit unit(StatedUnit unit, String shown, IdentifyInput.UnitConditions conditions) {
    List<StatedChemical> judged = new ArrayList<>();
    List<StatedChemical> apart = new ArrayList<>();
    List<Explained> withoutCategory = new ArrayList<>();
    Optional<Conditions> ofUnit = read(conditions.own(), shown, "");
    for (int i = 0; i < unit.chemicals().size(); i++) {
      StatedChemical stated = unit.chemicals().get(i);
      String label = stated.label().isEmpty() ? "#" + (i + 1) : stated.label();
      IdentifyInput.ConditionTexts texts = conditions.chemicals().get(i);
      Optional<Conditions> own =
          texts.equals(conditions.own()) ? ofUnit : read(texts, shown, label);
      if (own.isEmpty()) {
        apart.add(stated);
        continue;
      }
      switch (classifier.classify(stated, own.get())) {
        case Classification.AsStated same -> judged.add(stated);
        case Classification.Derived derived -> {
          Explained how = new Explained(stated, derived.derivation());
          Optional<StatedChemical> settled = settled(stated, derived.derivation());
          settled.ifPresentOrElse(
              chemical -> {
                judged.add(chemical);
                explained.put(chemical, how);
              },
              () -> {
                apart.add(stated);
                withoutCategory.add(how);
              });
        }
        case Classification.Refused refused -> {
          apart.add(stated);
          add(refused.reason(), shown, label, refused.details());
        }
      }
    }
    outside.add(List.copyOf(withoutCategory));
    return new StatedUnit(unit.name(), judged, apart);
  }

  private static Optional<StatedChemical> settled(StatedChemical stated, Derivation derivation) {
    return switch (derivation.verdict()) {
      case Derivation.Verdict.Listed listed ->
          Optional.of(
              new StatedChemical(
                  "", listed.basis().substance().name(), List.of(), stated.quantityT()));
      case Derivation.Verdict.Classified classified ->
          Optional.of(
              new StatedChemical(
                  stated.cas(), stated.name(), derivation.symbols(), stated.quantityT()));
      case Derivation.Verdict.Outside none -> Optional.empty();
      case Derivation.Verdict.Undetermined open -> Optional.empty();
    };
  }

  private Optional<Conditions> read(
      IdentifyInput.ConditionTexts texts, String unit, String chemical) {
    UnitUse use = texts.kind().isEmpty() ? UnitUse.NOT_STATED : UnitUse.valueOf(texts.kind());
    return switch (classifier
        .deriver()
        .read(texts.temperature(), texts.pressure(), texts.process(), use)) {
      case Conditions conditions -> Optional.of(conditions);
      case Conditions.Unreadable unreadable -> {
        add(unreadable.reason(), unit, chemical, unreadable.details());
        yield Optional.empty();
      }
    };
  }

  private void add(Reason reason, String unit, String chemical, List<String> details) {
    problems.add(new Problem(reason, edition.name(), unit, chemical, details));
  }
}
