package io.zaikong.calc.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.calc.text.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published fixtures and worked examples of GB 18218-2018. */
class GoldenExamplesTest {

  @TestFactory
  Stream<DynamicTest> judgesAsInTheExample() {
    return Csv.read(GoldenExamplesTest.class, "examples.csv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(row.get("id") + " " + row.get("title"), () -> check(row)));
  }

  private static void check(Csv.Row row) {
    List<StatedChemical> chemicals = new ArrayList<>();
    for (String chemical : row.get("chemicals").split("; ")) {
      String[] parts = chemical.split("\\|");
      chemicals.add(new StatedChemical(parts[0], parts[1], List.of(parts[2].split(" ")), parts[3]));
    }
    UnitResult result =
        Sites.judged(row.get("population"), chemicals.toArray(StatedChemical[]::new));
    assertThat(result.sText()).isEqualTo(row.get("s"));
    assertThat(result.isMajor()).isEqualTo(!row.get("level").isEmpty());
    assertThat(result.terms().stream().map(t -> t.basis().criticalT().toPlainString()))
        .containsExactly(row.get("critical_t").split(";"));
    assertThat(result.terms().stream().map(t -> t.basis().beta().value().toPlainString()))
        .containsExactly(row.get("beta").split(";"));
    assertThat(result.grading().alphaText()).isEqualTo(row.get("alpha"));
    assertThat(result.grading().rText()).isEqualTo(row.get("r"));
    result
        .grading()
        .grade()
        .ifPresent(grade -> assertThat(grade.level()).hasToString(row.get("level")));
  }
}
