package io.zaikong.calc.hazard.derivation;

/** What a unit is for (3.5, 3.6), as far as it is stated. */
public enum UnitUse {
  PRODUCTION,
  STORAGE,
  NOT_STATED
}
