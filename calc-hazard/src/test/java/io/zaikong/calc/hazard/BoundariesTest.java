package io.zaikong.calc.hazard;

import static io.zaikong.calc.hazard.Sites.classified;
import static io.zaikong.calc.hazard.Sites.judged;
import static io.zaikong.calc.hazard.Sites.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundariesTest {

  @ParameterizedTest
  @CsvSource({
    "0,0.5",
    "1,1",
    "29,1",
    "30,1.2",
    "49,1.2",
    "50,1.5",
    "99,1.5",
    "100,2",
    "9999999999,2"
  })
  void populationChoosesAlphaWithBothEndsOfEachBandIncluded(String population, String alpha) {
    assertThat(judged(population, named("氯", "5")).grading().alphaText()).isEqualTo(alpha);
  }

  @ParameterizedTest
  @CsvSource({
    "62.5, 100, 1, 100",
    "62.49999999, 100, 2, 99.999999",
    "31.25, 100, 2, 50",
    "31.24999999, 100, 3, 49.999999",
    "6.25, 100, 3, 10",
    "6.24999999, 100, 4, 9.999999"
  })
  void aLevelIsReachedExactlyAtItsLimitAndNeverByRounding(
      String chlorineT, String population, int level, String r) {
    Grading grading = judged(population, named("氯", chlorineT)).grading();
    assertThat(grading.grade().orElseThrow().level()).isEqualTo(level);
    assertThat(grading.rText()).isEqualTo(r);
  }

  @Test
  void thirdsThatAddUpToOneAreMajor() {
    UnitResult result =
        judged("0", named("三氧化硫", "25"), named("异氰酸甲酯", "0.25"), named("光气", "0.1"));
    assertThat(result.isMajor()).isTrue();
    assertThat(result.s()).isEqualTo(Fraction.of(1, 1));
    assertThat(result.grading().r()).isEqualTo(Fraction.of(41, 6));
  }

  @Test
  void justBelowOneIsNotMajorHasNoLevelAndDoesNotPrintAsOne() {
    UnitResult result =
        judged(
            "100",
            named("三氧化硫", "24.999999999999999999999999999"),
            named("异氰酸甲酯", "0.25"),
            named("光气", "0.1"));
    assertThat(result.isMajor()).isFalse();
    assertThat(result.grading().grade()).isEmpty();
    assertThat(result.sText()).isEqualTo("0.999999");
  }

  @Test
  void theSameChemicalTwiceIsAddedUp() {
    assertThat(judged("0", named("氯", "2.5"), named("液氯", "2.5")).isMajor()).isTrue();
  }

  @Test
  void zeroIsAStatedQuantity() {
    assertThat(judged("0", named("氯", "0")).sText()).isEqualTo("0");
    assertThat(judged("0", named("氯", "-0.0")).sText()).isEqualTo("0");
  }

  @Test
  void ofSeveralCategoriesTheLowestCriticalQuantityDecides() {
    Basis basis = judged("0", classified("某液体", "60", "W5.3", "J2")).terms().getFirst().basis();
    assertThat(basis.criticalT()).isEqualByComparingTo("50");
    assertThat(basis.clause()).isEqualTo("4.1.2 表2 J2");
  }

  @Test
  void atATieTheGreaterBetaDecides() {
    for (String[] order : new String[][] {{"W8", "J3"}, {"J3", "W8"}}) {
      Basis basis = judged("0", classified("某物", "60", order)).terms().getFirst().basis();
      assertThat(basis.beta().value()).isEqualByComparingTo("2");
    }
  }

  @Test
  void categoriesOverrideTheRowOfTable1() {
    StatedChemical stated = new StatedChemical("7664-41-7", "氨", List.of("J3"), "50");
    assertThat(judged("0", stated).sText()).isEqualTo("1");
  }

  @Test
  void aRulingReplacesAPresumedBetaAndShowsItsReason() {
    Edition ruled = Sites.EDITION.withBeta(26, new BigDecimal("1.25"), "市局2026年第3号核定");
    UnitResult result = judged(ruled, "1", named("三氧化硫", "75"), named("氢", "5"));
    assertThat(result.grading().rText()).isEqualTo("2.75");
    assertThat(result.terms().getFirst().basis().beta().why(Locale.CHINESE))
        .contains("市局2026年第3号核定");
    assertThat(judged("1", named("三氧化硫", "75")).grading().rText()).isEqualTo("1");
  }

  @Test
  void quantitiesTooLargeForLongsAreStillExact() {
    UnitResult result =
        judged("0", named("汽油", "999999999999.123456789012345678"), named("氯", "1e-30"));
    BigDecimal s =
        new BigDecimal("999999999999.123456789012345678")
            .divide(new BigDecimal(200))
            .add(new BigDecimal("2e-31"));
    assertThat(result.s()).isEqualTo(Fraction.of(s));
  }
}
