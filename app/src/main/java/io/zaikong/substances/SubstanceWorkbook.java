package io.zaikong.substances;

import io.zaikong.shell.Form;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue as a workbook: template, filled sample, and the export, which can be imported. */
final class SubstanceWorkbook {

  static final String SHEET = "物质目录";
  static final List<SheetColumn> COLUMNS =
      Arrays.stream(SubstanceColumn.values()).map(SubstanceColumn::column).toList();

  private static final String HELP = "填表说明";
  private static final int ROWS = 5_000;
  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(SheetColumn.text("栏目", 24), SheetColumn.text("怎样填", 90), SheetColumn.text("依据", 30));

  private SubstanceWorkbook() {}

  static byte[] template() {
    return offered(List.of());
  }

  /** Made-up preparations. */
  static byte[] sample() {
    return offered(lines("sample.tsv"));
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
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      try (SheetWriter sheet = book.sheet(SHEET, COLUMNS, ROWS)) {
        for (String[] line : lines) {
          @Nullable Object[] values = new @Nullable Object[line.length];
          for (int i = 0; i < line.length; i++) {
            values[i] = cell(SubstanceColumn.values()[i], line[i]);
          }
          sheet.row(values);
        }
      }
      try (SheetWriter help = book.sheet(HELP, HELP_COLUMNS, 0)) {
        for (String[] line : lines("help.tsv")) {
          help.row((Object[]) line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static @Nullable Object cell(SubstanceColumn column, String text) {
    if (text.isEmpty()) {
      return null;
    }
    boolean number = column.isNumber() || column == SubstanceColumn.TABLE1_ROW;
    return number || column == SubstanceColumn.VERSION ? new BigDecimal(text) : text;
  }

  private static List<String[]> lines(String resource) {
    try (InputStream in = SubstanceWorkbook.class.getResourceAsStream(resource)) {
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
