package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardUnit;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The list of units as a workbook; its rows leave memory as they are added. */
final class UnitWorkbook implements AutoCloseable {

  private final OutputStream out;
  private final Map<String, String> names;
  private final Words words;
  private final WorkbookWriter book;
  private final SheetWriter sheet;

  /**
   * @param out is closed with it
   * @param names of divisions by code
   */
  UnitWorkbook(OutputStream out, Map<String, String> names, Words words) {
    this.out = out;
    this.names = names;
    this.words = words;
    this.book = new WorkbookWriter(out);
    this.sheet =
        book.sheet(
            words.text("hazards.units"),
            List.of(
                SheetColumn.text(words.text("hazards.level"), 14),
                SheetColumn.text(words.text("hazards.unit"), 30),
                SheetColumn.text(words.text("hazards.enterprise"), 36),
                SheetColumn.text(words.text("hazards.place"), 26),
                SheetColumn.text(words.text("hazards.kind"), 10),
                SheetColumn.of("S", SheetColumn.Format.DECIMAL, 12),
                SheetColumn.of("R", SheetColumn.Format.DECIMAL, 12),
                SheetColumn.text(words.text("hazards.edition"), 18)),
            0);
  }

  void add(HazardUnit unit) {
    try {
      sheet.row(
          words.text(UnitOptions.gradeKey(unit.level())),
          unit.name(),
          unit.enterpriseName(),
          UnitPages.place(unit.division(), names),
          words.text("hazards.kind." + unit.kind().name()),
          unit.s(),
          unit.r(),
          unit.edition());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      sheet.close();
      book.close();
    }
  }
}
