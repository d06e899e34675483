package io.zaikong.imports;

import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiFunction;

/** The errors of a workbook as a workbook to download and work through. */
final class ErrorWorkbook {

  private ErrorWorkbook() {}

  /**
   * @param more errors that the list leaves out
   * @param words the text of a key and its parameters
   */
  static void write(
      OutputStream out,
      List<RowError> errors,
      int more,
      BiFunction<String, List<String>, String> words)
      throws IOException {
    List<SheetColumn> columns =
        List.of(
            SheetColumn.text(words.apply("imports.errors.sheet", List.of()), 16),
            SheetColumn.of(
                words.apply("imports.errors.row", List.of()), SheetColumn.Format.INTEGER, 8),
            SheetColumn.text(words.apply("imports.errors.column", List.of()), 22),
            SheetColumn.text(words.apply("imports.errors.value", List.of()), 30),
            SheetColumn.text(words.apply("imports.errors.reason", List.of()), 90));
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet =
            book.sheet(words.apply("imports.errors.title", List.of()), columns, 0)) {
      for (RowError error : errors) {
        sheet.row(
            error.sheet(),
            error.concernsSheet() ? null : error.row(),
            error.column(),
            error.value(),
            words.apply(error.key(), error.parameters()));
      }
      if (more > 0) {
        sheet.row(null, null, null, null, words.apply("imports.errors.more", List.of("" + more)));
      }
    }
  }
}
