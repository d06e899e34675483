package io.zaikong.calc.substance;

import java.util.List;

/** The hazard classes of GB 30000 that the catalogue states, with the categories each one has. */
public enum HazardKind {
  EXPLOSIVE("E", "爆炸物", "explosive", "U 1.1 1.2 1.3 1.4 1.5 1.6"),
  FLAMMABLE_GAS("FG", "易燃气体", "flammable gas", "1 1A 1B 2"),
  UNSTABLE_GAS("U", "化学不稳定性气体", "chemically unstable gas", "A B"),
  AEROSOL("AE", "气溶胶", "aerosol", "1 2 3"),
  OXIDIZING_GAS("OG", "氧化性气体", "oxidizing gas", "1"),
  GAS_UNDER_PRESSURE("PG", "加压气体", "gas under pressure", ""),
  FLAMMABLE_LIQUID("FL", "易燃液体", "flammable liquid", "1 2 3 4"),
  FLAMMABLE_SOLID("FS", "易燃固体", "flammable solid", "1 2"),
  SELF_REACTIVE("SR", "自反应物质和混合物", "self-reactive substance", "A B C D E F G"),
  PYROPHORIC_LIQUID("PL", "自燃液体", "pyrophoric liquid", "1"),
  PYROPHORIC_SOLID("PS", "自燃固体", "pyrophoric solid", "1"),
  SELF_HEATING("SH", "自热物质和混合物", "self-heating substance", "1 2"),
  WATER_REACTIVE("WR", "遇水放出易燃气体的物质和混合物", "emits flammable gas in contact with water", "1 2 3"),
  OXIDIZING_LIQUID("OL", "氧化性液体", "oxidizing liquid", "1 2 3"),
  OXIDIZING_SOLID("OS", "氧化性固体", "oxidizing solid", "1 2 3"),
  ORGANIC_PEROXIDE("OP", "有机过氧化物", "organic peroxide", "A B C D E F G"),
  CORROSIVE_TO_METAL("MC", "金属腐蚀物", "corrosive to metal", "1"),
  ACUTE_ORAL("AO", "急性毒性-经口", "acute toxicity, oral", "1 2 3 4 5"),
  ACUTE_DERMAL("AD", "急性毒性-经皮", "acute toxicity, dermal", "1 2 3 4 5"),
  ACUTE_INHALED("AI", "急性毒性-吸入", "acute toxicity, inhaled", "1 2 3 4 5"),
  SKIN_CORROSION("SC", "皮肤腐蚀/刺激", "skin corrosion", "1 1A 1B 1C 2 3"),
  CARCINOGENIC("CA", "致癌性", "carcinogenic", "1A 1B 2"),
  /** Classified, but in no class of this list. */
  OTHER("OT", "其他类别", "other class", "");

  private final String code;
  private final String chinese;
  private final String english;
  private final List<String> categories;

  HazardKind(String code, String chinese, String english, String categories) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
    this.categories = List.of(categories.split(" "));
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  /** As in the code: 1, 1A, 1.4, B, U (unstable explosive); one empty text where there is none. */
  public List<String> categories() {
    return categories;
  }

  public boolean isGas() {
    return this == FLAMMABLE_GAS || this == OXIDIZING_GAS || this == GAS_UNDER_PRESSURE;
  }

  public boolean isAcuteToxicity() {
    return this == ACUTE_ORAL || this == ACUTE_DERMAL || this == ACUTE_INHALED;
  }
}
