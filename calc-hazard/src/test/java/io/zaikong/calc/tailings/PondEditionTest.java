package io.zaikong.calc.tailings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.calc.tailings.PondResult.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of the table of classes, and how two classes become one. */
class PondEditionTest {

  private static final PondEdition EDITION = PondEdition.gb39496Of2020();

  private static PondResult classify(String capacity10kM3, String heightM) {
    return EDITION.classify(new BigDecimal(capacity10kM3), new BigDecimal(heightM));
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 200, 1",
    "49999.99, 199.99, 2",
    "10000, 100, 2",
    "9999.99, 99.99, 3",
    "1000, 60, 3",
    "999.99, 59.99, 4",
    "100, 30, 4",
    "99.99, 29.99, 5",
    "0, 0, 5"
  })
  void everyLimitBelongsToTheHigherClass(String capacity10kM3, String heightM, int number) {
    PondResult result = classify(capacity10kM3, heightM);
    assertThat(result.byCapacity().number()).isEqualTo(number);
    assertThat(result.byHeight().number()).isEqualTo(number);
    assertThat(result.pondClass().number()).isEqualTo(number);
    assertThat(result.rule()).isEqualTo(Rule.SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 30, 3", // 3 and 4
    "100, 60, 3", // 4 and 3
    "50000, 100, 1", // 1 and 2
    "99, 30, 4" // 5 and 4
  })
  void ofNeighboursTheHigherClassCounts(String capacity10kM3, String heightM, int number) {
    PondResult result = classify(capacity10kM3, heightM);
    assertThat(result.pondClass().number()).isEqualTo(number);
    assertThat(result.rule()).isEqualTo(Rule.HIGHER);
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 60, 2", // 1 and 3
    "10, 200, 2", // 5 and 1
    "1000, 10, 4", // 3 and 5
    "10, 60, 4", // 5 and 3
    "100, 100, 3" // 4 and 2
  })
  void ofClassesFurtherApartTheHigherOneIsLoweredByOne(
      String capacity10kM3, String heightM, int number) {
    PondResult result = classify(capacity10kM3, heightM);
    assertThat(result.pondClass().number()).isEqualTo(number);
    assertThat(result.rule()).isEqualTo(Rule.HIGHER_LOWERED);
  }

  @Test
  void nothingNegativeHasAClass() {
    assertThatThrownBy(() -> classify("-1", "10")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> classify("1", "-0.1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTableIsMarkedAsNotVerifiedAndAppliesFromItsDay() {
    assertThat(EDITION.classes()).hasSize(5).noneMatch(c -> c.confidence().isVerified());
    assertThat(classify("500", "40").isVerified()).isFalse();
    assertThat(PondEdition.findInForceOn(LocalDate.of(2021, 8, 31))).isEmpty();
    assertThat(PondEdition.findInForceOn(LocalDate.of(2021, 9, 1))).contains(EDITION);
  }
}
