package io.zaikong.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookWriterTests {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.text("名称", 20).withRequired(),
          SheetColumn.of("数量", SheetColumn.Format.DECIMAL, 10),
          SheetColumn.of("日期", SheetColumn.Format.DATE, 12),
          SheetColumn.text("类型", 10).withChoices(List.of("生产", "储存")));

  @Test
  void what_is_written_is_read_back_exactly() throws IOException {
    byte[] bytes = written("氯<>&\"'", new BigDecimal("0.1"), LocalDate.of(2026, 1, 31), "生产");
    List<Row> rows = RawBook.read(bytes, "表");
    assertThat(rows.get(0).cells()).extracting(Cell::text).containsExactly("名称*", "数量", "日期", "类型");
    assertThat(rows.get(1).cells())
        .extracting(Cell::text)
        .containsExactly("氯<>&\"'", "0.1", "2026-01-31", "生产");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "\u00a0=HYPERLINK(\"http://x\")"
      })
  void text_that_begins_like_a_formula_is_made_harmless(String text) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(written(text, null, null)));
        var rows = book.getFirstSheet().openStream()) {
      var cell = rows.skip(1).findFirst().orElseThrow().getCell(0);
      assertThat(cell.getType()).isEqualTo(CellType.STRING);
      assertThat(cell.getFormula()).isNull();
      assertThat(cell.asString()).startsWith("'");
    }
    assertThat(SafeText.restored(SafeText.harmless(text))).isEqualTo(text);
  }

  @Test
  void other_text_is_left_alone() {
    for (String text : List.of("", "1,3-丁二烯", "'引号'", "a=b", "李-四")) {
      assertThat(SafeText.harmless(text)).isEqualTo(text);
      assertThat(SafeText.restored(text)).isEqualTo(text);
    }
  }

  @Test
  void control_characters_and_overlong_text_do_not_spoil_the_workbook() throws IOException {
    byte[] bytes = written("甲\u0000\u0007\ud800乙" + "长".repeat(40_000), null, null);
    String text = RawBook.read(bytes, "表").get(1).cell(0).text();
    assertThat(text).startsWith("甲乙长").hasSize(32_767).endsWith("…");
  }

  @Test
  void sixty_thousand_rows_are_written_and_read_as_streams() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out);
        var sheet = book.sheet("表", COLUMNS, 60_000)) {
      for (int i = 1; i <= 60_000; i++) {
        sheet.row("示例" + i, new BigDecimal(i).movePointLeft(2), null, "储存");
      }
    }
    var opened = (Opening.Opened) WorkbookReader.open(out.toByteArray());
    AtomicInteger last = new AtomicInteger();
    opened
        .workbook()
        .forEachRow(
            "表",
            row -> {
              assertThat(row.number()).isEqualTo(last.incrementAndGet());
              if (row.number() == 60_001) {
                assertThat(row.cell(1).text()).isEqualTo("600");
              }
            });
    assertThat(last).hasValue(60_001);
  }

  private static byte[] written(@org.jspecify.annotations.Nullable Object... values)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out);
        var sheet = book.sheet("表", COLUMNS, 100)) {
      sheet.row(values);
    }
    return out.toByteArray();
  }
}
