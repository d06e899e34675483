package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.text.Languages;
import java.util.Locale;

/**
 * One step of a derivation in words.
 *
 * @param clause such as {@code 4.1.2 表2 W5}
 */
public record Step(String clause, Provenance provenance, String chinese, String english) {

  public String words(Locale locale) {
    return Languages.isEnglish(locale) ? english : chinese;
  }

  public String provenanceWords(Locale locale) {
    return Languages.isEnglish(locale) ? provenance.english() : provenance.chinese();
  }

  /** The words with clause and provenance in brackets. */
  public String text(Locale locale) {
    String source =
        clause.isEmpty() ? provenanceWords(locale) : clause + ", " + provenanceWords(locale);
    return Languages.isEnglish(locale)
        ? english + " (" + source + ")"
        : chinese + "(" + source.replace(", ", ",") + ")";
  }
}
