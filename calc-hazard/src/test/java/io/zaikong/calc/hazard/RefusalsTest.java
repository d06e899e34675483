package io.zaikong.calc.hazard;

import static io.zaikong.calc.hazard.Sites.both;
import static io.zaikong.calc.hazard.Sites.cas;
import static io.zaikong.calc.hazard.Sites.classified;
import static io.zaikong.calc.hazard.Sites.named;
import static io.zaikong.calc.hazard.Sites.reasons;
import static io.zaikong.calc.hazard.Sites.refused;
import static io.zaikong.calc.hazard.Sites.row;
import static io.zaikong.calc.hazard.Sites.site;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  @Test
  void anUnknownSubstanceIsRefused() {
    assertThat(reasons(named("柴油", "1"))).containsExactly(Reason.SUBSTANCE_UNKNOWN);
    assertThat(reasons(cas("7732-18-5", "1"))).containsExactly(Reason.SUBSTANCE_UNKNOWN);
    assertThat(reasons(new StatedChemical("", "", List.of(), "1")))
        .containsExactly(Reason.CHEMICAL_UNIDENTIFIED);
  }

  @Test
  void theMetalCoIsNotTheGasCO() {
    assertThat(reasons(named("Co", "1"))).containsExactly(Reason.SUBSTANCE_UNKNOWN);
    assertThat(row(named("ＣＯ", "1"))).isEqualTo(13);
  }

  @Test
  void aCasNumberThatSeveralRowsShareNeedsTheNameThatDecides() {
    assertThat(reasons(cas("9004-70-0", "1"))).containsExactly(Reason.CAS_SHARED);
    assertThat(reasons(cas("6484-52-2", "1"))).containsExactly(Reason.CAS_SHARED);
    assertThat(reasons(both("9004-70-0", "火棉"))).containsExactly(Reason.CAS_SHARED);
    assertThat(reasons(both("9004-70-0", "硝化棉"))).containsExactly(Reason.CONDITION_UNKNOWN);
    assertThat(row(both("9004-70-0", "硝化纤维素【含水>=25％】"))).isEqualTo(41);
    assertThat(row(both("6484-52-2", "硝酸铵肥料(含可燃物≤0.4%)"))).isEqualTo(45);
  }

  @Test
  void casAndNameThatDisagreeAreRefused() {
    assertThat(reasons(both("7782-50-5", "氨"))).containsExactly(Reason.CAS_NAME_DISAGREE);
    assertThat(reasons(both("7732-18-5", "氯"))).containsExactly(Reason.CAS_NAME_DISAGREE);
    assertThat(reasons(new StatedChemical("7782-50-5", "氨", List.of("J3"), "1")))
        .containsExactly(Reason.CAS_NAME_DISAGREE);
    assertThat(reasons(both("7732-18-5", "一氧化碳"))).containsExactly(Reason.CAS_NAME_DISAGREE);
    assertThat(row(both("7782-50-5", "某某牌氯"))).isEqualTo(12);
    assertThat(row(both("1070-00-4", "三烷基铝"))).isEqualTo(74);
  }

  @ParameterizedTest
  @ValueSource(strings = {"硝酸铵", "硝化纤维素", "硝化棉"})
  void aBareNameThatSeveralRowsShareIsRefused(String name) {
    assertThat(reasons(named(name, "1"))).containsExactly(Reason.CONDITION_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "50-00-0, 甲醛, 8",
    "50-00-0, 蚁醛, 8",
    "'', 硝酸铵肥料, 45",
    "1338-23-4, 过氧化甲基乙基酮, 72",
    "7697-37-2, 硝酸, 81"
  })
  void aRowAloneIsTakenByItsBareNameOrCasNumberAsIfItsConditionHeld(
      String cas, String name, int no) {
    assertThat(row(named(name, "1"))).isEqualTo(no);
    if (!cas.isEmpty()) {
      assertThat(row(cas(cas, "1"))).isEqualTo(no);
      assertThat(row(both(cas, name))).isEqualTo(no);
    }
  }

  @Test
  void aSolutionIsNotItsPureSubstance() {
    assertThat(reasons(both("7647-01-0", "盐酸"))).containsExactly(Reason.MIXTURE);
    assertThat(reasons(both("7664-41-7", "20%氨水溶液"))).containsExactly(Reason.MIXTURE);
    assertThat(row(new StatedChemical("50-00-0", "甲醛溶液", List.of("J5"), "1"))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "7782-50-6, CAS_CHECK_DIGIT",
    "07782-50-5, CAS_MALFORMED",
    "778250-5, CAS_MALFORMED",
    "氯, CAS_MALFORMED"
  })
  void aCasNumberMustBeOne(String cas, Reason reason) {
    assertThat(reasons(cas(cas, "1"))).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'', QUANTITY_MISSING",
    "' ', QUANTITY_MISSING",
    "-1, QUANTITY_NEGATIVE",
    "-1e-9, QUANTITY_NEGATIVE",
    "NaN, QUANTITY_NOT_A_NUMBER",
    "Infinity, QUANTITY_NOT_A_NUMBER",
    "25t, QUANTITY_NOT_A_NUMBER",
    "'1,000', QUANTITY_NOT_A_NUMBER",
    "1., QUANTITY_NOT_A_NUMBER",
    ".5, QUANTITY_NOT_A_NUMBER",
    "0x10, QUANTITY_NOT_A_NUMBER",
    "1.2.3, QUANTITY_NOT_A_NUMBER",
    "1e999999999, QUANTITY_OUT_OF_RANGE",
    "1e-999999999, QUANTITY_OUT_OF_RANGE",
    "1e12, QUANTITY_OUT_OF_RANGE",
    "99999999999999999999999999, QUANTITY_OUT_OF_RANGE"
  })
  void aQuantityMustBeANumberOfTonnes(String quantity, Reason reason) {
    assertThat(reasons(named("氯", quantity))).containsExactly(reason);
  }

  @Test
  void aMillionDigitsAreRefusedAtOnce() {
    assertThat(reasons(named("氯", "9".repeat(1_000_000))))
        .containsExactly(Reason.QUANTITY_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', POPULATION_MISSING",
    "-1, POPULATION_INVALID",
    "60.5, POPULATION_INVALID",
    "六十, POPULATION_INVALID",
    "99999999999, POPULATION_INVALID"
  })
  void thePopulationMustBeStated(String population, Reason reason) {
    assertThat(refused(site(population, named("氯", "1"))))
        .extracting(Problem::reason)
        .containsExactly(reason);
  }

  @Test
  void anUnknownCategoryIsRefused() {
    assertThat(reasons(classified("某物", "1", "W5"))).containsExactly(Reason.CATEGORY_UNKNOWN);
    assertThat(reasons(classified("某物", "1", "W5.3", "J6")))
        .containsExactly(Reason.CATEGORY_UNKNOWN);
    assertThat(row(classified("某物", "1", " w5.3 "))).isZero();
  }

  @Test
  void unitsNeedANameOfTheirOwnAndChemicals() {
    StatedUnit full = new StatedUnit("甲", List.of(named("氯", "1")));
    assertThat(refused(new StatedSite("厂", "0", List.of())))
        .extracting(Problem::reason)
        .containsExactly(Reason.SITE_WITHOUT_UNITS);
    assertThat(
            refused(new StatedSite("厂", "0", List.of(full, full, new StatedUnit(" ", List.of())))))
        .extracting(Problem::reason)
        .containsExactly(Reason.UNIT_REPEATED, Reason.UNIT_UNNAMED, Reason.UNIT_EMPTY);
  }

  @Test
  void aProblemNamesUnitChemicalReasonAndClauseInBothLanguages() {
    Problem problem = refused(site("0", named("氯", ""))).getFirst();
    assertThat(problem.text(Locale.CHINESE))
        .isEqualTo("单元“罐区”,化学品“氯”:数量未填,不得按0处理;请填写设计最大量(t)(GB 18218-2018 4.2.2)");
    assertThat(problem.text(Locale.ENGLISH))
        .startsWith("unit \"罐区\", chemical \"氯\": quantity missing")
        .endsWith("(GB 18218-2018 4.2.2)");
  }

  @Test
  void everyReasonFillsItsTextInBothLanguages() {
    for (Reason reason : Reason.values()) {
      Problem problem = new Problem(reason, "GB 18218-2018", "u", "c", List.of("A", "B", "C"));
      assertThat(problem.text(Locale.CHINESE)).doesNotContain("{").contains(reason.clause());
      assertThat(problem.text(Locale.ENGLISH)).doesNotContain("{").contains(reason.clause());
    }
  }

  @Test
  void foreignTextCannotBreakTheLine() {
    Problem problem =
        refused(site("0", named("水\n\u001b[31m\u202e" + "长".repeat(500), "1"))).getFirst();
    assertThat(problem.text(Locale.CHINESE)).doesNotContain("\n", "\u001b", "\u202e").contains("…");
  }
}
