package io.zaikong.calc.hazard;

import io.zaikong.calc.text.Languages;
import java.util.List;
import java.util.Locale;

/**
 * Why a stated site cannot be judged: what, where, and what to do.
 *
 * @param edition the edition whose clause asks for it
 * @param unit the unit's name or place; empty: the whole site
 * @param chemical the chemical's label or place; empty: the whole unit
 * @param details what the reason's text quotes
 */
public record Problem(
    Reason reason, String edition, String unit, String chemical, List<String> details) {

  private static final int LONGEST = 120;
  private static final int LONGEST_DETAIL = 400;

  public Problem {
    details = List.copyOf(details);
  }

  /** Such as {@code GB 18218-2018 4.2.2}. */
  public String clause() {
    return edition + " " + reason.clause();
  }

  /** One line without control characters; Chinese unless English is asked for. */
  public String text(Locale locale) {
    boolean english = Languages.isEnglish(locale);
    StringBuilder text = new StringBuilder();
    if (!unit.isEmpty()) {
      text.append(english ? "unit \"" : "单元“").append(shown(unit)).append(english ? "\"" : "”");
    }
    if (!chemical.isEmpty()) {
      text.append(english ? ", chemical \"" : ",化学品“")
          .append(shown(chemical))
          .append(english ? "\"" : "”");
    }
    if (!text.isEmpty()) {
      text.append(english ? ": " : ":");
    }
    String message = english ? reason.english() : reason.chinese();
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      if (c == '{' && i + 2 < message.length() && message.charAt(i + 2) == '}') {
        int detail = message.charAt(i + 1) - '0';
        text.append(detail < details.size() ? shown(details.get(detail), LONGEST_DETAIL) : "");
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.append(english ? " (" : "(")
        .append(clause())
        .append(english ? ")" : ")")
        .toString();
  }

  /** Foreign text fit for one line: control and format characters replaced, cut when long. */
  public static String shown(String text) {
    return shown(text, LONGEST);
  }

  private static String shown(String text, int longest) {
    StringBuilder line = new StringBuilder();
    int[] points = text.codePoints().limit(longest + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, longest); i++) {
      int type = Character.getType(points[i]);
      boolean unfit =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      line.appendCodePoint(unfit ? '\uFFFD' : points[i]);
    }
    return points.length > longest ? line + "…" : line.toString();
  }
}
