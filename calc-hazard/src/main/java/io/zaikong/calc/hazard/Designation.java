package io.zaikong.calc.hazard;

/**
 * A name or CAS number by which a row of table 1 is found, or which is known not to be enough.
 *
 * @param no the row of table 1
 * @param value as written
 * @param table3 the gas of table 3 that it denotes although the row as a whole does not; may be
 *     empty
 * @param note why an interpreted designation belongs to the row; may be empty
 */
public record Designation(
    int no, Kind kind, String value, Origin origin, String table3, String note) {

  /** What the value is. */
  public enum Kind {
    NAME,
    CAS
  }

  /** Where it comes from, and what it decides. */
  public enum Origin {
    /** Printed in table 1. */
    TABLE,
    /** The printed name shortened or written another way, with the same meaning. */
    SHORT,
    /** Not printed; the row is taken to include it. */
    INTERPRETED,
    /** The printed name without the condition that decides: not enough. */
    BARE,
    /** A solution or mixture of the substance: 4.2.3 decides, not the row. */
    MIXTURE;

    public boolean isDefinite() {
      return this == TABLE || this == SHORT || this == INTERPRETED;
    }
  }

  public Designation {
    if (value.isBlank()) {
      throw new IllegalArgumentException("empty designation of row " + no);
    }
  }
}
