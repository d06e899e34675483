package io.zaikong.enterprises;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The workbook of the register: template, filled sample, and the export, which can be imported. */
public final class EnterpriseWorkbook {

  static final String SHEET = "企业名录";
  static final List<SheetColumn> COLUMNS =
      Arrays.stream(Field.values()).map(Field::column).toList();

  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(SheetColumn.text("栏目", 24), SheetColumn.text("怎样填", 90), SheetColumn.text("依据", 26));

  private EnterpriseWorkbook() {}

  static byte[] template() {
    return offered(List.of());
  }

  /** Made-up enterprises; the first value of a line is the first 17 characters of the code. */
  static byte[] sample() {
    return offered(OfferedWorkbook.lines(EnterpriseWorkbook.class, "sample.tsv"));
  }

  /**
   * @param rows hands every enterprise over, one after another
   */
  public static void write(OutputStream out, Consumer<Consumer<Enterprise>> rows)
      throws IOException {
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(SHEET, COLUMNS, 0)) {
      rows.accept(enterprise -> write(sheet, enterprise));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(SheetWriter sheet, Enterprise enterprise) {
    @Nullable Object[] values = new @Nullable Object[Field.values().length];
    for (Field field : Field.values()) {
      String text = field.text(enterprise);
      values[field.ordinal()] =
          text.isEmpty() ? null : field == Field.WORKFORCE ? Integer.valueOf(text) : text;
    }
    row(sheet, values);
  }

  private static void row(SheetWriter sheet, @Nullable Object[] values) {
    try {
      sheet.row(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] offered(List<String[]> lines) {
    return OfferedWorkbook.of(
        Sheet.of(SHEET, COLUMNS, lines.stream().map(EnterpriseWorkbook::values).toList()),
        Sheet.help(HELP_COLUMNS, OfferedWorkbook.lines(EnterpriseWorkbook.class, "help.tsv")));
  }

  private static @Nullable Object[] values(String[] line) {
    @Nullable Object[] values = new @Nullable Object[line.length];
    values[0] = CreditCode.completing(line[0]);
    for (int i = 1; i < line.length; i++) {
      values[i] = line[i].isEmpty() ? null : line[i];
    }
    return values;
  }
}
