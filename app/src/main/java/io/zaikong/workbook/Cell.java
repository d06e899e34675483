package io.zaikong.workbook;

/**
 * One cell, as text.
 *
 * @param text as typed: a number as plain decimal text at Excel's 15 digits ({@code 25}, {@code
 *     0.1}), a date as ISO 8601, a truth value as TRUE or FALSE, an error as Excel writes it
 * @param formula whether the text is the last result of a formula, which is not computed here
 */
public record Cell(Kind kind, String text, boolean formula) {

  /** The cell that is not there. */
  public static final Cell EMPTY = new Cell(Kind.EMPTY, "", false);

  /** What Excel holds the cell to be. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    DATE,
    BOOLEAN,
    ERROR
  }

  /** Whether nothing can be seen in the cell. */
  public boolean isBlank() {
    return trimmed().isEmpty();
  }

  /** The text without spaces at its ends, the full-width and the non-breaking ones included. */
  public String trimmed() {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\uFEFF'
        || c == '\u200B';
  }
}
