package io.zaikong.hazards;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of unit (GB 18218-2018 3.5, 3.6). */
public enum UnitKind {
  PRODUCTION("生产"),
  STORAGE("储存");

  private final String chinese;

  UnitKind(String chinese) {
    this.chinese = chinese;
  }

  /** As written in the census workbook. */
  public String chinese() {
    return chinese;
  }

  public static Optional<UnitKind> findByChinese(String chinese) {
    return Arrays.stream(values()).filter(k -> k.chinese.equals(chinese)).findFirst();
  }
}
