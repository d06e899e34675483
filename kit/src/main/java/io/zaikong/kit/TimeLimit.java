package io.zaikong.kit;

/**
 * A time limit that a law sets (期限).
 *
 * @param days at least 1
 * @param countsFirstDay whether the day of the fact is day one; by Civil Code art. 201 it is not
 * @param movesOffHolidays whether a last day that is no working day moves on to the next one, as
 *     Civil Code art. 203 has it; only calendar days can end so
 * @param clause the law that sets all this
 */
public record TimeLimit(
    int days, Unit unit, boolean countsFirstDay, boolean movesOffHolidays, String clause) {

  public enum Unit {
    WORKING_DAYS,
    CALENDAR_DAYS
  }

  public TimeLimit {
    if (days < 1) {
      throw new IllegalArgumentException("a limit of " + days + " days");
    }
    if (clause.isBlank()) {
      throw new IllegalArgumentException("a limit without a clause");
    }
    if (unit == Unit.WORKING_DAYS && movesOffHolidays) {
      throw new IllegalArgumentException("working days never end on a holiday");
    }
  }

  /** Working days after the day of the fact. */
  public static TimeLimit workingDays(int days, String clause) {
    return new TimeLimit(days, Unit.WORKING_DAYS, false, false, clause);
  }

  /** Calendar days after the day of the fact; the last may be a holiday. */
  public static TimeLimit calendarDays(int days, String clause) {
    return new TimeLimit(days, Unit.CALENDAR_DAYS, false, false, clause);
  }

  public TimeLimit withFirstDay() {
    return new TimeLimit(days, unit, true, movesOffHolidays, clause);
  }

  public TimeLimit movingOffHolidays() {
    return new TimeLimit(days, unit, countsFirstDay, true, clause);
  }
}
