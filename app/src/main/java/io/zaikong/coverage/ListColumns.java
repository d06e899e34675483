package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheet of a list's workbook, the empty template and a filled sample of it. */
final class ListColumns {

  static final String SHEET = "外部名单";
  static final String CREDIT_CODE = "统一社会信用代码";
  static final String NAME = "企业名称";
  static final String DIVISION = "区划代码";
  static final String ADDRESS = "地址";
  static final String CATEGORY = "监管类别";
  static final String ORIGIN = "名单来源";
  static final String LIST = "名单名称";
  static final String AS_OF = "名单日期";

  static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.text(CREDIT_CODE, 22),
          SheetColumn.text(NAME, 34).withRequired(),
          SheetColumn.text(DIVISION, 14),
          SheetColumn.text(ADDRESS, 40),
          SheetColumn.text(CATEGORY, 18)
              .withChoices(Arrays.stream(Category.values()).map(Category::chinese).toList())
              .withRequired(),
          SheetColumn.text(ORIGIN, 12)
              .withChoices(Arrays.stream(ListOrigin.values()).map(ListOrigin::chinese).toList())
              .withRequired(),
          SheetColumn.text(LIST, 26).withRequired(),
          SheetColumn.of(AS_OF, Format.DATE, 14).withRequired());

  private static final String HELP = "填表说明";
  private static final int CHOICE_ROWS = 5_000;
  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 22), SheetColumn.text("怎样填", 90), SheetColumn.text("是否必填", 12));

  private ListColumns() {}

  static byte[] template() {
    return workbook(List.of());
  }

  /** Made-up enterprises; the first value of a line is the first 17 characters of the code. */
  static byte[] sample() {
    return workbook(lines("list_sample.tsv"));
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
        for (String[] row : lines("list_help.tsv")) {
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
      values[i] = row[i].isEmpty() ? null : row[i];
    }
    values[0] = row[0].isEmpty() ? null : CreditCode.completing(row[0]);
    values[row.length - 1] = LocalDate.parse(row[row.length - 1]);
    return values;
  }

  private static List<String[]> lines(String resource) {
    try (InputStream in = ListColumns.class.getResourceAsStream(resource)) {
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
