package io.zaikong.hazards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a census workbook found, and later what its import did.
 *
 * @param units that the workbook has; {@code goodUnits} those that can be imported
 * @param errorCount all errors; {@code errors} holds the first of them
 * @param done what the import did; null before it
 */
public record ImportReport(
    int enterprises,
    int units,
    int goodEnterprises,
    int goodUnits,
    int errorCount,
    List<Line> errors,
    List<Line> notes,
    Census.@Nullable Summary done) {

  public ImportReport {
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
  }

  /**
   * What is wrong in one cell, row or sheet.
   *
   * @param row as Excel shows it; 0 for the whole sheet
   * @param key of the text; {@code parameters} in order
   */
  public record Line(
      String sheet, int row, String column, String value, String key, List<String> parameters) {

    public Line {
      parameters = List.copyOf(parameters);
    }

    static Line of(RowError error) {
      return new Line(
          error.sheet(),
          error.row(),
          error.column(),
          error.value(),
          error.key(),
          error.parameters());
    }

    RowError asRowError() {
      return new RowError(sheet, row, column, value, key, parameters);
    }
  }

  ImportReport withDone(Census.Summary summary) {
    return new ImportReport(
        enterprises, units, goodEnterprises, goodUnits, errorCount, errors, notes, summary);
  }
}
