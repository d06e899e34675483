package io.zaikong.hazards;

import io.zaikong.calc.hazard.derivation.Gap;
import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit that cannot be judged yet (待补全): it has no standing result, and no level is claimed.
 *
 * @param askedEnterprise whether its own people were asked; otherwise the township's officers were
 * @param missing never empty
 * @param trial what it would be if everything missing were the worst; null where even that is
 *     unknown
 */
public record Incomplete(
    long id,
    long unitId,
    long enterpriseId,
    String enterpriseName,
    DivisionCode division,
    String unitName,
    UnitKind kind,
    String edition,
    Instant foundAt,
    int exposedPopulation,
    boolean askedEnterprise,
    List<Missing> missing,
    @Nullable Trial trial) {

  private static final Set<Gap> FACTS = Set.of(Gap.BOILING_POINT, Gap.CLASSES, Gap.OTHER_CLASSES);

  /**
   * A chemical whose category is open.
   *
   * @param quantity q, t
   * @param derived how far its category could be derived
   */
  public record Missing(
      String cas, String name, String quantity, List<Gap> gaps, Worksheet.Derived derived) {

    public Missing {
      gaps = List.copyOf(gaps);
    }

    /** Whether a fact of the catalogue is missing, which the bureau keeps. */
    public boolean isFact() {
      return gaps.stream().anyMatch(FACTS::contains);
    }
  }

  /**
   * 按不利情形试算: no result.
   *
   * @param level null when the unit would not be major even then
   */
  public record Trial(BigDecimal s, BigDecimal r, @Nullable Integer level) {}
}
