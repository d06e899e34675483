package io.zaikong.census;

import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.imports.SheetReader;
import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.Workbook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a census workbook: everything that can be checked without the database. */
final class CensusReader {

  private CensusReader() {}

  /** Sound rows and all errors; never throws for what the workbook holds. */
  static CensusDraft read(Workbook workbook) {
    var errors = new RowErrors(List.of(CensusColumns.ENTERPRISES, CensusColumns.UNITS));
    var sheets = new SheetReader(workbook, errors);
    var enterprises = new EnterpriseSheet();
    var units = new UnitSheet();
    int rows =
        sheets.read(CensusColumns.ENTERPRISES, CensusColumns.ENTERPRISE_COLUMNS, enterprises::read);
    rows += sheets.read(CensusColumns.UNITS, CensusColumns.UNIT_COLUMNS, units::read);
    if (rows == 0 && errors.isEmpty()) {
      errors.add(new RowError(CensusColumns.ENTERPRISES, 0, "", "", "census.nothing", List.of()));
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
        sheets.notes());
  }
}
