package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Category;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.Substance;
import io.zaikong.calc.substance.HazardClass;
import io.zaikong.calc.substance.HazardKind;
import io.zaikong.calc.substance.SubstanceFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Derives the categories of table 2 by the rules of an edition: table 1 first (4.1.2 a), then every
 * hazard class, of several categories the lowest Q (4.1.2 b). Made once and shared by threads.
 */
public final class Deriver {

  private final Edition edition;
  private final DerivationRules rules;
  private final Health health;
  private final List<String> order;

  public Deriver(Edition edition, DerivationRules rules) {
    this.edition = edition;
    this.rules = rules;
    this.health = new Health(rules);
    this.order = edition.tables().table2().stream().map(Category::symbol).toList();
  }

  public static Deriver of(Edition edition) {
    return new Deriver(edition, DerivationRules.of(edition));
  }

  public Edition edition() {
    return edition;
  }

  public DerivationRules rules() {
    return rules;
  }

  /**
   * Conditions as a person writes them; empty text: not stated.
   *
   * @param temperature upper limit, °C, or 常温 for what is kept unheated
   * @param pressure gauge, MPa
   * @param process 无, one of the hazardous processes, 爆炸极限, or 其他:reason
   */
  public ConditionsReading read(String temperature, String pressure, String process, UnitUse use) {
    return ConditionsReader.read(rules, temperature, pressure, process, use);
  }

  public Derivation derive(SubstanceFacts facts, Conditions conditions) {
    Optional<Derivation> listed = listed(facts);
    if (listed.isPresent()) {
      return listed.get();
    }
    List<Step> steps = new ArrayList<>();
    if (facts.classes().isEmpty()) {
      return new Derivation(
          new Derivation.Verdict.Undetermined(
              List.of(Gap.CLASSES), Optional.empty(), Optional.empty()),
          List.of(),
          steps,
          facts.verified());
    }
    steps.add(classes(facts.classes(), facts.verified()));
    List<Candidate> candidates = candidates(facts, conditions, steps);
    Optional<Basis.Classified> worst = choose(candidates, Candidate::worst);
    Optional<Basis.Classified> mildest = choose(candidates, Candidate::mildest);
    Set<Gap> gaps = new LinkedHashSet<>();
    candidates.forEach(c -> gaps.addAll(c.gaps()));
    if (!facts.otherClasses().isEmpty()) {
      List<Step> ignored = new ArrayList<>();
      List<Candidate> others =
          candidates(facts.withClasses(facts.otherClasses()), conditions, ignored);
      steps.add(
          new Step(
              "4.1.1",
              Provenance.RECALLED,
              facts.otherSource() + "的分类不同:" + HazardClass.chinese(facts.otherClasses()),
              facts.otherSource() + " classifies otherwise: " + english(facts.otherClasses())));
      Optional<Basis.Classified> otherWorst = choose(others, Candidate::worst);
      if (!otherWorst.equals(worst)) {
        gaps.add(Gap.OTHER_CLASSES);
      }
      worst = worse(worst, otherWorst);
    }
    if (!facts.note().isEmpty()) {
      steps.add(
          new Step("", Provenance.INTERPRETED, "备注:" + facts.note(), "note: " + facts.note()));
    }
    List<String> symbols =
        candidates.stream()
            .filter(c -> c.worst().equals(c.mildest()) && !c.worst().isEmpty())
            .map(Candidate::worst)
            .distinct()
            .toList();
    return new Derivation(verdict(worst, mildest, gaps), symbols, steps, facts.verified());
  }

  private static Derivation.Verdict verdict(
      Optional<Basis.Classified> worst, Optional<Basis.Classified> mildest, Set<Gap> gaps) {
    if (!worst.equals(mildest)) {
      return new Derivation.Verdict.Undetermined(
          List.copyOf(gaps), worst.map(b -> b), mildest.map(b -> b));
    }
    return worst.isPresent()
        ? new Derivation.Verdict.Classified(worst.get())
        : new Derivation.Verdict.Outside();
  }

  /** Table 1 goes before table 2 even where its Q is greater (4.1.2). */
  private Optional<Derivation> listed(SubstanceFacts facts) {
    Optional<Basis> byName =
        facts.name().isEmpty()
            ? Optional.empty()
            : edition.findBasis(new StatedChemical("", facts.name(), List.of(), "1"));
    Optional<Basis> found = byName;
    if (byName.isEmpty() && facts.table1Row() > 0) {
      found =
          edition.tables().table1().stream()
              .filter(row -> row.no() == facts.table1Row())
              .map(Substance::name)
              .findFirst()
              .flatMap(name -> edition.findBasis(new StatedChemical("", name, List.of(), "1")));
    }
    if (found.isPresent() && found.get() instanceof Basis.Listed listed) {
      boolean named = byName.isPresent() && listed.confidence().isVerified();
      Step step =
          new Step(
              listed.clause(),
              named ? Provenance.TEXT : Provenance.INTERPRETED,
              "在表1范围内,先于表2;" + facts.name() + (named ? "" : "按该项"),
              "table 1 goes before table 2; " + facts.name());
      return Optional.of(
          new Derivation(
              new Derivation.Verdict.Listed(listed),
              List.of(),
              List.of(step),
              facts.verified() || byName.isPresent()));
    }
    return Optional.empty();
  }

  private List<Candidate> candidates(
      SubstanceFacts facts, Conditions conditions, List<Step> steps) {
    List<Candidate> candidates = new ArrayList<>(health.candidates(facts));
    boolean aerosol = facts.has(HazardKind.AEROSOL);
    List<HazardClass> outside = new ArrayList<>();
    for (HazardClass c : facts.classes()) {
      boolean liquid = c.kind() == HazardKind.FLAMMABLE_LIQUID;
      if (aerosol && (liquid || c.kind() == HazardKind.FLAMMABLE_GAS)) {
        steps.add(
            new Step(
                "4.1.1",
                Provenance.RECALLED,
                "已按气溶胶分类,不再按" + c.kind().chinese() + "判定",
                "classified as an aerosol, so not judged as a " + c.kind().english()));
      } else if (liquid && (c.category().equals("2") || c.category().equals("3"))) {
        candidates.add(FlammableLiquid.candidate(rules, c.category(), facts, conditions));
      } else {
        Optional<DerivationRules.Mapping> mapping = rules.find(c.kind(), c.category());
        mapping.ifPresent(m -> candidates.add(Candidate.sure(m.symbol(), List.of(step(c, m)))));
        if (mapping.isEmpty() && !c.kind().isAcuteToxicity()) {
          outside.add(c);
        }
      }
    }
    candidates.forEach(c -> steps.addAll(c.steps()));
    if (!outside.isEmpty()) {
      steps.add(
          new Step(
              "4.1.2 表2",
              Provenance.INTERPRETED,
              "不在表2:" + HazardClass.chinese(outside),
              "not in table 2: " + english(outside)));
    }
    return candidates;
  }

  private static Step step(HazardClass c, DerivationRules.Mapping mapping) {
    return new Step(
        "4.1.2 表2 " + mapping.symbol(),
        mapping.provenance(),
        c.chinese() + (mapping.chinese().isEmpty() ? "" : ",按" + mapping.chinese()),
        c.english() + (mapping.english().isEmpty() ? "" : ", " + mapping.english()));
  }

  private static Step classes(List<HazardClass> classes, boolean verified) {
    return new Step(
        "4.1.1",
        verified ? Provenance.CLASSIFIED : Provenance.RECALLED,
        "危险性类别:" + HazardClass.chinese(classes).replace(';', '/'),
        "hazard classes: " + english(classes));
  }

  private static String english(List<HazardClass> classes) {
    return classes.stream().map(HazardClass::english).collect(Collectors.joining(", "));
  }

  private Optional<Basis.Classified> choose(
      List<Candidate> candidates, Function<Candidate, String> symbol) {
    Optional<Basis.Classified> best = Optional.empty();
    for (Candidate candidate : candidates) {
      String next = symbol.apply(candidate);
      if (!next.isEmpty()) {
        best = worse(best, edition.findCategory(next));
      }
    }
    return best;
  }

  private Optional<Basis.Classified> worse(
      Optional<Basis.Classified> one, Optional<Basis.Classified> other) {
    return one.isEmpty() || (other.isPresent() && compare(other.get(), one.get()) < 0)
        ? other
        : one;
  }

  /** The worse first: lower Q, greater β, then the standard's order. */
  private int compare(Basis.Classified one, Basis.Classified other) {
    BigDecimal critical = one.criticalT();
    int byQ = critical.compareTo(other.criticalT());
    int byBeta = other.beta().value().compareTo(one.beta().value());
    return byQ != 0
        ? byQ
        : byBeta != 0
            ? byBeta
            : Integer.compare(
                order.indexOf(one.category().symbol()), order.indexOf(other.category().symbol()));
  }
}
