package io.zaikong.enterprises;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What an enterprise is regulated as (监管类别); it may be several. Each lies in a sector (行业领域) that a
 * scope may be limited to; the table {@code enterprises.category} says the same to the database.
 */
public enum Category {
  HAZCHEM_PRODUCTION("危险化学品生产", "HAZCHEM"),
  HAZCHEM_TRADE("危险化学品经营", "HAZCHEM"),
  HAZCHEM_USE("危险化学品使用", "HAZCHEM"),
  NON_COAL_MINE("非煤矿山", "MINING"),
  TAILINGS_POND("尾矿库", "MINING"),
  FIREWORKS_WHOLESALE("烟花爆竹批发", "FIREWORKS"),
  FIREWORKS_RETAIL("烟花爆竹零售", "FIREWORKS"),
  FIREWORKS_OTHER("烟花爆竹", "FIREWORKS"),
  METALLURGY("冶金", "INDUSTRY"),
  BUILDING_MATERIALS("建材", "INDUSTRY"),
  CEMENT("水泥", "INDUSTRY"),
  PAPER("造纸", "INDUSTRY"),
  MACHINERY("机械", "INDUSTRY"),
  FOOD("食品", "INDUSTRY"),
  COMMERCE("商贸", "COMMERCE"),
  CONSTRUCTION("建筑", "CONSTRUCTION"),
  POWER("电力", "POWER"),
  OTHER("其他", "OTHER");

  private final String chinese;
  private final String sector;

  Category(String chinese, String sector) {
    this.chinese = chinese;
    this.sector = sector;
  }

  /** As written in workbooks and official forms. */
  public String chinese() {
    return chinese;
  }

  String sector() {
    return sector;
  }

  /** Whether it is the name of a sector, and not of a category that is a sector by itself. */
  static boolean isSector(String name) {
    return Arrays.stream(values()).noneMatch(c -> c.name().equals(name));
  }

  /** The text key of its name on pages. */
  public String textKey() {
    return "category." + name();
  }

  /** Whether a scope that is limited to these sectors or categories has it; empty means all. */
  boolean isIn(Set<String> sectors) {
    return sectors.isEmpty() || sectors.contains(name()) || sectors.contains(sector);
  }

  public static Optional<Category> findByChinese(String chinese) {
    return Arrays.stream(values()).filter(c -> c.chinese.equals(chinese)).findFirst();
  }
}
