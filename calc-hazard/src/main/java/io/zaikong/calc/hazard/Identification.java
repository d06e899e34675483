package io.zaikong.calc.hazard;

import java.util.List;

/** The answer to a stated site: judged as a whole, or refused as a whole. */
public sealed interface Identification {

  /** One result a unit, in the stated order. */
  record Identified(List<UnitResult> units) implements Identification {

    public Identified {
      units = List.copyOf(units);
    }
  }

  /** What must be put right first; never empty. */
  record Refused(List<Problem> problems) implements Identification {

    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }
}
