package io.zaikong.hazards;

import io.zaikong.calc.tailings.PondResult.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The class of a tailings pond as stored when it was judged.
 *
 * @param factsId the declaration that it rests on
 * @param topPond null while the distance downstream is not known
 * @param topPondWithinM the distance that made a 头顶库 then
 */
public record Evaluation(
    long id,
    long factsId,
    String edition,
    Instant evaluatedAt,
    int classByCapacity,
    int classByHeight,
    int pondClass,
    boolean verified,
    @Nullable Boolean topPond,
    BigDecimal topPondWithinM) {

  /** How the two classes became one. */
  public Rule rule() {
    return Rule.values()[Math.min(2, Math.abs(classByCapacity - classByHeight))];
  }

  boolean isSameResult(Evaluation other) {
    return edition.equals(other.edition)
        && factsId == other.factsId
        && pondClass == other.pondClass
        && topPondWithinM.compareTo(other.topPondWithinM) == 0;
  }
}
