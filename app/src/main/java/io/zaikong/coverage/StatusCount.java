package io.zaikong.coverage;

/**
 * How many enterprises of a place stand where.
 *
 * @param code the first digits of the division code
 * @param expected all but those excused
 * @param received of those expected, who declared a source or that there is none
 * @param waiting for whom a reminder waits
 */
public record StatusCount(
    String code,
    long expected,
    long received,
    long reported,
    long incomplete,
    long missing,
    long overdue,
    long excused,
    long waiting) {

  public static StatusCount none(String code) {
    return new StatusCount(code, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  public StatusCount plus(StatusCount other) {
    return new StatusCount(
        code,
        expected + other.expected,
        received + other.received,
        reported + other.reported,
        incomplete + other.incomplete,
        missing + other.missing,
        overdue + other.overdue,
        excused + other.excused,
        waiting + other.waiting);
  }

  /** Received of expected, in percent, never rounded up to 100; 0 when nobody is expected. */
  public long percent() {
    return expected == 0 ? 0 : received * 100 / expected;
  }
}
