package io.zaikong.substances;

import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.calc.substance.HazardClass;
import io.zaikong.calc.substance.SubstanceFacts;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The catalogue of substances as a workbook. */
final class SubstanceWorkbook {

  private SubstanceWorkbook() {}

  static void write(OutputStream out, List<SubstanceVersion> substances, Words words)
      throws IOException {
    List<SheetColumn> columns =
        List.of(
            SheetColumn.text(words.text("substances.number"), 10),
            SheetColumn.text(words.text("substances.name"), 40),
            SheetColumn.text(words.text("substances.aliases"), 30),
            SheetColumn.text(words.text("substances.name_en"), 30),
            SheetColumn.text(words.text("substances.cas"), 14),
            SheetColumn.text(words.text("substances.un"), 10),
            SheetColumn.text(words.text("substances.classes"), 50),
            SheetColumn.text(words.text("substances.state"), 8),
            SheetColumn.of(words.text("substances.flash_c"), Format.DECIMAL, 10),
            SheetColumn.of(words.text("substances.boiling_c"), Format.DECIMAL, 10),
            SheetColumn.of(words.text("substances.melting_c"), Format.DECIMAL, 10),
            SheetColumn.of(words.text("substances.density_kg_m3"), Format.DECIMAL, 12),
            SheetColumn.of(words.text("substances.lel_vol_pct"), Format.DECIMAL, 12),
            SheetColumn.of(words.text("substances.uel_vol_pct"), Format.DECIMAL, 12),
            SheetColumn.text(words.text("substances.highly_toxic"), 8),
            SheetColumn.of(words.text("substances.table1_row"), Format.INTEGER, 10),
            SheetColumn.text(words.text("substances.source"), 28),
            SheetColumn.text(words.text("substances.confidence"), 14),
            SheetColumn.text(words.text("substances.note"), 40),
            SheetColumn.of(words.text("substances.version"), Format.INTEGER, 8));
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(words.text("substances.title"), columns, 0)) {
      for (SubstanceVersion substance : substances) {
        row(sheet, substance, words);
      }
    }
  }

  private static void row(SheetWriter sheet, SubstanceVersion substance, Words words)
      throws IOException {
    CatalogueEntry entry = substance.entry();
    SubstanceFacts facts = entry.facts();
    sheet.row(
        entry.number(),
        facts.name(),
        String.join(";", entry.aliases()),
        entry.nameEn(),
        facts.cas(),
        entry.un(),
        HazardClass.chinese(facts.classes()),
        facts.state().map(s -> words.text("substances.state." + s.name())).orElse(null),
        facts.flashC().orElse(null),
        facts.boilingC().orElse(null),
        facts.meltingC().orElse(null),
        entry.densityKgM3().orElse(null),
        entry.lelVolPct().orElse(null),
        entry.uelVolPct().orElse(null),
        entry.highlyToxic() ? words.text("substances.yes") : null,
        facts.table1Row() == 0 ? null : facts.table1Row(),
        entry.source(),
        words.text("substances.confidence." + substance.confidence().name()),
        facts.note(),
        substance.version());
  }
}
