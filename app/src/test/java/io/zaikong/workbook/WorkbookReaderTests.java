package io.zaikong.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookReaderTests {

  @ParameterizedTest
  @CsvSource({
    "25, 25",
    "25.0, 25",
    "0.1, 0.1",
    "0.10000000000000001, 0.1",
    "3.3000000000000003, 3.3",
    "1E3, 1000",
    "1.5E-7, 0.00000015",
    "-0, 0",
    "370305104, 370305104",
    "370305104001, 370305104001",
    "9.1370300123456704E+17, 913703001234567000",
    "1e999999999, 1e999999999",
    "1e400, 1e400",
    "NaN, NaN"
  })
  void numbers_are_plain_decimal_text_without_binary_noise(String raw, String text) {
    assertThat(new RawBook().cell("", "<v>" + raw + "</v>").only())
        .isEqualTo(new Cell(Cell.Kind.NUMBER, text, false));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 46023, 2026-01-01",
    "2, 46023, 2026-01-01",
    "3, 46023.354166666664, 2026-01-01T08:30",
    "1, 59, 1900-02-28",
    "1, 61, 1900-03-01",
    "3, 0.5, 12:00"
  })
  void numbers_in_a_date_style_are_iso_dates(String style, String raw, String text) {
    assertThat(new RawBook().cell("s=\"" + style + "\"", "<v>" + raw + "</v>").only())
        .isEqualTo(new Cell(Cell.Kind.DATE, text, false));
  }

  @Test
  void a_date_beyond_the_calendar_stays_a_number() {
    assertThat(new RawBook().cell("s=\"1\"", "<v>99999999</v>").only())
        .isEqualTo(new Cell(Cell.Kind.NUMBER, "99999999", false));
  }

  @Test
  void dates_count_from_1904_where_the_workbook_says_so() {
    RawBook book = new RawBook().cell("s=\"1\"", "<v>44561</v>");
    book.with(
        RawBook.WORKBOOK,
        book.part(RawBook.WORKBOOK).replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    assertThat(book.only().text()).isEqualTo("2026-01-01");
  }

  @Test
  void text_stays_as_typed_and_is_never_run() {
    String script = "<script>alert(1)</script> & ${7*7} {{x}}";
    String xml = script.replace("&", "&amp;").replace("<", "&lt;");
    assertThat(new RawBook().cell("t=\"inlineStr\"", "<is><t>" + xml + "</t></is>").only())
        .isEqualTo(new Cell(Cell.Kind.TEXT, script, false));
  }

  @Test
  void rich_text_is_joined_and_phonetic_text_left_out() {
    RawBook book =
        new RawBook()
            .cell("t=\"s\"", "<v>0</v>")
            .with(
                RawBook.STRINGS,
                "<sst><si><r><t>三氧</t></r><r><t>化硫</t></r><rPh><t>さん</t></rPh></si></sst>");
    assertThat(book.only().text()).isEqualTo("三氧化硫");
  }

  @Test
  void escapes_are_resolved_and_control_characters_dropped() {
    assertThat(
            new RawBook()
                .cell("t=\"inlineStr\"", "<is><t>甲_x000A_乙_x0000__xD800_丙</t></is>")
                .only()
                .text())
        .isEqualTo("甲\n乙丙");
  }

  @Test
  void a_formula_gives_its_last_value_and_says_that_it_is_one() {
    assertThat(new RawBook().cell("", "<f>12.5*2</f><v>25</v>").only())
        .isEqualTo(new Cell(Cell.Kind.NUMBER, "25", true));
    assertThat(new RawBook().cell("t=\"str\"", "<f>A2&amp;\"x\"</f><v>甲x</v>").only())
        .isEqualTo(new Cell(Cell.Kind.TEXT, "甲x", true));
  }

  @Test
  void errors_and_truth_values_are_told_apart() {
    assertThat(new RawBook().cell("t=\"e\"", "<v>#N/A</v>").only())
        .isEqualTo(new Cell(Cell.Kind.ERROR, "#N/A", false));
    assertThat(new RawBook().cell("t=\"b\"", "<v>1</v>").only())
        .isEqualTo(new Cell(Cell.Kind.BOOLEAN, "TRUE", false));
  }

  @Test
  void empty_rows_and_coloured_cells_to_the_right_do_not_count() {
    var rows =
        RawBook.read(
            new RawBook()
                .rows(
                    "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"XFD2\" s=\"1\"/></row>"
                        + "<row r=\"1048576\"><c r=\"A1048576\" s=\"2\"/></row>")
                .bytes(),
            "表");
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().number()).isEqualTo(2);
    assertThat(rows.getFirst().cell(0)).isEqualTo(Cell.EMPTY);
    assertThat(rows.getFirst().cell(1).text()).isEqualTo("1");
    assertThat(rows.getFirst().cell(9)).isEqualTo(Cell.EMPTY);
  }

  @Test
  void only_sheets_that_exist_are_read() {
    var opened = (Opening.Opened) WorkbookReader.open(new RawBook().bytes());
    assertThat(opened.workbook().sheetNames()).containsExactly("表");
    assertThatThrownBy(() -> opened.workbook().forEachRow("别的", row -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void columns_are_found_by_title_in_any_order_and_form() {
    Row row =
        RawBook.read(
                new RawBook()
                    .rows(
                        "<row><c t=\"inlineStr\"><is><t>设计最大量（t）*</t></is></c><c"
                            + " t=\"inlineStr\"><is><t>备注</t></is></c><c"
                            + " t=\"inlineStr\"><is><t> 单元\n名称</t></is></c></row>")
                    .bytes(),
                "表")
            .getFirst();
    HeaderRow header = HeaderRow.find(row, Set.of("单元名称", "设计最大量(t)", "CAS号"));
    assertThat(header.columns()).containsEntry("单元名称", 2).containsEntry("设计最大量(t)", 0);
    assertThat(header.missing()).containsExactly("CAS号");
    assertThat(header.ignored()).containsExactly("备注");
  }
}
