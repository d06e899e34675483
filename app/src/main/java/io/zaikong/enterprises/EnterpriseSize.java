package io.zaikong.enterprises;

import java.util.Arrays;
import java.util.Optional;

/** Size by the statistical rules for large, medium, small and micro enterprises (2017). */
public enum EnterpriseSize {
  LARGE("大型"),
  MEDIUM("中型"),
  SMALL("小型"),
  MICRO("微型");

  private final String chinese;

  EnterpriseSize(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  public String textKey() {
    return "enterprise.size." + name();
  }

  /** Also without 型. */
  static Optional<EnterpriseSize> findByChinese(String chinese) {
    return Arrays.stream(values())
        .filter(s -> s.chinese.equals(chinese) || s.chinese.equals(chinese + "型"))
        .findFirst();
  }
}
