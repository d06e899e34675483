package io.zaikong.calc.hazard.derivation;

/**
 * Whether a special process condition of W5.2 holds.
 *
 * @param name of the hazardous process, or the reason of another condition; empty otherwise
 */
public record SpecialProcess(Kind kind, String name, String nameEn) {

  /** The conditions that table 2 names; OTHER is its 等 and needs a reason. */
  public enum Kind {
    NONE,
    HAZARDOUS,
    EXPLOSIVE_LIMIT,
    OTHER
  }

  static final SpecialProcess NONE = new SpecialProcess(Kind.NONE, "", "");
  static final SpecialProcess EXPLOSIVE_LIMIT = new SpecialProcess(Kind.EXPLOSIVE_LIMIT, "", "");

  String chinese() {
    return switch (kind) {
      case NONE -> "无特殊工艺条件";
      case HAZARDOUS -> "危险化工工艺:" + name;
      case EXPLOSIVE_LIMIT -> "爆炸极限范围或附近操作";
      case OTHER -> "其他特殊工艺条件:" + name;
    };
  }

  String english() {
    return switch (kind) {
      case NONE -> "no special process condition";
      case HAZARDOUS -> "hazardous process: " + nameEn;
      case EXPLOSIVE_LIMIT -> "operation in or near the explosive range";
      case OTHER -> "another special condition: " + name;
    };
  }
}
