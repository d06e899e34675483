package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.hazards.Worksheet;
import io.zaikong.hazards.Worksheet.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Order 40 art. 9 on worksheets at its limits. */
class QuantitativeRiskTests {

  private static final String CHLORINE = "4.1.2 表1第12项";
  private static final String LPG = "4.1.2 表1第52项";
  private static final String PETROL = "4.1.2 表1第66项";

  private static Term term(String basis, String ratio) {
    return new Term("", "x", List.of(), "1", "1", ratio, "1", basis, "", "", "", "", true, null);
  }

  private static QuantitativeRisk of(@Nullable Integer level, Term... terms) {
    return QuantitativeRisk.of(
        new Worksheet(
            1,
            1,
            "GB 18218-2018",
            Instant.EPOCH,
            0,
            BigDecimal.ONE,
            level != null,
            BigDecimal.ONE,
            "",
            BigDecimal.ONE,
            level,
            List.of(terms),
            List.of()),
        FilingRules.current());
  }

  @Test
  void toxicGasCountsAtLevelsOneAndTwoFromASumOfOne() {
    assertThat(of(2, term(CHLORINE, "0.6"), term("4.1.2 表2 J3", "0.4")).clause())
        .isEqualTo("40号令第九条（一）");
    assertThat(of(2, term(CHLORINE, "0.999999"), term(PETROL, "9")).isRequired()).isFalse();
    assertThat(of(3, term(CHLORINE, "5")).isRequired()).isFalse();
  }

  @Test
  void explosivesAndFlammableGasCountAtLevelOneOnly() {
    assertThat(of(1, term(LPG, "0.5"), term("4.1.2 表2 W1.1", "0.5")).clause())
        .isEqualTo("40号令第九条（二）");
    assertThat(of(2, term(LPG, "50")).isRequired()).isFalse();
    assertThat(of(1, term(PETROL, "50")).isRequired()).isFalse();
    assertThat(of(null, term(CHLORINE, "0.9")).isRequired()).isFalse();
  }

  /** Row 1 is not row 12, and W2 not W2 of another table. */
  @Test
  void rowsAndSymbolsAreReadWhole() {
    assertThat(of(1, term("4.1.2 表1第120项", "5")).isRequired()).isFalse();
    assertThat(of(1, term("4.1.2 表2 W11", "5")).isRequired()).isFalse();
    assertThat(of(1, term("4.1.2 表2 W2", "5")).isRequired()).isTrue();
  }
}
