package io.zaikong.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands in a part (ST_Xstring, ECMA-376 part 1, 22.9.2.19) to text as it was typed. */
final class Escapes {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Escapes() {}

  /** Escapes resolved; without control characters other than tab and line ends. */
  static String resolve(CharSequence raw) {
    String text = raw.toString();
    if (text.contains("_x")) {
      Matcher matcher = ESCAPE.matcher(text);
      text =
          matcher.replaceAll(
              m ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
    return clean(text);
  }

  /** Without characters that neither XML nor the database can hold. */
  static String clean(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(c -> c > 0xFFFF || isPlain((char) c)).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != 0x7F && !Character.isSurrogate(c) && c < 0xFFFE
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }
}
