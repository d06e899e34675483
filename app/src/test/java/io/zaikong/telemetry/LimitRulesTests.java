package io.zaikong.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.telemetry.LimitRules.Breach;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the standards say of alarm limits. */
class LimitRulesTests {

  private static final LimitRules RULES = LimitRules.current();

  private static Limits limits(String high, String highHigh) {
    return new Limits(
        Map.of(
            LimitField.HIGH, new BigDecimal(high), LimitField.HIGH_HIGH, new BigDecimal(highHigh)));
  }

  @Test
  void theFirstAndSecondStageOfCombustibleGasAreAtMost25And50PercentOfTheLowerLimit() {
    assertThat(RULES.proposal(SensorKind.COMBUSTIBLE_GAS, "%LEL", ""))
        .containsEntry(LimitField.HIGH, new BigDecimal("25"))
        .containsEntry(LimitField.HIGH_HIGH, new BigDecimal("50"));
    assertThat(RULES.judge(SensorKind.COMBUSTIBLE_GAS, "%LEL", "", limits("25.0", "50"))).isEmpty();
    assertThat(RULES.judge(SensorKind.COMBUSTIBLE_GAS, "%LEL", "", limits("25.1", "51")))
        .hasSize(2)
        .allMatch(Breach::verified);
  }

  @Test
  void aToxicGasInPpmIsComparedByItsMolarMassAndOnlyWarned() {
    assertThat(RULES.proposal(SensorKind.TOXIC_GAS, "ppm", "7783-06-4"))
        .containsEntry(LimitField.HIGH, new BigDecimal("7.05"));
    assertThat(RULES.judge(SensorKind.TOXIC_GAS, "ppm", "7783-06-4", limits("8", "14")))
        .singleElement()
        .matches(b -> !b.verified());
  }

  @Test
  void benzeneWhoseValueMayHaveChangedOnlyWarns() {
    assertThat(RULES.judge(SensorKind.TOXIC_GAS, "mg/m³", "71-43-2", limits("7", "12")))
        .singleElement()
        .matches(b -> !b.verified());
  }

  @Test
  void everyRuleHasItsClauseAndWhatIsMarkedAsReadHasItsSource() {
    assertThat(RULES.rules())
        .isNotEmpty()
        .allMatch(r -> !r.clause().isEmpty() && !r.text().isEmpty())
        .allMatch(r -> !r.verified() || r.source().startsWith("http"));
  }
}
