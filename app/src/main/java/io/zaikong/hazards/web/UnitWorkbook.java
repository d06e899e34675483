package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardUnit;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The list of units as a workbook. */
final class UnitWorkbook {

  private UnitWorkbook() {}

  static void write(
      OutputStream out, List<HazardUnit> units, Map<String, String> names, Words words)
      throws IOException {
    List<SheetColumn> columns =
        List.of(
            SheetColumn.text(words.text("hazards.level"), 14),
            SheetColumn.text(words.text("hazards.unit"), 30),
            SheetColumn.text(words.text("hazards.enterprise"), 36),
            SheetColumn.text(words.text("hazards.place"), 26),
            SheetColumn.text(words.text("hazards.kind"), 10),
            SheetColumn.of("S", SheetColumn.Format.DECIMAL, 12),
            SheetColumn.of("R", SheetColumn.Format.DECIMAL, 12),
            SheetColumn.text(words.text("hazards.edition"), 18));
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(words.text("hazards.units"), columns, 0)) {
      for (HazardUnit unit : units) {
        sheet.row(
            words.text(UnitOptions.gradeKey(unit.level())),
            unit.name(),
            unit.enterpriseName(),
            UnitPages.place(unit.division(), names),
            words.text("hazards.kind." + unit.kind().name()),
            unit.s(),
            unit.r(),
            unit.edition());
      }
    }
  }
}
