package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.UnitKind;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of sources as a workbook; its rows leave memory as they are added. */
final class SourceWorkbook implements AutoCloseable {

  private final OutputStream out;
  private final Map<String, String> names;
  private final Words words;
  private final WorkbookWriter book;
  private final SheetWriter sheet;

  /**
   * @param out is closed with it
   * @param titleKey text key of the sheet's name
   * @param names of divisions by code
   */
  SourceWorkbook(OutputStream out, String titleKey, Map<String, String> names, Words words) {
    this.out = out;
    this.names = names;
    this.words = words;
    this.book = new WorkbookWriter(out);
    this.sheet =
        book.sheet(
            words.text(titleKey),
            List.of(
                SheetColumn.text(words.text("hazards.source.kind"), 16),
                SheetColumn.text(words.text("hazards.source.name"), 30),
                SheetColumn.text(words.text("hazards.enterprise"), 36),
                SheetColumn.text(words.text("hazards.place"), 26),
                SheetColumn.text(words.text("hazards.source.grade"), 14),
                SheetColumn.text(words.text("hazards.source.top_pond"), 10),
                SheetColumn.text(words.text("hazards.kind"), 10),
                SheetColumn.of("S", SheetColumn.Format.DECIMAL, 12),
                SheetColumn.of("R", SheetColumn.Format.DECIMAL, 12),
                SheetColumn.text(words.text("hazards.edition"), 18),
                SheetColumn.text(words.text("hazards.state"), 10),
                SheetColumn.text(words.text("hazards.missing"), 40),
                SheetColumn.text(words.text("hazards.designated"), 12)),
            0);
  }

  void add(HazardSource source) {
    Boolean topPond = source.topPond();
    Integer year = source.designatedYear();
    UnitKind unitKind = source.unitKind();
    try {
      sheet.row(
          words.text(source.kind().textKey()),
          source.name(),
          source.enterpriseName(),
          SourceViews.place(source.division(), names),
          source.isIncomplete()
              ? words.text("hazards.state.INCOMPLETE")
              : SourceOptions.grade(
                  source.kind(), source.level(), source.pondClass(), source.excesses(), words),
          topPond == null ? null : words.text(topPond ? "hazards.yes" : "hazards.no"),
          unitKind == null ? null : words.text("hazards.kind." + unitKind.name()),
          source.s(),
          source.r(),
          source.edition(),
          words.text("hazards.state." + source.state().name()),
          missing(source),
          year == null ? null : words.text("hazards.designated.year", year.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String missing(HazardSource source) {
    return source.missing().stream()
        .map(
            m ->
                (m.name().isEmpty() ? m.cas() : m.name())
                    + " "
                    + m.gaps().stream()
                        .map(g -> g.text(words.locale()))
                        .collect(Collectors.joining("、")))
        .collect(Collectors.joining("；"));
  }

  @Override
  public void close() throws IOException {
    try (out) {
      sheet.close();
      book.close();
    }
  }
}
