package io.zaikong.census;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import io.zaikong.workbook.SheetColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the census workbooks that the page offers: the empty template and a filled sample. */
final class CensusWorkbook {

  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 26),
          SheetColumn.text("怎样填", 90),
          SheetColumn.text("依据", 26),
          SheetColumn.text("是否必填", 12));

  private CensusWorkbook() {}

  /** The workbook with titles, choices and instructions, and no rows. */
  static byte[] template() {
    return workbook(List.of(), List.of());
  }

  /**
   * A dozen made-up enterprises with real chemicals: units of all four levels, units that are no
   * major hazard source, and one that is exactly at S = 1.
   */
  static byte[] sample() {
    return workbook(lines("census_sample_enterprises.tsv"), lines("census_sample_units.tsv"));
  }

  private static byte[] workbook(List<String[]> enterprises, List<String[]> units) {
    return OfferedWorkbook.of(
        sheet(CensusColumns.ENTERPRISES, CensusColumns.ENTERPRISE_COLUMNS, enterprises),
        sheet(CensusColumns.UNITS, CensusColumns.UNIT_COLUMNS, units),
        Sheet.help(HELP_COLUMNS, lines("census_help.tsv")));
  }

  private static Sheet sheet(String title, List<SheetColumn> columns, List<String[]> lines) {
    return Sheet.of(title, columns, lines.stream().map(line -> values(columns, line)).toList());
  }

  /** The first value of a line is the first 17 characters of the credit code. */
  private static @Nullable Object[] values(List<SheetColumn> columns, String[] line) {
    @Nullable Object[] values = new @Nullable Object[line.length];
    values[0] = CreditCode.completing(line[0]);
    for (int i = 1; i < line.length; i++) {
      values[i] = line[i].isEmpty() ? null : value(columns.get(i).format(), line[i]);
    }
    return values;
  }

  private static Object value(SheetColumn.Format format, String text) {
    return switch (format) {
      case TEXT -> text;
      case DATE -> LocalDate.parse(text);
      default -> new BigDecimal(text);
    };
  }

  private static List<String[]> lines(String resource) {
    return OfferedWorkbook.lines(CensusWorkbook.class, resource);
  }
}
