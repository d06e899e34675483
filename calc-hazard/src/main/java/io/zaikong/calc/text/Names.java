package io.zaikong.calc.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings names to one form: widths, brackets, dashes, comparison signs, no spaces; letter case too,
 * but not of two letters, where it tells the gas CO from the metal Co.
 */
public final class Names {

  private Names() {}

  public static String normalize(String name) {
    String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(compatible.length());
    compatible.codePoints().map(Names::fold).filter(c -> c != ' ').forEach(plain::appendCodePoint);
    String folded = plain.toString();
    String oneCase = folded.length() <= 2 ? folded : folded.toLowerCase(Locale.ROOT);
    return oneCase.replace("<=", "≤").replace(">=", "≥").replace("其它", "其他");
  }

  private static int fold(int c) {
    return switch (c) {
      case '[', '{', '【', '〔', '〖', '「', '⟨' -> '(';
      case ']', '}', '】', '〕', '〗', '」', '⟩' -> ')';
      case '‐', '‑', '‒', '–', '—', '―', '−', '﹣' -> '-';
      case '≦', '⩽' -> '≤';
      case '≧', '⩾' -> '≥';
      case '、' -> ',';
      default ->
          Character.isWhitespace(c)
                  || Character.isSpaceChar(c)
                  || Character.getType(c) == Character.FORMAT
              ? ' '
              : c;
    };
  }
}
