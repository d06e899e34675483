package io.zaikong.calc.hazard;

/** The form of decimal numbers: sign, digits, point and digits, exponent. Linear, without regex. */
final class Numerals {

  private Numerals() {}

  static boolean isDecimal(String text) {
    int i = sign(text, 0);
    int end = digits(text, i);
    if (end == i) {
      return false;
    }
    i = end;
    if (i < text.length() && text.charAt(i) == '.') {
      end = digits(text, i + 1);
      if (end == i + 1) {
        return false;
      }
      i = end;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i = sign(text, i + 1);
      end = digits(text, i);
      if (end == i) {
        return false;
      }
      i = end;
    }
    return i == text.length();
  }

  /** How many digits the exponent of a decimal has; 0 without exponent. */
  static int exponentDigits(String decimal) {
    int e = Math.max(decimal.indexOf('e'), decimal.indexOf('E'));
    return e < 0 ? 0 : decimal.length() - sign(decimal, e + 1);
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
