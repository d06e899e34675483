package io.zaikong.calc.substance;

/** The state at 20 °C and 101.3 kPa; a liquefied gas is a gas. */
public enum PhysicalState {
  GAS("气体", "gas"),
  LIQUID("液体", "liquid"),
  SOLID("固体", "solid"),
  AEROSOL("气溶胶", "aerosol");

  private final String chinese;
  private final String english;

  PhysicalState(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
