package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.substance.PhysicalState;
import io.zaikong.calc.substance.SubstanceFacts;
import java.math.BigDecimal;
import java.util.Optional;

/** Builds facts and conditions from short texts and takes derivations apart. */
final class Derivations {

  static final Deriver DERIVER = Deriver.of(Edition.gb18218Of2018());

  private Derivations() {}

  static SubstanceFacts facts(String name, String classes, String state, String boilingC) {
    return SubstanceFacts.of(
        name,
        classes,
        state.isEmpty() ? Optional.empty() : Optional.of(PhysicalState.valueOf(state)),
        boilingC.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(boilingC)));
  }

  static Conditions conditions(String temperature, String pressure, String process, String use) {
    return switch (DERIVER.read(temperature, pressure, process, UnitUse.valueOf(use))) {
      case Conditions conditions -> conditions;
      case Conditions.Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }

  static Derivation derived(SubstanceFacts facts, String temperature, String process) {
    return DERIVER.derive(facts, conditions(temperature, "", process, "NOT_STATED"));
  }

  /** Such as {@code W5.3 / 1000}, {@code 表1第6项 / 0.3}, {@code 无}, {@code 待核定 W5.1 / 10}. */
  static String text(Derivation derivation) {
    return switch (derivation.verdict()) {
      case Derivation.Verdict.Listed listed -> text(listed.basis());
      case Derivation.Verdict.Classified classified -> text(classified.basis());
      case Derivation.Verdict.Outside outside -> "无";
      case Derivation.Verdict.Undetermined open ->
          "待核定 " + open.upperBound().map(Derivations::text).orElse("");
    };
  }

  private static String text(Basis basis) {
    return basis.clause().replaceFirst("4\\.1\\.2 (表2 )?", "")
        + " / "
        + basis.criticalT().stripTrailingZeros().toPlainString();
  }
}
