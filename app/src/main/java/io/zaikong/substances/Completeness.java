package io.zaikong.substances;

import io.zaikong.calc.hazard.derivation.Derivation;
import io.zaikong.calc.hazard.derivation.Gap;
import io.zaikong.calc.substance.SubstanceFacts;

/** Whether facts are missing that may decide a category, whatever the conditions of a unit. */
final class Completeness {

  private Completeness() {}

  /**
   * @param atKnownConditions derived with every condition stated
   */
  static boolean isIncomplete(SubstanceFacts facts, Derivation atKnownConditions) {
    boolean open =
        atKnownConditions.verdict() instanceof Derivation.Verdict.Undetermined undetermined
            && (undetermined.gaps().contains(Gap.BOILING_POINT)
                || undetermined.gaps().contains(Gap.CLASSES));
    boolean listed = atKnownConditions.verdict() instanceof Derivation.Verdict.Listed;
    boolean stateless =
        facts.state().isEmpty()
            && facts.classes().stream().anyMatch(c -> c.kind().isAcuteToxicity())
            && facts.classes().stream().noneMatch(c -> c.kind().isGas());
    return !listed && (open || stateless);
  }
}
