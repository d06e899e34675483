package io.zaikong.substances;

import io.zaikong.shell.Form;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue as a workbook: template, filled sample, and the export, which can be imported. */
final class SubstanceWorkbook {

  static final String SHEET = "物质目录";
  static final List<SheetColumn> COLUMNS =
      Arrays.stream(SubstanceColumn.values()).map(SubstanceColumn::column).toList();

  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(SheetColumn.text("栏目", 24), SheetColumn.text("怎样填", 90), SheetColumn.text("依据", 30));

  private SubstanceWorkbook() {}

  static byte[] template() {
    return offered(List.of());
  }

  /** Made-up preparations. */
  static byte[] sample() {
    return offered(OfferedWorkbook.lines(SubstanceWorkbook.class, "sample.tsv"));
  }

  static void write(OutputStream out, List<SubstanceVersion> substances) throws IOException {
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(SHEET, COLUMNS, 0)) {
      for (SubstanceVersion substance : substances) {
        Form form = SubstanceForms.of(substance).with("number", substance.number());
        sheet.row(
            Arrays.stream(SubstanceColumn.values())
                .map(column -> cell(column, column.word(form.value(column.field()))))
                .toArray());
      }
    }
  }

  private static byte[] offered(List<String[]> lines) {
    return OfferedWorkbook.of(
        Sheet.of(SHEET, COLUMNS, lines.stream().map(SubstanceWorkbook::values).toList()),
        Sheet.help(HELP_COLUMNS, OfferedWorkbook.lines(SubstanceWorkbook.class, "help.tsv")));
  }

  private static @Nullable Object[] values(String[] line) {
    @Nullable Object[] values = new @Nullable Object[line.length];
    for (int i = 0; i < line.length; i++) {
      values[i] = cell(SubstanceColumn.values()[i], line[i]);
    }
    return values;
  }

  private static @Nullable Object cell(SubstanceColumn column, String text) {
    if (text.isEmpty()) {
      return null;
    }
    boolean number = column.isNumber() || column == SubstanceColumn.TABLE1_ROW;
    return number || column == SubstanceColumn.VERSION ? new BigDecimal(text) : text;
  }
}
