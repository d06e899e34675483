package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
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

  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 22), SheetColumn.text("怎样填", 90), SheetColumn.text("是否必填", 12));

  private ListColumns() {}

  static byte[] template() {
    return workbook(List.of());
  }

  /** Made-up enterprises; the first value of a line is the first 17 characters of the code. */
  static byte[] sample() {
    return workbook(OfferedWorkbook.lines(ListColumns.class, "list_sample.tsv"));
  }

  private static byte[] workbook(List<String[]> rows) {
    return OfferedWorkbook.of(
        Sheet.of(SHEET, COLUMNS, rows.stream().map(ListColumns::values).toList()),
        Sheet.help(HELP_COLUMNS, OfferedWorkbook.lines(ListColumns.class, "list_help.tsv")));
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
}
