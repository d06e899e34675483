package io.zaikong.filings.web;

import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.MajorSource;
import io.zaikong.filings.Standing.Version;
import io.zaikong.filings.Summary;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The register, and a list that was sent up, as workbooks. */
final class FilingWorkbooks {

  private FilingWorkbooks() {}

  static void register(
      OutputStream out, List<Entry> entries, Map<Long, String> places, LocalDate today, Words words)
      throws IOException {
    List<SheetColumn> columns =
        List.of(
            SheetColumn.text(words.text("hazards.level"), 10),
            SheetColumn.text(words.text("filings.source"), 30),
            SheetColumn.text(words.text("hazards.enterprise"), 36),
            SheetColumn.text(words.text("hazards.place"), 26),
            SheetColumn.text(words.text("filings.state"), 12),
            SheetColumn.text(words.text("filings.number"), 24),
            SheetColumn.text(words.text("filings.filed_on"), 12),
            SheetColumn.text(words.text("filings.lacks"), 60));
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(words.text("filings.title"), columns, 0)) {
      for (Entry entry : entries) {
        MajorSource source = entry.standing().source();
        sheet.row(
            source.incomplete()
                ? words.text("hazards.state.INCOMPLETE")
                : FilingViews.level(source.level(), words),
            source.name(),
            source.enterpriseName(),
            places.getOrDefault(source.id(), ""),
            words.text("filings.state." + entry.standing().status()),
            entry.standing().findFiled().map(Version::number).orElse(""),
            entry.standing().findFiled().map(v -> String.valueOf(v.filedOn())).orElse(""),
            entry.lacks().stream()
                .filter(l -> !l.isAhead())
                .map(l -> FilingViews.lack(l, words))
                .collect(Collectors.joining("；")));
      }
    }
  }

  static void summary(OutputStream out, Summary summary, Words words) throws IOException {
    List<SheetColumn> columns =
        List.of(
            SheetColumn.text(words.text("hazards.enterprise"), 36),
            SheetColumn.text(words.text("filings.source"), 30),
            SheetColumn.text(words.text("hazards.place"), 16),
            SheetColumn.text(words.text("hazards.level"), 10),
            SheetColumn.text(words.text("filings.number"), 24),
            SheetColumn.text(words.text("filings.filed_on"), 12),
            SheetColumn.text(words.text("filings.assessed_on"), 12));
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(words.text("filings.summary"), columns, 0)) {
      for (Summary.Row row : summary.rows()) {
        sheet.row(
            row.enterprise(),
            row.name(),
            row.division(),
            FilingViews.level(row.level(), words),
            row.number(),
            row.filedOn(),
            row.assessedOn());
      }
    }
  }
}
