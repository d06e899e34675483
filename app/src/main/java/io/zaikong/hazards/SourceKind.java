package io.zaikong.hazards;

/**
 * Kinds of hazard source. Only a hazchem unit can be major: GB 18218-2018 leaves mines out, and
 * fireworks of a store are not judged by it here.
 */
public enum SourceKind {
  HAZCHEM_UNIT,
  UNDERGROUND_MINE,
  TAILINGS_POND,
  WASTE_ROCK_HEAP,
  GOAF,
  FIREWORKS_STORE,
  OTHER;

  /** The text key of its name on pages. */
  public String textKey() {
    return "hazards.source." + name();
  }

  /** Whether it is declared by fields on a form; a hazchem unit is declared by its inventory. */
  public boolean isDeclaredByFields() {
    return this != HAZCHEM_UNIT;
  }
}
