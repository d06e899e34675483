package io.zaikong.imports;

import io.zaikong.workbook.HeaderRow;
import io.zaikong.workbook.Row;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.Workbook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads sheets by the titles of their columns; what is wrong with a sheet is noted. */
public final class SheetReader {

  /** A title and remarks may stand above the header. */
  private static final int HEADER_WITHIN = 10;

  private final Workbook workbook;
  private final RowErrors errors;
  private final List<RowError> notes = new ArrayList<>();
  private @Nullable HeaderRow header;
  private int rowsSeen;
  private int dataRows;
  private int formulas;

  public SheetReader(Workbook workbook, RowErrors errors) {
    this.workbook = workbook;
    this.errors = errors;
  }

  /** What the person should know though it is no error, such as columns that are ignored. */
  public List<RowError> notes() {
    return List.copyOf(notes);
  }

  /** Reads one sheet; returns how many rows of data it has. */
  public int read(String sheet, List<SheetColumn> columns, Consumer<SheetRow> action) {
    if (!workbook.hasSheet(sheet)) {
      errors.sheet(
          sheet, "", "imports.sheet-missing", sheet, String.join("、", workbook.sheetNames()));
      return 0;
    }
    header = null;
    rowsSeen = 0;
    dataRows = 0;
    formulas = 0;
    workbook.forEachRow(sheet, row -> row(sheet, columns, row, action));
    if (header == null) {
      errors.sheet(
          sheet, "", "imports.header-missing", sheet, String.join("、", requiredTitles(columns)));
    }
    if (formulas > 0) {
      note(sheet, "imports.note-formulas", sheet, String.valueOf(formulas));
    }
    return dataRows;
  }

  private void row(String sheet, List<SheetColumn> columns, Row row, Consumer<SheetRow> action) {
    HeaderRow titles = header;
    if (titles == null) {
      if (rowsSeen++ < HEADER_WITHIN) {
        header(sheet, columns, row);
      }
      return;
    }
    boolean blank = titles.columns().values().stream().allMatch(i -> row.cell(i).isBlank());
    if (blank || lacks(titles, columns)) {
      return;
    }
    dataRows++;
    SheetRow sheetRow = new SheetRow(sheet, row, titles, errors);
    if (sheetRow.hasFormula()) {
      formulas++;
    }
    action.accept(sheetRow);
  }

  private void header(String sheet, List<SheetColumn> columns, Row row) {
    HeaderRow found = HeaderRow.find(row, titles(columns));
    if (found.columns().size() < 2) {
      return;
    }
    header = found;
    for (String title : requiredTitles(columns)) {
      if (found.missing().contains(title)) {
        errors.sheet(sheet, title, "imports.column-missing", sheet, title);
      }
    }
    for (String title : found.repeated()) {
      errors.sheet(sheet, title, "imports.column-twice", sheet, title);
    }
    if (!found.ignored().isEmpty()) {
      note(sheet, "imports.note-ignored", sheet, String.join("、", found.ignored()));
    }
  }

  private static boolean lacks(HeaderRow titles, List<SheetColumn> columns) {
    return !titles.repeated().isEmpty()
        || !titles.columns().keySet().containsAll(requiredTitles(columns));
  }

  private void note(String sheet, String key, String... parameters) {
    notes.add(new RowError(sheet, 0, "", "", key, List.of(parameters)));
  }

  private static Set<String> titles(List<SheetColumn> columns) {
    Set<String> titles = new LinkedHashSet<>();
    columns.forEach(column -> titles.add(column.title()));
    return titles;
  }

  /** The columns without which a sheet cannot be read. */
  private static Set<String> requiredTitles(List<SheetColumn> columns) {
    return titles(columns.stream().filter(SheetColumn::required).toList());
  }
}
