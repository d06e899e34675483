package io.zaikong.coverage;

import java.util.Arrays;
import java.util.Optional;

/** Where a list from outside comes from. */
public enum ListOrigin {
  LICENCE("许可"),
  TAX("税务"),
  POWER("用电"),
  HOTLINE("举报热线"),
  OTHER("其他");

  private final String chinese;

  ListOrigin(String chinese) {
    this.chinese = chinese;
  }

  /** As written in workbooks. */
  public String chinese() {
    return chinese;
  }

  public String textKey() {
    return "coverage.origin." + name();
  }

  static Optional<ListOrigin> findByChinese(String chinese) {
    return Arrays.stream(values()).filter(o -> o.chinese.equals(chinese)).findFirst();
  }
}
