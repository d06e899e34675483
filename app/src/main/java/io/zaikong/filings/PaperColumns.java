package io.zaikong.filings;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sheet of filings on paper, the empty template and a filled sample of it. */
final class PaperColumns {

  static final String SHEET = "纸质备案";
  static final String CREDIT_CODE = "统一社会信用代码";
  static final String SOURCE = "危险源名称";
  static final String NUMBER = "备案编号";
  static final String AGENCY = "受理机关";
  static final String FILED = "备案日期";
  static final String CERTIFIED = "告知书日期";
  static final String ASSESSED = "评估完成日期";
  static final String LEVEL = "备案时级别";
  static final String QUANTITATIVE = "定量风险评价";

  static final List<String> LEVELS = List.of("一级", "二级", "三级", "四级");
  static final List<String> DONE = List.of("已做", "未做");
  static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.text(CREDIT_CODE, 22).withRequired(),
          SheetColumn.text(SOURCE, 30).withRequired(),
          SheetColumn.text(NUMBER, 28).withRequired(),
          SheetColumn.text(AGENCY, 26).withRequired(),
          SheetColumn.of(FILED, Format.DATE, 14).withRequired(),
          SheetColumn.of(CERTIFIED, Format.DATE, 14).withRequired(),
          SheetColumn.of(ASSESSED, Format.DATE, 14).withRequired(),
          SheetColumn.text(LEVEL, 12).withChoices(LEVELS).withRequired(),
          SheetColumn.text(QUANTITATIVE, 14).withChoices(DONE));

  private static final Set<String> DAYS = Set.of(FILED, CERTIFIED, ASSESSED);
  private static final String HELP = "填表说明";
  private static final int CHOICE_ROWS = 5_000;
  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 22), SheetColumn.text("怎样填", 90), SheetColumn.text("是否必填", 12));

  private PaperColumns() {}

  static byte[] template() {
    return workbook(List.of());
  }

  /** Made-up filings; the first value of a line is the first 17 characters of the code. */
  static byte[] sample() {
    return workbook(lines("paper_sample.tsv"));
  }

  private static byte[] workbook(List<String[]> rows) {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      try (SheetWriter sheet = book.sheet(SHEET, COLUMNS, CHOICE_ROWS)) {
        for (String[] row : rows) {
          sheet.row(values(row));
        }
      }
      try (SheetWriter help = book.sheet(HELP, HELP_COLUMNS, 0)) {
        for (String[] row : lines("paper_help.tsv")) {
          help.row((Object[]) row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static @Nullable Object[] values(String[] row) {
    @Nullable Object[] values = new @Nullable Object[row.length];
    for (int i = 0; i < row.length; i++) {
      boolean isDay = DAYS.contains(COLUMNS.get(i).title());
      values[i] = row[i].isEmpty() ? null : isDay ? LocalDate.parse(row[i]) : row[i];
    }
    values[0] = CreditCode.completing(row[0]).value();
    return values;
  }

  private static List<String[]> lines(String resource) {
    try (InputStream in = PaperColumns.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
