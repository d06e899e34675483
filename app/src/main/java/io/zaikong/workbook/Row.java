package io.zaikong.workbook;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as Excel shows it, from 1
 * @param cells from column A on; columns beyond the last are empty
 */
public record Row(int number, List<Cell> cells) {

  public Row {
    if (number < 1) {
      throw new IllegalArgumentException("rows count from 1, not " + number);
    }
    cells = List.copyOf(cells);
  }

  /** The cell of a column, counted from 0. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }
}
