package io.zaikong.coverage.web;

import io.zaikong.coverage.Reporting;
import io.zaikong.shell.Words;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The enterprises of a round as a workbook; its rows leave memory as they are added. */
final class StatusWorkbook implements AutoCloseable {

  private final OutputStream out;
  private final PlaceWords places;
  private final Words words;
  private final WorkbookWriter book;
  private final SheetWriter sheet;

  /**
   * @param out is closed with it
   */
  StatusWorkbook(OutputStream out, PlaceWords places, Words words) {
    this.out = out;
    this.places = places;
    this.words = words;
    this.book = new WorkbookWriter(out);
    this.sheet =
        book.sheet(
            words.text("coverage.status"),
            List.of(
                SheetColumn.text(words.text("coverage.credit_code"), 22),
                SheetColumn.text(words.text("coverage.enterprise"), 36),
                SheetColumn.text(words.text("coverage.place"), 24),
                SheetColumn.text(words.text("coverage.state"), 12),
                SheetColumn.of(words.text("coverage.sources"), Format.INTEGER, 10),
                SheetColumn.of(words.text("coverage.incomplete_units"), Format.INTEGER, 12),
                SheetColumn.text(words.text("coverage.asked"), 30),
                SheetColumn.of(words.text("coverage.reminded_at"), Format.DATE_TIME, 18),
                SheetColumn.text(words.text("coverage.reason"), 40)),
            0);
  }

  void add(Reporting enterprise) {
    Instant reminded = enterprise.remindedAt();
    String place = places.of(enterprise.division());
    try {
      sheet.row(
          enterprise.creditCode(),
          enterprise.name(),
          place,
          words.text(enterprise.state().textKey()),
          enterprise.sources(),
          enterprise.incomplete(),
          asked(enterprise, words, place),
          reminded == null ? null : LocalDateTime.ofInstant(reminded, Words.ZONE),
          enterprise.decidedReason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who is asked for what is missing; empty when nothing is. */
  static String asked(Reporting enterprise, Words words, String place) {
    return switch (enterprise.state()) {
      case REPORTED, EXCUSED -> "";
      default ->
          enterprise.managers().isEmpty()
              ? words.text("coverage.asked.township", place)
              : words.text("coverage.asked.enterprise", enterprise.managers());
    };
  }

  @Override
  public void close() throws IOException {
    try (out) {
      sheet.close();
      book.close();
    }
  }
}
