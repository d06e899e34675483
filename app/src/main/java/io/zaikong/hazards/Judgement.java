package io.zaikong.hazards;

import io.zaikong.calc.hazard.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
