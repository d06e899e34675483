package io.zaikong.hazards;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiFunction;

/** The workbooks that the census page hands out. */
public final class CensusTemplates {

  private CensusTemplates() {}

  /** Titles, choices and instructions, no rows. */
  public static byte[] template() {
    return CensusWorkbook.template();
  }

  /** A filled one with made-up enterprises and real chemicals. */
  public static byte[] sample() {
    return CensusWorkbook.sample();
  }

  /** The errors of a checked workbook, to work through. */
  public static void writeErrors(
      OutputStream out, ImportReport report, BiFunction<String, List<String>, String> words)
      throws IOException {
    ErrorWorkbook.write(
        out,
        report.errors().stream().map(ImportReport.Line::asRowError).toList(),
        report.errorCount() - report.errors().size(),
        words);
  }
}
