package io.zaikong.kit;

/**
 * The festivals for which everybody has days off (全国年节及纪念日放假办法, State Council Order 795, art. 2),
 * in the order of the yearly notice. Where two fall together the notice names them as one.
 */
public enum Festival {
  NEW_YEAR,
  SPRING_FESTIVAL,
  QINGMING,
  LABOUR_DAY,
  DRAGON_BOAT,
  MID_AUTUMN,
  NATIONAL_DAY
}
