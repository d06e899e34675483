package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.workbook.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
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
    CensusDraft draft = CensusSheetReader.read(workbook);
    assertThat(draft.errors()).extracting(RowError::key).containsExactly("census.nothing");
    assertThat(draft.notes()).isEmpty();
  }

  @Test
  void the_sample_is_read_back_without_errors() {
    CensusDraft draft = CensusSheetReader.read(CensusBook.opened(CensusWorkbook.sample()));
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
    CensusDraft draft = CensusSheetReader.read(CensusBook.opened(CensusWorkbook.sample()));
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
  void errors_can_be_downloaded_as_a_workbook_in_words() throws IOException {
    CensusDraft draft =
        CensusBook.sound()
            .unit(CensusBook.CODE, "罐区", "储存", "=cmd|'/C calc'!A0", "7782-50-6", "", 1)
            .read();
    var out = new ByteArrayOutputStream();
    Properties texts = texts("hazards/texts_zh_CN.properties");
    ErrorWorkbook.write(
        out,
        draft.errors(),
        7,
        (key, parameters) ->
            new MessageFormat(texts.getProperty(key), Locale.CHINA).format(parameters.toArray()));
    List<Row> rows = new ArrayList<>();
    CensusBook.opened(out.toByteArray()).forEachRow("错误清单", rows::add);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).cells())
        .extracting(c -> c.text())
        .containsExactly("单元与化学品", "2", "CAS号", "7782-50-6", "CAS 号的校验位不对，可能有一位填错。请按安全技术说明书核对。");
    assertThat(rows.get(2).cell(4).text()).contains("7 处");
  }

  @Test
  void both_languages_have_the_same_keys_and_every_text_can_be_formatted() throws IOException {
    for (String folder : List.of("hazards", "workbook")) {
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
