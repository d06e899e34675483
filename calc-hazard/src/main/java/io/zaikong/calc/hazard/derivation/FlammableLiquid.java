package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.substance.SubstanceFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flammable liquids of categories 2 and 3, W5.1 to W5.4: the conditions decide. */
final class FlammableLiquid {

  private static final String CLAUSE = "4.1.2 表2 W5";

  private final DerivationRules rules;
  private final List<Step> steps = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private FlammableLiquid(DerivationRules rules) {
    this.rules = rules;
  }

  static Candidate candidate(
      DerivationRules rules, String category, SubstanceFacts facts, Conditions conditions) {
    return new FlammableLiquid(rules).judge(category, facts, conditions);
  }

  private Candidate judge(String category, SubstanceFacts facts, Conditions conditions) {
    Optional<BigDecimal> working = working(conditions);
    boolean comparable = working.isPresent() && facts.boilingC().isPresent();
    if (comparable) {
      BigDecimal at = working.get();
      BigDecimal boils = facts.boilingC().get();
      boolean above = at.compareTo(boils) > 0;
      String compared =
          at.toPlainString() + (above ? "℃高于沸点" : "℃不高于沸点") + boils.toPlainString() + "℃";
      steps.add(
          new Step(
              "4.1.2 表2 W5.1",
              facts.verified() ? Provenance.TEXT : Provenance.RECALLED,
              "易燃液体类别" + category + ",工作温度" + compared,
              "flammable liquid %s, works at %s °C, %s its boiling point %s °C"
                  .formatted(
                      category,
                      at.toPlainString(),
                      above ? "above" : "not above",
                      boils.toPlainString())));
      if (above) {
        return Candidate.sure("W5.1", steps);
      }
    } else {
      if (working.isEmpty()) {
        gaps.add(Gap.WORKING_TEMPERATURE);
      }
      if (facts.boilingC().isEmpty()) {
        gaps.add(Gap.BOILING_POINT);
      }
      steps.add(
          new Step(
              "4.1.2 表2 W5.1",
              Provenance.INTERPRETED,
              "工作温度或沸点缺失,不得当作不高于沸点,按W5.1试算上限",
              "working temperature or boiling point unknown, which is not \"not above\":"
                  + " W5.1 is the upper bound"));
    }
    String rest = category.equals("2") ? "W5.3" : "W5.4";
    String[] below = below(conditions, rest);
    return new Candidate(comparable ? below[0] : "W5.1", below[1], gaps, steps);
  }

  private Optional<BigDecimal> working(Conditions conditions) {
    if (conditions.workingC().isPresent() || !conditions.unheated()) {
      return conditions.workingC();
    }
    Interpretation ambient = rules.limit("AMBIENT_MOST_C");
    steps.add(ambient.step());
    return Optional.of(ambient.value());
  }

  /** Worst and mildest symbol when the liquid does not work above its boiling point. */
  private String[] below(Conditions conditions, String rest) {
    Interpretation limit = rules.limit("PRESSURE_ABOVE_MPA");
    if (conditions.pressureMpa().isPresent()) {
      BigDecimal pressure = conditions.pressureMpa().get();
      boolean above = pressure.compareTo(limit.value()) > 0;
      steps.add(
          new Step(
              limit.clause(),
              limit.provenance(),
              "操作压力(表压)"
                  + pressure.toPlainString()
                  + "MPa"
                  + (above ? "大于" : "不大于")
                  + limit.valueText(),
              "gauge pressure %s MPa is %s %s MPa"
                  .formatted(
                      pressure.toPlainString(), above ? "above" : "not above", limit.value())));
      if (above) {
        return new String[] {"W5.2", "W5.2"};
      }
    }
    if (conditions.process().isPresent()) {
      return stated(conditions.process().get(), conditions.use(), rest);
    }
    Interpretation storage = rules.limit("STORAGE_PROCESS_NONE");
    if (conditions.use() == UnitUse.STORAGE && storage.value().signum() > 0) {
      steps.add(
          new Step(storage.clause(), storage.provenance(), storage.chinese(), storage.english()));
      return rest(rest);
    }
    gaps.add(Gap.SPECIAL_PROCESS);
    steps.add(
        new Step(
            limit.clause(),
            Provenance.INTERPRETED,
            "未说明有无特殊工艺条件,不得当作没有",
            "not stated whether there is a special process condition, which is not \"none\""));
    return new String[] {"W5.2", rest};
  }

  private String[] stated(SpecialProcess process, UnitUse use, String rest) {
    if (process.kind() == SpecialProcess.Kind.NONE) {
      steps.add(new Step("4.1.2 表2 W5.2", Provenance.STATED, process.chinese(), process.english()));
      return rest(rest);
    }
    if (process.kind() == SpecialProcess.Kind.HAZARDOUS && use == UnitUse.STORAGE) {
      gaps.add(Gap.PROCESS_IN_STORAGE);
      return new String[] {"W5.2", rest};
    }
    Provenance provenance =
        switch (process.kind()) {
          case EXPLOSIVE_LIMIT -> Provenance.TEXT;
          case HAZARDOUS -> Provenance.RECALLED;
          default -> Provenance.INTERPRETED;
        };
    steps.add(new Step("4.1.2 表2 W5.2", provenance, process.chinese(), process.english()));
    return new String[] {"W5.2", "W5.2"};
  }

  private String[] rest(String rest) {
    steps.add(
        new Step(
            "4.1.2 表2 " + rest,
            Provenance.TEXT,
            "不属于W5.1、W5.2的" + (rest.equals("W5.3") ? "类别2" : "类别3"),
            "category " + (rest.equals("W5.3") ? "2" : "3") + ", neither W5.1 nor W5.2"));
    return new String[] {rest, rest};
  }
}
