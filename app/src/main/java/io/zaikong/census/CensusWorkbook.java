package io.zaikong.census;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the census workbooks that the page offers: the empty template and a filled sample. */
final class CensusWorkbook {

  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 26),
          SheetColumn.text("怎样填", 90),
          SheetColumn.text("依据", 26),
          SheetColumn.text("是否必填", 12));

  private CensusWorkbook() {}

  /** The workbook with titles, choices and instructions, and no rows. */
  static byte[] template() {
    return workbook(List.of(), List.of());
  }

  /**
   * A dozen made-up enterprises with real chemicals: units of all four levels, units that are no
   * major hazard source, and one that is exactly at S = 1.
   */
  static byte[] sample() {
    return workbook(lines("census_sample_enterprises.tsv"), lines("census_sample_units.tsv"));
  }

  private static byte[] workbook(List<String[]> enterprises, List<String[]> units) {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      write(book, CensusColumns.ENTERPRISES, CensusColumns.ENTERPRISE_COLUMNS, enterprises);
      write(book, CensusColumns.UNITS, CensusColumns.UNIT_COLUMNS, units);
      try (SheetWriter help = book.sheet(CensusColumns.HELP, HELP_COLUMNS, 0)) {
        for (String[] line : lines("census_help.tsv")) {
          help.row((Object[]) line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The first value of a line is the first 17 characters of the credit code. */
  private static void write(
      WorkbookWriter book, String title, List<SheetColumn> columns, List<String[]> lines)
      throws IOException {
    try (SheetWriter sheet = book.sheet(title, columns, CensusColumns.ROWS)) {
      for (String[] line : lines) {
        @Nullable Object[] values = new @Nullable Object[line.length];
        values[0] = CreditCode.completing(line[0]);
        for (int i = 1; i < line.length; i++) {
          values[i] = line[i].isEmpty() ? null : value(columns.get(i).format(), line[i]);
        }
        sheet.row(values);
      }
    }
  }

  private static Object value(SheetColumn.Format format, String text) {
    return switch (format) {
      case TEXT -> text;
      case DATE -> LocalDate.parse(text);
      default -> new BigDecimal(text);
    };
  }

  private static List<String[]> lines(String resource) {
    try (InputStream in = CensusWorkbook.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines.map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
