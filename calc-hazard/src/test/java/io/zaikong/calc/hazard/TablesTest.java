package io.zaikong.calc.hazard;

import static io.zaikong.calc.hazard.Sites.EDITION;
import static io.zaikong.calc.hazard.Sites.both;
import static io.zaikong.calc.hazard.Sites.cas;
import static io.zaikong.calc.hazard.Sites.judged;
import static io.zaikong.calc.hazard.Sites.named;
import static io.zaikong.calc.hazard.Sites.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zaikong.calc.text.Cas;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

  private final Tables tables = EDITION.tables();

  @Test
  void theTablesAreWhole() {
    assertThat(tables.table1()).hasSize(85);
    assertThat(tables.table2()).hasSize(24);
    assertThat(tables.table3()).hasSize(14);
    assertThat(tables.table4())
        .extracting(CategoryBeta::symbol)
        .containsExactlyElementsOf(tables.table2().stream().map(Category::symbol).toList());
    assertThat(tables.table5()).hasSize(5);
    assertThat(tables.table6()).hasSize(4);
    for (int no = 1; no <= 85; no++) {
      assertThat(tables.table1().get(no - 1).no()).isEqualTo(no);
      assertThat(EDITION.getBeta(no).value()).isPositive();
    }
  }

  @Test
  void everyCasNumberHasItsCheckDigit() {
    for (Designation d : tables.designations()) {
      if (d.kind() == Designation.Kind.CAS) {
        assertThat(Cas.hasForm(d.value()) && Cas.checks(d.value())).as(d.value()).isTrue();
      }
    }
  }

  @Test
  void everyRowIsFoundByItsWholeNameWithAndWithoutItsCasNumber() {
    for (Substance substance : tables.table1()) {
      assertThat(row(named(substance.name(), "1"))).isEqualTo(substance.no());
      for (String cas : substance.casNumbers()) {
        assertThat(row(both(cas, substance.name()))).isEqualTo(substance.no());
      }
    }
  }

  @Test
  void everyDefiniteDesignationFindsItsRow() {
    for (Designation d : tables.designations()) {
      if (d.kind() == Designation.Kind.NAME && d.origin().isDefinite()) {
        assertThat(row(named(d.value(), "1"))).as(d.value()).isEqualTo(d.no());
      }
    }
  }

  @Test
  void everyCasNumberOfOneRowWithoutADecidingConditionFindsIt() {
    for (Substance substance : tables.table1()) {
      for (String cas : substance.casNumbers()) {
        if (!substance.conditionDecides() && !cas.equals("9004-70-0")) {
          assertThat(row(cas(cas, "1"))).isEqualTo(substance.no());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "液氨, 1",
    "光气, 6",
    "氯化氢, 11",
    "煤气, 13",
    "CO, 13",
    "tnt, 35",
    "ＴＤＩ, 23",
    "天然气, 49",
    "石油气（液化的）, 52",
    "丙烷, 52",
    "液氧, 56",
    "乙醇汽油, 66",
    "三乙基铝, 74",
    "电石, 83",
    "甲醛 [ 含量＞90％ ], 8",
    "环氧氯丙烷, 21",
    "'1，3－丁二烯', 47"
  })
  void namesAreFoundInTheirUsualSpellings(String name, int no) {
    assertThat(row(named(name, "1"))).isEqualTo(no);
  }

  @Test
  void carbonMonoxideTakesItsBetaFromTable3AndIsMarkedAsInterpreted() {
    Basis basis = judged("0", cas("630-08-0", "1")).terms().getFirst().basis();
    assertThat(basis.beta().source()).isEqualTo(Beta.Source.TABLE_3);
    assertThat(basis.confidence()).isEqualTo(Confidence.RECALLED);
  }

  @Test
  void aPresumedBetaIsNotVerified() {
    assertThat(EDITION.getBeta(57).isVerified()).isFalse();
    assertThat(EDITION.getBeta(12).isVerified()).isTrue();
  }

  @Test
  void onlyPresumedBetasCanBeRuledOn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EDITION.withBeta(12, BigDecimal.ONE, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EDITION.withBeta(86, BigDecimal.ONE, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EDITION.withBeta(57, BigDecimal.ZERO, "x"));
  }

  @Test
  void aCaseIsJudgedByTheEditionOfItsDay() {
    assertThat(Edition.findInForceOn(LocalDate.of(2019, 2, 28))).isEmpty();
    assertThat(Edition.findInForceOn(LocalDate.of(2019, 3, 1))).contains(EDITION);
  }
}
