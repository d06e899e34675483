package io.zaikong.kit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * The days off and make-up working days of a year, as the State Council's notice gives them. The
 * notice of a year may take days from the last week of the year before (2022-12-31 for 2023).
 *
 * @param notice its number, such as 国办发明电〔2025〕7号
 * @param isChecked whether the days were compared with the notice's text
 */
public record CalendarYear(int year, String notice, boolean isChecked, List<Holiday> holidays) {

  /** From this day of a year on the next year's notice may speak. */
  static final MonthDay NEXT_NOTICE_FROM = MonthDay.of(12, 25);

  /**
   * A festival's days off, both ends included, and the weekend days worked for it.
   *
   * @param makeUp Saturdays and Sundays outside the days off
   */
  public record Holiday(Festival festival, LocalDate from, LocalDate to, List<LocalDate> makeUp) {

    public Holiday {
      makeUp = List.copyOf(makeUp);
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(festival + " ends before it begins");
      }
      for (LocalDate day : makeUp) {
        if (!isWeekend(day)) {
          throw new IllegalArgumentException(day + " is no Saturday or Sunday");
        }
      }
    }

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  public CalendarYear {
    holidays = List.copyOf(holidays);
    LocalDate first = NEXT_NOTICE_FROM.atYear(year - 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    for (Holiday holiday : holidays) {
      List<LocalDate> days =
          java.util.stream.Stream.concat(
                  holiday.makeUp.stream(), java.util.stream.Stream.of(holiday.from, holiday.to))
              .toList();
      for (LocalDate day : days) {
        if (day.isBefore(first) || day.isAfter(last)) {
          throw new IllegalArgumentException(day + " is not of " + year);
        }
      }
      for (LocalDate day : holiday.makeUp) {
        if (holidays.stream().anyMatch(other -> other.covers(day))) {
          throw new IllegalArgumentException(day + " is a day off and a working day");
        }
      }
    }
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
