package io.zaikong.workbook;

/** Rows from 1, columns from 0, and the names that Excel gives them. */
final class CellPosition {

  /** XFD, Excel's last. */
  private static final int LAST_COLUMN = 16_383;

  private CellPosition() {}

  /** The row that the attribute names, or the one after the previous. */
  static int row(String attribute, int previous) {
    int row = previous + 1;
    if (!attribute.isEmpty()) {
      try {
        row = Integer.parseInt(attribute);
      } catch (NumberFormatException e) {
        throw new Refusal("damaged");
      }
    }
    if (row < 1 || row > Limits.LAST_ROW) {
      throw new Refusal("damaged");
    }
    return row;
  }

  /** The column of a reference such as C7, or the one after the previous. */
  static int column(String reference, int previous) {
    int column = 0;
    int i = 0;
    while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
      i++;
      if (i > 3) {
        throw new Refusal("damaged");
      }
    }
    if (!reference.isEmpty() && i == 0) {
      throw new Refusal("damaged");
    }
    int index = i == 0 ? previous + 1 : column - 1;
    if (index > LAST_COLUMN) {
      throw new Refusal("damaged");
    }
    return index;
  }

  /** C7 for column 2 of row 7. */
  static String name(int column, int row) {
    StringBuilder letters = new StringBuilder();
    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
      letters.insert(0, (char) ('A' + (c - 1) % 26));
    }
    return letters.append(row).toString();
  }
}
