package io.zaikong.calc.hazard.derivation;

import static io.zaikong.calc.hazard.derivation.Derivations.DERIVER;
import static io.zaikong.calc.hazard.derivation.Derivations.conditions;
import static io.zaikong.calc.hazard.derivation.Derivations.derived;
import static io.zaikong.calc.hazard.derivation.Derivations.facts;
import static io.zaikong.calc.hazard.derivation.Derivations.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zaikong.calc.hazard.Reason;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.substance.Catalogue;
import io.zaikong.calc.substance.SubstanceFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeriverTest {

  private final Classifier classifier =
      new Classifier(DERIVER, (cas, name) -> Catalogue.packaged().find(cas, name));

  @Test
  void theDerivationTellsEachStepWithClauseAndWhereItComesFrom() {
    String why =
        DERIVER
            .derive(facts("某酯", "FL2", "LIQUID", "57"), conditions("常温", "", "", "STORAGE"))
            .why(Locale.CHINESE);
    assertThat(why)
        .contains("危险性类别:易燃液体,类别2(4.1.1,分类表)")
        .contains("40°C(4.1.2 表2 W5,解释,未核定)")
        .contains("工作温度40℃不高于沸点57℃(4.1.2 表2 W5.1,原文)")
        .contains("储存单元未填工艺条件的按无")
        .endsWith("表2 W5.3");
    assertThat(derived(facts("某酯", "FL2", "LIQUID", "57"), "70", "").why(Locale.ENGLISH))
        .contains(
            "works at 70 °C, above its boiling point 57 °C (4.1.2 表2 W5.1, text of the standard)");
  }

  @Test
  void onlyStepsThatAreTheStandardsTextAreVerified() {
    assertThat(derived(facts("某酯", "FL1", "LIQUID", ""), "", "").isVerified()).isTrue();
    assertThat(derived(facts("某酯", "FL2", "LIQUID", "57"), "常温", "无").isVerified()).isFalse();
    assertThat(derived(facts("某酯", "FL2", "LIQUID", "57"), "20", "无").isVerified()).isTrue();
  }

  @Test
  void aStricterClassOfAnotherSourceLeavesItToBeRuledOn() {
    SubstanceFacts trichlorosilane = entry("10025-78-2", "三氯硅烷");
    Derivation derivation = derived(trichlorosilane, "", "");
    assertThat(text(derivation)).isEqualTo("待核定 W5.1 / 10");
    assertThat(derivation.verdict())
        .isInstanceOfSatisfying(
            Derivation.Verdict.Undetermined.class,
            open -> {
              assertThat(open.gaps()).containsExactly(Gap.OTHER_CLASSES);
              assertThat(open.otherwise().orElseThrow().clause()).endsWith("W8");
            });
  }

  @Test
  void aRulingChangesAnInterpretationButNotTheStandardsText() {
    DerivationRules ruled =
        DERIVER.rules().withInterpretation("AMBIENT_MOST_C", new BigDecimal(35), "市局核定");
    Derivation derivation =
        new Deriver(DERIVER.edition(), ruled)
            .derive(facts("正戊烷", "FL2", "LIQUID", "36"), conditions("常温", "", "", "STORAGE"));
    assertThat(text(derivation)).isEqualTo("W5.3 / 1000");
    assertThat(derivation.why(Locale.CHINESE)).contains("市局核定");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DERIVER.rules().withInterpretation("J4_BOILING_MOST_C", BigDecimal.ONE, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DERIVER.rules().withInterpretation("AMBIENT_MOST_C", BigDecimal.ONE, " "));
  }

  @ParameterizedTest
  @CsvSource({
    "四十, '', '', TEMPERATURE_INVALID",
    "-274, '', '', TEMPERATURE_INVALID",
    "1e9, '', '', TEMPERATURE_INVALID",
    "'', 很高, '', PRESSURE_INVALID",
    "'', -1, '', PRESSURE_INVALID",
    "'', '', 蒸馏, PROCESS_UNKNOWN",
    "'', '', '其他:', PROCESS_UNKNOWN"
  })
  void whatIsNoConditionIsRefused(
      String temperature, String pressure, String process, Reason reason) {
    assertThat(DERIVER.read(temperature, pressure, process, UnitUse.NOT_STATED))
        .isInstanceOfSatisfying(
            Conditions.Unreadable.class, u -> assertThat(u.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "硝化, HAZARDOUS",
    "聚合工艺, HAZARDOUS",
    "氨基化反应, HAZARDOUS",
    "Hydrogenation, HAZARDOUS",
    "电解(氯碱), HAZARDOUS",
    "爆炸极限范围或附近操作, EXPLOSIVE_LIMIT",
    "None, NONE",
    "其他：负压精馏, OTHER"
  })
  void processesAreKnownByTheirUsualNames(String text, SpecialProcess.Kind kind) {
    assertThat(conditions("", "", text, "PRODUCTION").process().orElseThrow().kind())
        .isEqualTo(kind);
  }

  @Test
  void theStandardsOwnRowsAreNotAskedOfTheCatalogue() {
    for (StatedChemical stated :
        List.of(
            named("氯", ""), named("硝酸", "7697-37-2"), named("氨水", ""), named("氨", "7782-50-5"))) {
      assertThat(classifier.classify(stated, Conditions.NOT_STATED))
          .isEqualTo(new Classification.AsStated());
    }
  }

  @Test
  void aConcentrationBelowTheLimitOfTable1IsJudgedByItsOwnClass() {
    assertThat(classifier.classify(named("硝酸[含硝酸≤70%]", "7697-37-2"), Conditions.NOT_STATED))
        .isInstanceOfSatisfying(
            Classification.Derived.class,
            derived -> assertThat(text(derived.derivation())).isEqualTo("W9.2 / 200"));
  }

  @ParameterizedTest
  @CsvSource({
    "双氧水, '', SUBSTANCE_AMBIGUOUS",
    "'', 7722-84-1, SUBSTANCE_AMBIGUOUS",
    "乙酸甲酯, 7722-84-1, CAS_NAME_DISAGREE",
    "乙酸甲酯, '', CATEGORY_UNDETERMINED",
    "三氯氢硅, '', CATEGORY_UNDETERMINED"
  })
  void whatIsAmbiguousOrContradictoryOrOpenIsRefused(String name, String cas, Reason reason) {
    assertThat(classifier.classify(named(name, cas), Conditions.NOT_STATED))
        .isInstanceOfSatisfying(
            Classification.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }

  @Test
  void aTradeNameBesideAKnownNumberIsPassedOverButNotASolution() {
    Conditions storage = conditions("20", "", "", "STORAGE");
    assertThat(classifier.classify(named("某牌溶剂", "79-20-9"), storage))
        .isInstanceOf(Classification.Derived.class);
    assertThat(classifier.classify(named("某溶液", "79-20-9"), storage))
        .isInstanceOf(Classification.AsStated.class);
  }

  private static StatedChemical named(String name, String cas) {
    return new StatedChemical(cas, name, List.of(), "1");
  }

  private static SubstanceFacts entry(String cas, String name) {
    return ((Catalogue.Match.Found) Catalogue.packaged().find(cas, name)).entry().facts();
  }
}
