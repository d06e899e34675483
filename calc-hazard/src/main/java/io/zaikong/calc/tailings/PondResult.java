package io.zaikong.calc.tailings;

/**
 * The class of a pond and how it came about.
 *
 * @param edition the standard that gave it
 * @param byCapacity the class that the total capacity alone gives, {@code byHeight} the dam height
 * @param pondClass the class of the pond
 */
public record PondResult(
    String edition, PondClass byCapacity, PondClass byHeight, PondClass pondClass) {

  /** How the two classes became one. */
  public enum Rule {
    /** Both give the same. */
    SAME,
    /** One class apart: the higher one. */
    HIGHER,
    /** More than one class apart: the higher one, lowered by one. */
    HIGHER_LOWERED
  }

  public Rule rule() {
    return Rule.values()[Math.min(2, Math.abs(byCapacity.number() - byHeight.number()))];
  }

  /** Whether a value of the table that took part was checked against the standard's text. */
  public boolean isVerified() {
    return byCapacity.confidence().isVerified() && byHeight.confidence().isVerified();
  }
}
