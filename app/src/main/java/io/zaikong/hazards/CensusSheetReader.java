package io.zaikong.hazards;

import io.zaikong.kit.CreditCode;
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

/** Reads a census workbook: everything that can be checked without the database. */
final class CensusSheetReader {

  /** A title and remarks may stand above the header. */
  private static final int HEADER_WITHIN = 10;

  private final Workbook workbook;
  private final CensusErrors errors = new CensusErrors();
  private final List<RowError> notes = new ArrayList<>();
  private @Nullable HeaderRow header;
  private int rowsSeen;
  private int dataRows;
  private int formulas;

  private CensusSheetReader(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Sound rows and all errors; never throws for what the workbook holds. */
  static CensusDraft read(Workbook workbook) {
    return new CensusSheetReader(workbook).read();
  }

  private CensusDraft read() {
    var enterprises = new EnterpriseSheet();
    var units = new UnitSheet();
    int rows =
        sheet(CensusColumns.ENTERPRISES, CensusColumns.ENTERPRISE_COLUMNS, enterprises::read);
    rows += sheet(CensusColumns.UNITS, CensusColumns.UNIT_COLUMNS, units::read);
    if (rows == 0 && errors.kept().isEmpty()) {
      errors.sheet(CensusColumns.ENTERPRISES, "", "census.nothing");
    }
    Set<CreditCode> elsewhere = new LinkedHashSet<>();
    for (ChemicalRow row : units.sound()) {
      if (!enterprises.mentions(row.creditCode())) {
        elsewhere.add(row.creditCode());
      }
    }
    return new CensusDraft(
        enterprises.sound(),
        units.sound(),
        errors.kept(),
        errors.more(),
        units.heldBack().units(enterprises.unsound()),
        elsewhere,
        notes);
  }

  /** Reads one sheet; returns how many rows of data it has. */
  private int sheet(String sheet, List<SheetColumn> columns, Consumer<CensusRow> action) {
    if (!workbook.hasSheet(sheet)) {
      errors.sheet(
          sheet, "", "census.sheet-missing", sheet, String.join("、", workbook.sheetNames()));
      return 0;
    }
    header = null;
    rowsSeen = 0;
    dataRows = 0;
    formulas = 0;
    workbook.forEachRow(sheet, row -> row(sheet, columns, row, action));
    if (header == null) {
      errors.sheet(
          sheet,
          "",
          "census.header-missing",
          sheet,
          String.join("、", CensusColumns.requiredTitles(columns)));
    }
    if (formulas > 0) {
      note(sheet, "census.note-formulas", sheet, String.valueOf(formulas));
    }
    return dataRows;
  }

  private void row(String sheet, List<SheetColumn> columns, Row row, Consumer<CensusRow> action) {
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
    CensusRow censusRow = new CensusRow(sheet, row, titles, errors);
    if (censusRow.hasFormula()) {
      formulas++;
    }
    action.accept(censusRow);
  }

  private void header(String sheet, List<SheetColumn> columns, Row row) {
    HeaderRow found = HeaderRow.find(row, CensusColumns.titles(columns));
    if (found.columns().size() < 2) {
      return;
    }
    header = found;
    for (String title : CensusColumns.requiredTitles(columns)) {
      if (found.missing().contains(title)) {
        errors.sheet(sheet, title, "census.column-missing", sheet, title);
      }
    }
    for (String title : found.repeated()) {
      errors.sheet(sheet, title, "census.column-twice", sheet, title);
    }
    if (!found.ignored().isEmpty()) {
      note(sheet, "census.note-ignored", sheet, String.join("、", found.ignored()));
    }
  }

  private static boolean lacks(HeaderRow titles, List<SheetColumn> columns) {
    return !titles.repeated().isEmpty()
        || !titles.columns().keySet().containsAll(CensusColumns.requiredTitles(columns));
  }

  private void note(String sheet, String key, String... parameters) {
    notes.add(new RowError(sheet, 0, "", "", key, List.of(parameters)));
  }
}
