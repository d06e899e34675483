package io.zaikong.filings;

import io.zaikong.imports.SheetRow;
import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.Cell;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a workbook of filings on paper. */
final class PaperSheet {

  private static final int LONGEST = 200;

  private final List<Line> lines = new ArrayList<>();

  /** A row whose cells can be read. */
  record Line(SheetRow row, CreditCode code, String source, PaperFiling paper) {}

  List<Line> lines() {
    return lines;
  }

  void read(SheetRow row) {
    CreditCode code = row.creditCode(PaperColumns.CREDIT_CODE);
    String source = row.requiredText(PaperColumns.SOURCE, LONGEST);
    var paper =
        new PaperFiling(
            row.requiredText(PaperColumns.NUMBER, LONGEST),
            day(row, PaperColumns.CERTIFIED),
            row.requiredText(PaperColumns.AGENCY, LONGEST),
            day(row, PaperColumns.FILED),
            day(row, PaperColumns.ASSESSED),
            level(row),
            isDone(row));
    if (row.isSound() && code != null) {
      lines.add(new Line(row, code, source, paper));
    }
  }

  private static @Nullable Integer level(SheetRow row) {
    String typed = row.requiredText(PaperColumns.LEVEL, LONGEST);
    int level = PaperColumns.LEVELS.indexOf(typed) + 1;
    if (level > 0 || typed.isEmpty()) {
      return level == 0 ? null : level;
    }
    row.fail(PaperColumns.LEVEL, "filings.import.not-offered");
    return null;
  }

  private static boolean isDone(SheetRow row) {
    String typed = row.text(PaperColumns.QUANTITATIVE, LONGEST);
    if (!typed.isEmpty() && !PaperColumns.DONE.contains(typed)) {
      row.fail(PaperColumns.QUANTITATIVE, "filings.import.not-offered");
    }
    return typed.equals(PaperColumns.DONE.getFirst());
  }

  private static @Nullable LocalDate day(SheetRow row, String title) {
    String typed = row.requiredText(title, LONGEST).replace('/', '-').replace('.', '-');
    if (typed.isEmpty()) {
      return null;
    }
    boolean isDate = row.kind(title) == Cell.Kind.DATE;
    try {
      return LocalDate.parse(isDate && typed.length() > 10 ? typed.substring(0, 10) : typed);
    } catch (DateTimeParseException e) {
      row.fail(title, "filings.import.day");
      return null;
    }
  }
}
