package io.zaikong.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One sheet being written: a header row that stays in sight, then rows. */
public final class SheetWriter implements AutoCloseable {

  private static final int FLUSH_EVERY = 500;
  private static final int LAST_ROW = 1_048_575;
  private static final String HEADER_FILL = "DCE6F1";
  private static final String REQUIRED_FILL = "FCE4D6";

  private final Worksheet sheet;
  private final List<SheetColumn> columns;
  private int row;

  SheetWriter(Worksheet sheet, List<SheetColumn> columns, int choiceRows) {
    this.sheet = sheet;
    this.columns = List.copyOf(columns);
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      sheet.style(i).format(column.format().code()).set();
      sheet.width(i, column.width());
      sheet.value(0, i, column.required() ? column.title() + "*" : column.title());
      sheet
          .style(0, i)
          .bold()
          .wrapText(true)
          .fillColor(column.required() ? REQUIRED_FILL : HEADER_FILL)
          .format("@")
          .set();
      if (!column.choices().isEmpty() && choiceRows > 0) {
        sheet
            .range(1, i, Math.min(choiceRows, LAST_ROW), i)
            .validateWithListByFormula('"' + String.join(",", column.choices()) + '"');
      }
    }
    sheet.freezePane(0, 1);
  }

  /**
   * One row.
   *
   * @param values text, numbers, dates, truth values, or null for an empty cell; one for each
   *     column
   */
  public void row(@Nullable Object... values) throws IOException {
    if (values.length > columns.size() || row >= LAST_ROW) {
      throw new IllegalArgumentException("no room for " + values.length + " values, row " + row);
    }
    row++;
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        continue;
      }
      write(i, value);
      sheet.style(row, i).format(columns.get(i).format().code()).set();
    }
    if (row % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  private void write(int column, Object value) {
    switch (value) {
      case BigDecimal number -> sheet.value(row, column, number);
      case Number number -> sheet.value(row, column, number);
      case Boolean truth -> sheet.value(row, column, truth);
      case LocalDate date -> sheet.value(row, column, date);
      case LocalDateTime time -> sheet.value(row, column, time);
      default -> sheet.inlineString(row, column, cellText(value.toString()));
    }
  }

  /** Harmless, writable and no longer than a cell may be. */
  private static String cellText(String text) {
    String safe = SafeText.harmless(Escapes.clean(text));
    return safe.length() <= Limits.CELL_CHARS
        ? safe
        : safe.substring(0, Limits.CELL_CHARS - 1) + "…";
  }

  /** Finishes the sheet. */
  @Override
  public void close() throws IOException {
    sheet.finish();
  }
}
