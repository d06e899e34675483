package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.substance.HazardClass;
import io.zaikong.calc.substance.HazardKind;
import io.zaikong.calc.substance.PhysicalState;
import io.zaikong.calc.substance.SubstanceFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Health hazards, J1 to J5: acute toxicity by its category, route and the physical state. */
final class Health {

  private final DerivationRules rules;

  Health(DerivationRules rules) {
    this.rules = rules;
  }

  /** One candidate for category 1 and one for categories 2 and 3, as far as the facts hold any. */
  List<Candidate> candidates(SubstanceFacts facts) {
    List<HazardClass> acute =
        facts.classes().stream()
            .filter(c -> c.kind().isAcuteToxicity() && c.category().compareTo("3") <= 0)
            .toList();
    if (acute.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    PhysicalState state = state(facts, steps);
    if (acute.stream().anyMatch(HazardClass::atLeast)) {
      steps.add(
          new Step(
              "4.1.1",
              Provenance.CLASSIFIED,
              "带*的类别:有依据时可采用更严格类别,按所列类别判定",
              "classes marked *: a stricter category may be justified; judged as listed"));
    }
    boolean gas = state == PhysicalState.GAS;
    List<Candidate> candidates = new ArrayList<>(2);
    if (has(acute, "1")) {
      String symbol = gas ? "J1" : "J2";
      steps.add(
          step(
              symbol,
              "急性毒性类别1," + (gas ? "气体" : "固体、液体"),
              "acute toxicity 1, " + (gas ? "gas" : "solid or liquid")));
      candidates.add(Candidate.sure(symbol, steps));
      steps = new ArrayList<>();
    }
    if (has(acute, "2") || has(acute, "3")) {
      candidates.add(
          gas
              ? Candidate.sure(
                  "J3", with(steps, step("J3", "急性毒性类别2或3,气体", "acute toxicity 2 or 3, gas")))
              : liquidOrSolid(facts, acute, state, steps));
    }
    return candidates;
  }

  private Candidate liquidOrSolid(
      SubstanceFacts facts, List<HazardClass> acute, PhysicalState state, List<Step> steps) {
    boolean second = has(acute, "2");
    String otherwise = second ? "J5" : "";
    boolean inhaled =
        acute.stream()
            .anyMatch(c -> c.kind() == HazardKind.ACUTE_INHALED && !c.category().equals("1"));
    if (inhaled && state == PhysicalState.LIQUID) {
      Interpretation limit = rules.limit("J4_BOILING_MOST_C");
      if (facts.boilingC().isEmpty()) {
        steps.add(
            new Step(
                limit.clause(),
                Provenance.INTERPRETED,
                "吸入毒性类别2或3的液体,沸点缺失,不能判定是否J4",
                "a liquid toxic 2 or 3 when inhaled, boiling point unknown: J4 is open"));
        return new Candidate("J4", otherwise, List.of(Gap.BOILING_POINT), steps);
      }
      BigDecimal boiling = facts.boilingC().get();
      boolean low = boiling.compareTo(limit.value()) <= 0;
      String compared = "℃" + (low ? "≤" : ">") + limit.value() + "℃";
      steps.add(
          step(
              "J4",
              "吸入毒性类别2或3的液体,沸点" + boiling.toPlainString() + compared,
              "a liquid toxic 2 or 3 when inhaled, boiling at "
                  + boiling.toPlainString()
                  + compared.replace("℃", " °C")));
      if (low) {
        return Candidate.sure("J4", steps);
      }
    }
    steps.add(
        second
            ? step("J5", "急性毒性类别2,液体(除J4外)、固体", "acute toxicity 2, liquid other than J4 or solid")
            : new Step(
                "4.1.2 表2",
                Provenance.INTERPRETED,
                "急性毒性类别3的固体、液体(除J4外)不在表2",
                "solids and liquids (J4 apart) of acute toxicity 3 are not in table 2"));
    return Candidate.sure(otherwise, steps);
  }

  /** The state that decides between J1 or J3 and J2, J4 or J5. */
  private PhysicalState state(SubstanceFacts facts, List<Step> steps) {
    if (facts.classes().stream().anyMatch(c -> c.kind().isGas())) {
      return said(steps, PhysicalState.GAS, Provenance.CLASSIFIED, "有气体类别", "has a class of gases");
    }
    Optional<PhysicalState> stated = facts.state();
    if (stated.isPresent()) {
      if (stated.get() == PhysicalState.AEROSOL) {
        return said(
            steps, PhysicalState.GAS, Provenance.INTERPRETED, "气溶胶按气体", "aerosol taken as gas");
      }
      Provenance provenance = facts.verified() ? Provenance.CLASSIFIED : Provenance.RECALLED;
      return said(steps, stated.get(), provenance, "20℃物态", "state at 20 °C");
    }
    Interpretation boils = rules.limit("GAS_BOILING_MOST_C");
    if (facts.boilingC().filter(b -> b.compareTo(boils.value()) <= 0).isPresent()) {
      return said(
          steps, PhysicalState.GAS, boils.provenance(), "沸点≤" + boils.value() + "℃", "boils low");
    }
    Interpretation melts = rules.limit("SOLID_MELTING_ABOVE_C");
    if (facts.meltingC().filter(m -> m.compareTo(melts.value()) > 0).isPresent()) {
      return said(
          steps,
          PhysicalState.SOLID,
          melts.provenance(),
          "熔点>" + melts.value() + "℃",
          "melts above " + melts.value() + " °C");
    }
    return said(
        steps,
        PhysicalState.LIQUID,
        Provenance.INTERPRETED,
        "物态未载明,无气体类别,按液体",
        "state not stated, no class of gases: taken as liquid");
  }

  private static PhysicalState said(
      List<Step> steps, PhysicalState state, Provenance provenance, String zh, String en) {
    steps.add(
        new Step("4.1.1", provenance, zh + ":" + state.chinese(), en + ": " + state.english()));
    return state;
  }

  private static boolean has(List<HazardClass> acute, String category) {
    return acute.stream().anyMatch(c -> c.category().equals(category));
  }

  private static Step step(String symbol, String chinese, String english) {
    return new Step("4.1.2 表2 " + symbol, Provenance.TEXT, chinese, english);
  }

  private static List<Step> with(List<Step> steps, Step step) {
    steps.add(step);
    return steps;
  }
}
