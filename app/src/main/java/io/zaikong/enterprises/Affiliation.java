package io.zaikong.enterprises;

import java.util.Arrays;
import java.util.Optional;

/** To whose government an enterprise belongs (隶属关系); the levels of GB/T 12404-1997. */
public enum Affiliation {
  CENTRAL("中央"),
  PROVINCIAL("省属"),
  CITY("市属"),
  DISTRICT("区县属"),
  TOWNSHIP("乡镇街道属"),
  OTHER("其他");

  private final String chinese;

  Affiliation(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  public String textKey() {
    return "affiliation." + name();
  }

  static Optional<Affiliation> findByChinese(String chinese) {
    return Arrays.stream(values()).filter(a -> a.chinese.equals(chinese)).findFirst();
  }
}
