package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.text.Languages;
import java.util.Locale;

/** What is missing or contradictory, so that a category cannot be determined. */
public enum Gap {
  WORKING_TEMPERATURE("缺工作温度(上限)", "no working temperature (upper limit)"),
  BOILING_POINT("缺沸点", "no boiling point"),
  SPECIAL_PROCESS("未说明有无特殊工艺条件", "not stated whether there is a special process condition"),
  PROCESS_IN_STORAGE("储存单元填了危险化工工艺,互相矛盾", "a hazardous process is stated for a storage unit"),
  CLASSES("缺危险性类别", "no hazard classes"),
  OTHER_CLASSES("分类来源不一致", "sources of the classification disagree");

  private final String chinese;
  private final String english;

  Gap(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String text(Locale locale) {
    return Languages.isEnglish(locale) ? english : chinese;
  }
}
