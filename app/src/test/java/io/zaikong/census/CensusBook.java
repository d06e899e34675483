package io.zaikong.census;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.Opening;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.Workbook;
import io.zaikong.workbook.WorkbookReader;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A census workbook with one sound enterprise, to which a test adds what it is about. */
final class CensusBook {

  static final String CODE = CreditCode.completing("91370305MADEM0001").value();
  static final String OTHER = CreditCode.completing("91370321MXYGH7772").value();

  private final List<@Nullable Object[]> enterprises = new ArrayList<>();
  private final List<@Nullable Object[]> units = new ArrayList<>();

  static CensusBook empty() {
    return new CensusBook();
  }

  /** With the enterprise {@link #CODE} in row 2. */
  static CensusBook sound() {
    return empty().enterprise(CODE, "示例厂", "370305107", "示例路", null, null, "冶金", 0);
  }

  CensusBook enterprise(@Nullable Object... values) {
    enterprises.add(values);
    return this;
  }

  CensusBook unit(@Nullable Object... values) {
    units.add(values);
    return this;
  }

  CensusDraft read() {
    return CensusReader.read(opened(bytes()));
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      write(book, CensusColumns.ENTERPRISES, CensusColumns.ENTERPRISE_COLUMNS, enterprises);
      write(book, CensusColumns.UNITS, CensusColumns.UNIT_COLUMNS, units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Workbook opened(byte[] bytes) {
    return ((Opening.Opened) WorkbookReader.open(bytes)).workbook();
  }

  private static void write(
      WorkbookWriter book, String title, List<SheetColumn> columns, List<@Nullable Object[]> rows)
      throws IOException {
    try (var sheet = book.sheet(title, columns, 0)) {
      for (@Nullable Object[] row : rows) {
        sheet.row(row);
      }
    }
  }
}
