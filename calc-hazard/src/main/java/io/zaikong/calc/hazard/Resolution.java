package io.zaikong.calc.hazard;

import java.util.List;

/** What a stated chemical is: a row that decides its Q and β, or why none can be chosen. */
sealed interface Resolution {

  /**
   * @param weight q times this, over the edition's denominator, is q/Q
   * @param betaWeight the same with β, times the edition's β scale
   */
  record Chosen(Basis basis, long weight, long betaWeight) implements Resolution {}

  record Undecided(Reason reason, List<String> details) implements Resolution {

    public Undecided {
      details = List.copyOf(details);
    }
  }
}
