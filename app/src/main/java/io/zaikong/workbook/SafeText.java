package io.zaikong.workbook;

/**
 * Text that no spreadsheet program takes for a formula. A text cell of a workbook is none, but it
 * becomes one when it is saved as CSV and opened again, or edited and confirmed; so text that
 * begins like a formula gets an apostrophe before it (OWASP, CSV injection).
 */
public final class SafeText {

  private static final String TRIGGERS = "=+-@\t\r\n＝＋－＠";

  private SafeText() {}

  /** The text, with an apostrophe before it if it begins like a formula. */
  public static String harmless(String text) {
    return beginsLikeFormula(text) ? "'" + text : text;
  }

  /** What {@link #harmless} was given: the round trip of an exported value. */
  public static String restored(String text) {
    return text.startsWith("'") && beginsLikeFormula(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean beginsLikeFormula(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (TRIGGERS.indexOf(c) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\uFEFF') {
        return false;
      }
    }
    return false;
  }
}
