package io.zaikong.filings;

import io.zaikong.imports.Preview.Value;
import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 22), SheetColumn.text("怎样填", 90), SheetColumn.text("是否必填", 12));

  private PaperColumns() {}

  static byte[] template() {
    return workbook(List.of());
  }

  /** Made-up filings; the first value of a line is the first 17 characters of the code. */
  static byte[] sample() {
    return workbook(
        OfferedWorkbook.lines(PaperColumns.class, "paper_sample.tsv").stream()
            .map(PaperColumns::values)
            .toList());
  }

  private static byte[] workbook(List<@Nullable Object[]> rows) {
    return OfferedWorkbook.of(
        Sheet.of(SHEET, COLUMNS, rows),
        Sheet.help(HELP_COLUMNS, OfferedWorkbook.lines(PaperColumns.class, "paper_help.tsv")));
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

  /** As a check shows what it read. */
  static List<Value> values(PaperFiling paper) {
    return List.of(
        Value.of(NUMBER, paper.number()),
        Value.of(AGENCY, paper.agency()),
        Value.of(FILED, Objects.toString(paper.filedOn(), "")),
        Value.of(CERTIFIED, Objects.toString(paper.certifiedOn(), "")),
        Value.of(ASSESSED, Objects.toString(paper.assessedOn(), "")),
        Value.of(LEVEL, paper.level() == null ? "" : LEVELS.get(paper.level() - 1)),
        Value.of(QUANTITATIVE, DONE.get(paper.quantitativeDone() ? 0 : 1)));
  }
}
