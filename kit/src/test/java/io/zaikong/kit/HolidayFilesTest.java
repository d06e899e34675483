package io.zaikong.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The packaged days against a library that keeps its own. */
class HolidayFilesTest {

  @Test
  void everyDayOfThePublishedYearsIsWorkedOrNotAsTheLibraryHasIt() {
    WorkCalendar calendar = WorkCalendar.packaged();

    assertThat(calendar.listYears())
        .extracting(CalendarYear::year)
        .containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026);
    LocalDate.of(2020, 1, 1)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .forEach(
            day -> assertThat(calendar.isWorkingDay(day)).as("%s", day).isEqualTo(isWorked(day)));
  }

  private static boolean isWorked(LocalDate day) {
    LegalHoliday known =
        LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    return known == null ? !CalendarYear.isWeekend(day) : known.isWork();
  }

  @Test
  void theStatutoryHolidaysOfLaterYearsAreThoseOfTheMoonAndTheSun() {
    WorkCalendar calendar = WorkCalendar.packaged();
    for (int year = 2027; year <= 2040; year++) {
      TreeSet<LocalDate> expected = new TreeSet<>();
      LocalDate spring = date(LunarDay.fromYmd(year, 1, 1).getSolarDay());
      IntStream.range(-1, 3).forEach(i -> expected.add(spring.plusDays(i)));
      expected.add(date(SolarTerm.fromName(year, "清明").getJulianDay().getSolarDay()));
      expected.add(date(LunarDay.fromYmd(year, 5, 5).getSolarDay()));
      expected.add(date(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
      for (String fixed : new String[] {"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"}) {
        expected.add(LocalDate.parse(year + "-" + fixed));
      }
      assertThat(new TreeSet<>(calendar.listStatutory(year))).as("%s", year).isEqualTo(expected);
    }
  }

  private static LocalDate date(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
  }
}
