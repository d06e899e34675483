package io.zaikong.calc.hazard;

import java.util.Locale;

/** Chinese is the first language; English is given when asked for. */
final class Languages {

  private Languages() {}

  static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals("en");
  }
}
