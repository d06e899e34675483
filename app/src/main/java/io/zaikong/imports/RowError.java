package io.zaikong.imports;

import java.util.List;

/**
 * What is wrong in one cell, row or sheet of a workbook, or what the person should know of it.
 *
 * @param row as Excel shows it; 0 when the whole sheet is meant
 * @param column its title; empty when the whole row is meant
 * @param value what stands there, shortened
 * @param key of the text in {@code texts_*.properties}
 * @param parameters of the text, in order
 */
public record RowError(
    String sheet, int row, String column, String value, String key, List<String> parameters) {

  private static final int SHOWN = 60;

  public RowError {
    value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    parameters = List.copyOf(parameters);
  }

  /** Whether the sheet as a whole cannot be read. */
  public boolean concernsSheet() {
    return row == 0;
  }
}
