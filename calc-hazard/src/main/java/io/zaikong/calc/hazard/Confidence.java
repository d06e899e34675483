package io.zaikong.calc.hazard;

import java.util.Locale;

/** How far a value of the tables was checked against a text of the standard. */
public enum Confidence {
  /** 有出处: taken from a transcription of the standard. */
  SOURCED,
  /** 凭记忆或推定: to be checked against the official text before it is relied on. */
  RECALLED;

  static Confidence of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  public boolean isVerified() {
    return this == SOURCED;
  }
}
