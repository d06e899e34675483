package io.zaikong.enterprises;

import java.util.Arrays;
import java.util.Optional;

/** The regulated sector (行业领域) that an enterprise counts under. */
public enum Sector {
  HAZCHEM_PRODUCTION("危险化学品生产"),
  HAZCHEM_TRADE("危险化学品经营"),
  HAZCHEM_USE("危险化学品使用"),
  NON_COAL_MINE("非煤矿山"),
  FIREWORKS("烟花爆竹"),
  METALLURGY("冶金"),
  BUILDING_MATERIALS("建材"),
  PAPER("造纸"),
  MACHINERY("机械"),
  COMMERCE("商贸"),
  CONSTRUCTION("建筑"),
  POWER("电力"),
  FOOD("食品"),
  OTHER("其他");

  private final String chinese;

  Sector(String chinese) {
    this.chinese = chinese;
  }

  /** As written in workbooks and official forms. */
  public String chinese() {
    return chinese;
  }

  /** The text key of its name on pages. */
  public String textKey() {
    return "sector." + name();
  }

  public static Optional<Sector> findByChinese(String chinese) {
    return Arrays.stream(values()).filter(s -> s.chinese.equals(chinese)).findFirst();
  }
}
