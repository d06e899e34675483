package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The list of sources as a workbook; its rows leave memory as they are added. */
final class SourceWorkbook implements AutoCloseable {

  private final OutputStream out;
  private final Map<String, String> names;
  private final Words words;
  private final WorkbookWriter book;
  private final SheetWriter sheet;

  /**
   * @param out is closed with it
   * @param names of divisions by code
   */
  SourceWorkbook(OutputStream out, Map<String, String> names, Words words) {
    this.out = out;
    this.names = names;
    this.words = words;
    this.book = new WorkbookWriter(out);
    this.sheet =
        book.sheet(
            words.text("hazards.register"),
            List.of(
                SheetColumn.text(words.text("hazards.source.kind"), 16),
                SheetColumn.text(words.text("hazards.source.name"), 30),
                SheetColumn.text(words.text("hazards.enterprise"), 36),
                SheetColumn.text(words.text("hazards.place"), 26),
                SheetColumn.text(words.text("hazards.source.grade"), 14),
                SheetColumn.text(words.text("hazards.source.top_pond"), 10),
                SheetColumn.text(words.text("hazards.edition"), 18),
                SheetColumn.text(words.text("hazards.state"), 10),
                SheetColumn.text(words.text("hazards.designated"), 12)),
            0);
  }

  void add(HazardSource source) {
    Boolean topPond = source.topPond();
    Integer year = source.designatedYear();
    try {
      sheet.row(
          words.text(source.kind().textKey()),
          source.name(),
          source.enterpriseName(),
          UnitPages.place(source.division(), names),
          SourceOptions.grade(source.kind(), source.level(), source.pondClass(), words),
          topPond == null ? null : words.text(topPond ? "hazards.yes" : "hazards.no"),
          source.edition(),
          words.text("hazards.state." + source.state().name()),
          year == null ? null : words.text("hazards.designated.year", year.toString()));
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
