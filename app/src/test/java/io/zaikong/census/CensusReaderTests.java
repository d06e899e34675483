package io.zaikong.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusReaderTests {

  private static final String CODE = CensusBook.CODE;
  private static final String OTHER = CensusBook.OTHER;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5|imports.credit-code-length",
        "91370305MADEM00011|imports.credit-code-check",
      })
  void a_wrong_credit_code_is_explained(String code, String key) {
    CensusDraft draft =
        CensusBook.empty().enterprise(code, "厂", "370305107", "路", null, null, "冶金", 0).read();
    assertThat(draft.errors())
        .extracting(RowError::row, RowError::column, RowError::value, RowError::key)
        .containsExactly(tuple(2, "统一社会信用代码", code, key));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-31, 2026-03-31", "2026/03/31, 2026-03-31", "'', ", "2026年, ", "31.3.2026, "})
  void the_day_of_the_count_is_a_column_of_its_own(String typed, @Nullable LocalDate day) {
    CensusDraft draft =
        CensusBook.empty()
            .enterprise(CODE, "厂", "370305107", "路", null, null, "冶金", 0, "村委会", typed)
            .read();
    if (day == null && !typed.isEmpty()) {
      assertThat(draft.errors())
          .extracting(RowError::column, RowError::key)
          .containsExactly(tuple("人口统计日期", "census.population-day"));
    } else {
      assertThat(draft.enterprises().getFirst().populationCountedOn()).isEqualTo(day);
    }
  }

  @Test
  void a_credit_code_that_excel_took_for_a_number_is_explained() {
    CensusDraft draft =
        CensusBook.empty()
            .enterprise(913703001234567890L, "厂", "370305107", "路", null, null, "冶金", 0)
            .read();
    assertThat(draft.errors())
        .extracting(RowError::key)
        .containsExactly("imports.credit-code-number");
  }

  @Test
  void codes_are_taken_in_full_width_and_lower_case() {
    CensusDraft draft =
        CensusBook.empty()
            .enterprise(
                " " + CODE.toLowerCase(java.util.Locale.ROOT),
                "厂",
                "３７０３０５１０７０００",
                "路",
                null,
                null,
                "冶金",
                "０")
            .read();
    assertThat(draft.errors()).isEmpty();
    assertThat(draft.enterprises().getFirst().creditCode()).isEqualTo(new CreditCode(CODE));
    assertThat(draft.enterprises().getFirst().divisionCode().value()).isEqualTo("370305107");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "370305|118|36|冶金|0|区划代码|census.division",
        "3703051071|118|36|冶金|0|区划代码|census.division",
        "370305107|118|null|冶金|0|纬度|census.position-half",
        "370305107|null|36|冶金|0|经度|census.position-half",
        "370305107|36.8|118.2|冶金|0|经度|census.position-swapped",
        "370305107|0|0|冶金|0|经度|census.position-outside",
        "370305107|118°|36|冶金|0|经度|census.degrees",
        "370305107|118|36|航天|0|行业领域|census.sector",
        "370305107|118|36|冶金|-1|厂区外500米常住人口|census.population",
        "370305107|118|36|冶金|1.5|厂区外500米常住人口|census.population",
        "370305107|118|36|冶金|100人|厂区外500米常住人口|census.population",
        "370305107|118|36|冶金|1e999999999|厂区外500米常住人口|census.population",
        "370305107|118|36|冶金|null|厂区外500米常住人口|imports.required",
      })
  void what_is_wrong_with_an_enterprise_is_told_by_column(
      String division,
      @Nullable String longitude,
      @Nullable String latitude,
      String sector,
      @Nullable String population,
      String column,
      String key) {
    CensusDraft draft =
        CensusBook.empty()
            .enterprise(CODE, "厂", division, "路", longitude, latitude, sector, population)
            .read();
    assertThat(draft.errors())
        .extracting(RowError::sheet, RowError::row, RowError::column, RowError::key)
        .containsExactly(tuple("企业", 2, column, key));
    assertThat(draft.enterprises()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "罐区|仓库|氯|7782-50-5|null|5|单元类型|census.unit-kind",
        "罐区|储存|氯|7782-50-6|null|5|CAS号|census.cas-check",
        "罐区|储存|氯|77825-05|null|5|CAS号|census.cas-form",
        "罐区|储存|null|null|null|5|化学品名称|census.chemical-missing",
        "罐区|储存|氯|null|J9|5|危险性类别|census.category",
        "罐区|储存|氯|null|null|-5|设计最大量(t)|census.quantity-negative",
        "罐区|储存|氯|null|null|25t|设计最大量(t)|census.quantity",
        "罐区|储存|氯|null|null|1,000|设计最大量(t)|census.quantity",
        "罐区|储存|氯|null|null|1e999999999|设计最大量(t)|census.quantity",
        "罐区|储存|氯|null|null|0.0000001|设计最大量(t)|census.quantity-decimals",
        "罐区|储存|氯|null|null|999999999|设计最大量(t)|census.quantity-large",
        "罐区|储存|氯|null|null|null|设计最大量(t)|imports.required",
        "null|储存|氯|null|null|1|单元名称|imports.required",
      })
  void what_is_wrong_with_a_chemical_is_told_by_column(
      @Nullable String unit,
      String kind,
      @Nullable String chemical,
      @Nullable String cas,
      @Nullable String categories,
      @Nullable String quantity,
      String column,
      String key) {
    CensusDraft draft =
        CensusBook.sound().unit(CODE, unit, kind, chemical, cas, categories, quantity).read();
    assertThat(draft.errors())
        .extracting(RowError::sheet, RowError::row, RowError::column, RowError::key)
        .containsExactly(tuple("单元与化学品", 2, column, key));
    assertThat(draft.chemicals()).isEmpty();
  }

  @Test
  void quantities_and_categories_are_exact() {
    CensusDraft draft =
        CensusBook.sound()
            .unit(CODE, "罐区", "储存", "混合物", null, "j5；W5.3、W2 W2", new BigDecimal("0.1"))
            .unit(CODE, "罐区", "储存单元", null, "7782–50–5", null, 1000)
            .read();
    assertThat(draft.errors()).isEmpty();
    assertThat(draft.chemicals().get(0).categories()).containsExactly("J5", "W5.3", "W2");
    assertThat(draft.chemicals().get(0).quantityT()).isEqualTo(new BigDecimal("0.1"));
    assertThat(draft.chemicals().get(1).quantityT()).isEqualTo(new BigDecimal("1000"));
    assertThat(draft.chemicals().get(1).cas()).isEqualTo("7782-50-5");
  }

  @Test
  void a_cas_number_that_excel_made_a_date_is_explained() {
    CensusDraft draft = CensusBook.sound().unit(CODE, "罐区", "储存", "氯", null, null, 1).read();
    assertThat(draft.errors()).isEmpty();
    var out = new ByteArrayOutputStream();
    var columns =
        CensusColumns.UNIT_COLUMNS.stream()
            .map(
                c ->
                    c.title().equals("CAS号")
                        ? SheetColumn.of("CAS号", SheetColumn.Format.DATE, 12)
                        : c)
            .toList();
    try (var book = new WorkbookWriter(out);
        var enterprises =
            book.sheet(CensusColumns.ENTERPRISES, CensusColumns.ENTERPRISE_COLUMNS, 0);
        var units = book.sheet(CensusColumns.UNITS, columns, 0)) {
      units.row(CODE, "罐区", "储存", "氯", LocalDate.of(1975, 10, 1), null, 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(CensusReader.read(CensusBook.opened(out.toByteArray())).errors())
        .extracting(RowError::key)
        .containsExactly("census.cas-date");
  }

  @Test
  void an_enterprise_twice_and_a_unit_of_two_kinds_point_to_the_first_row() {
    CensusDraft draft =
        CensusBook.sound()
            .enterprise(CODE, "示例厂", "370305107", "示例路", null, null, "冶金", 0)
            .unit(CODE, "罐区", "储存", "氯", null, null, 1)
            .unit(CODE, "罐区", "储存", "氯", null, null, 2)
            .unit(CODE, "罐区", "生产", "氨", null, null, 2)
            .read();
    assertThat(draft.errors())
        .extracting(RowError::sheet, RowError::row, RowError::key, RowError::parameters)
        .containsExactly(
            tuple("企业", 3, "census.enterprise-twice", List.of("2")),
            tuple("单元与化学品", 4, "census.unit-two-kinds", List.of("2")));
  }

  @Test
  void a_unit_with_one_wrong_row_is_held_back_whole_and_others_are_not() {
    CensusDraft draft =
        CensusBook.sound()
            .unit(CODE, "甲", "储存", "氯", null, null, 1)
            .unit(CODE, "甲", "储存", "氨", null, null, "许多")
            .unit(CODE, "乙", "储存", "氯", null, null, 1)
            .unit(OTHER, "甲", "储存", "氯", null, null, 1)
            .read();
    assertThat(draft.heldBack()).containsExactly(new UnitKey(new CreditCode(CODE), "甲"));
    assertThat(draft.importableChemicals()).extracting(ChemicalRow::rowNo).containsExactly(4, 5);
    assertThat(draft.elsewhere()).containsExactly(new CreditCode(OTHER));
  }

  @Test
  void a_mistyped_or_missing_code_holds_back_the_units_that_the_row_may_belong_to() {
    CensusDraft draft =
        CensusBook.sound()
            .unit(CODE, "甲", "储存", "氯", null, null, 1)
            .unit(CODE.replace("MADEM", "MADFM"), "甲", "储存", "氨", null, null, 9)
            .unit(CODE, "乙", "储存", "氯", null, null, 1)
            .unit(null, "乙", "储存", "氨", null, null, 9)
            .unit(OTHER, "甲", "储存", "氯", null, null, 1)
            .read();
    assertThat(draft.importableChemicals()).extracting(ChemicalRow::rowNo).containsExactly(6);
  }

  @Test
  void an_enterprise_with_an_error_holds_back_its_units() {
    CensusDraft draft =
        CensusBook.empty()
            .enterprise(CODE, "厂", "370305107", "路", null, null, "冶金", null)
            .unit(CODE, "甲", "储存", "氯", null, null, 1)
            .read();
    assertThat(draft.importableChemicals()).isEmpty();
    assertThat(draft.elsewhere()).isEmpty();
  }

  @Test
  void a_script_stays_plain_text() {
    String script = "<script>alert('1')</script>";
    CensusDraft draft =
        CensusBook.empty()
            .enterprise(CODE, script, "370305107", "=HYPERLINK(\"http://x\")", null, null, "冶金", 0)
            .read();
    assertThat(draft.enterprises().getFirst().name()).isEqualTo(script);
    assertThat(draft.enterprises().getFirst().address()).isEqualTo("=HYPERLINK(\"http://x\")");
  }

  @Test
  void a_workbook_of_other_sheets_or_columns_imports_nothing() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out);
        var other = book.sheet("Sheet1", List.of(SheetColumn.text("甲", 5)), 0);
        var half =
            book.sheet(
                CensusColumns.UNITS,
                List.of(
                    SheetColumn.text("单元名称", 9),
                    SheetColumn.text("备注", 9),
                    SheetColumn.text("统一社会信用代码", 9)),
                0)) {
      other.row("x");
      half.row("罐区", "", CODE);
    }
    CensusDraft draft = CensusReader.read(CensusBook.opened(out.toByteArray()));
    assertThat(draft.isReadable()).isFalse();
    assertThat(draft.errors())
        .extracting(RowError::key, RowError::column)
        .containsExactly(
            tuple("imports.sheet-missing", ""),
            tuple("imports.column-missing", "单元类型"),
            tuple("imports.column-missing", "设计最大量(t)"));
    assertThat(draft.errors().getFirst().parameters()).containsExactly("企业", "Sheet1、单元与化学品");
    assertThat(draft.notes()).extracting(RowError::key).containsExactly("imports.note-ignored");
    assertThat(draft.chemicals()).isEmpty();
  }

  @Test
  void errors_beyond_the_bound_are_counted() {
    CensusBook book = CensusBook.sound();
    for (int i = 0; i < 5_200; i++) {
      book.unit(CODE, "罐区" + i, "储存", "氯", null, null, "x");
    }
    CensusDraft draft = book.read();
    assertThat(draft.errors()).hasSize(RowErrors.MOST);
    assertThat(draft.moreErrors()).isEqualTo(200);
    assertThat(draft.errorCount()).isEqualTo(5_200);
    assertThat(draft.isReadable()).isTrue();
  }
}
