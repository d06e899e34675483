package io.zaikong.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.imports.RowError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CensusWorkbookTests {

  @Test
  void the_template_has_its_sheets_and_no_rows() {
    var workbook = CensusBook.opened(CensusWorkbook.template());
    assertThat(workbook.sheetNames()).containsExactly("企业", "单元与化学品", "填表说明");
    CensusDraft draft = CensusReader.read(workbook);
    assertThat(draft.errors()).extracting(RowError::key).containsExactly("census.nothing");
    assertThat(draft.notes()).isEmpty();
  }

  @Test
  void the_sample_is_read_back_without_errors() {
    CensusDraft draft = CensusReader.read(CensusBook.opened(CensusWorkbook.sample()));
    assertThat(draft.errors()).isEmpty();
    assertThat(draft.notes()).isEmpty();
    assertThat(draft.isFlawless()).isTrue();
    assertThat(draft.enterprises()).hasSize(12);
    assertThat(draft.enterprises())
        .allMatch(e -> e.name().startsWith("示例"))
        .allMatch(e -> e.divisionCode().value().startsWith("3703"));
    assertThat(draft.enterprises().getFirst().position()).isNotNull();
    assertThat(draft.chemicals()).hasSize(46);
    assertThat(draft.chemicals().stream().map(ChemicalRow::unit).distinct()).hasSize(35);
    assertThat(draft.importableChemicals()).isEqualTo(draft.chemicals());
    assertThat(draft.elsewhere()).isEmpty();
  }

  @Test
  void the_sample_holds_the_unit_that_is_exactly_at_one() {
    CensusDraft draft = CensusReader.read(CensusBook.opened(CensusWorkbook.sample()));
    Map<String, BigDecimal> quantities =
        draft.chemicals().stream()
            .filter(row -> row.unitName().equals("光气化装置"))
            .collect(Collectors.toMap(ChemicalRow::cas, ChemicalRow::quantityT));
    assertThat(quantities)
        .isEqualTo(
            Map.of(
                "7446-11-9", new BigDecimal("25"),
                "624-83-9", new BigDecimal("0.25"),
                "75-44-5", new BigDecimal("0.1")));
  }

  @Test
  void both_languages_have_the_same_keys_and_every_text_can_be_formatted() throws IOException {
    for (String folder : List.of("census", "imports", "workbook")) {
      Properties chinese = texts(folder + "/texts_zh_CN.properties");
      Properties english = texts(folder + "/texts_en.properties");
      assertThat(english.keySet()).isEqualTo(chinese.keySet());
      for (String key : chinese.stringPropertyNames()) {
        var zh = new MessageFormat(chinese.getProperty(key), Locale.CHINA);
        var en = new MessageFormat(english.getProperty(key), Locale.ENGLISH);
        if (!key.equals("census.problem")) { // the engine's own words, one parameter a language
          assertThat(en.getFormatsByArgumentIndex()).hasSameSizeAs(zh.getFormatsByArgumentIndex());
        }
        assertThat(english.getProperty(key)).doesNotContain("'");
      }
    }
  }

  private static Properties texts(String path) throws IOException {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            java.util.Objects.requireNonNull(
                CensusWorkbook.class.getResourceAsStream("/io/zaikong/" + path)),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
