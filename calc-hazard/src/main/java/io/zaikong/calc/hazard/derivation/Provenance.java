package io.zaikong.calc.hazard.derivation;

/** How far a step of a derivation is what the standard says. */
public enum Provenance {
  /** The words of the standard's table or clause. */
  TEXT("原文", "text of the standard"),
  /** The official classification table, from a source that was at hand. */
  CLASSIFIED("分类表", "official classification"),
  /** What a person stated. */
  STATED("填报", "stated"),
  /** The standard leaves it open; this is the reading that was chosen. */
  INTERPRETED("解释,未核定", "interpretation, unverified"),
  /** To be checked against the official text. */
  RECALLED("凭记忆,未核定", "from memory, unverified");

  private final String chinese;
  private final String english;

  Provenance(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public boolean isVerified() {
    return this != INTERPRETED && this != RECALLED;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
