package io.zaikong.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zaikong.kit.CalendarYear.Holiday;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

  private static final int CASES = Integer.getInteger("zaikong.cases", 5_000);
  private static final WorkCalendar CALENDAR = WorkCalendar.packaged();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest(name = "{0} and {1} working days is {2}")
  @CsvSource({
    // Spring Festival: 2024 without its eve, 2025 and 2026 with it; Sundays and Saturdays are made
    // up
    "2024-02-02, 1, 2024-02-04",
    "2024-02-08, 1, 2024-02-09",
    "2024-02-08, 2, 2024-02-18",
    "2024-02-08, 3, 2024-02-19",
    "2025-01-24, 1, 2025-01-26",
    "2025-01-24, 3, 2025-02-05",
    "2025-01-27, 4, 2025-02-08",
    "2025-01-27, 5, 2025-02-10",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-13, 2, 2026-02-24",
    "2026-02-13, 6, 2026-02-28",
    "2026-02-13, 7, 2026-03-02",
    // 1 October
    "2024-09-28, 1, 2024-09-29",
    "2024-09-28, 3, 2024-10-08",
    "2024-09-28, 7, 2024-10-12",
    "2024-09-28, 8, 2024-10-14",
    "2025-09-27, 1, 2025-09-28",
    "2025-09-27, 4, 2025-10-09",
    "2025-09-27, 6, 2025-10-11",
    "2025-09-27, 7, 2025-10-13",
    "2026-09-18, 1, 2026-09-20",
    "2026-09-24, 1, 2026-09-28",
    "2026-09-30, 1, 2026-10-08",
    "2026-09-30, 3, 2026-10-10",
    "2026-09-30, 4, 2026-10-12",
    // one day that belongs to the next year's notice
    "2022-12-30, 1, 2023-01-03"
  })
  void workingDaysPassOverHolidaysAndCountMakeUpDays(String from, int days, String expected) {
    assertThat(CALENDAR.plusWorkingDays(day(from), days)).isEqualTo(day(expected));
    DueDate due = CALENDAR.dueDate(day(from), TimeLimit.workingDays(days, "行政处罚法第八十五条"));
    assertThat(due.day()).isEqualTo(day(expected));
    assertThat(due.isProvisional()).isFalse();
  }

  @ParameterizedTest(name = "{0} and {1} days is {2}, moved on {3}")
  @CsvSource({
    "2026-09-21, 10, 2026-10-01, 2026-10-08",
    "2026-02-01, 62, 2026-04-04, 2026-04-07",
    "2026-09-10, 10, 2026-09-20, 2026-09-20",
    "2024-01-26, 15, 2024-02-10, 2024-02-18",
    "2026-03-02, 3, 2026-03-05, 2026-03-05"
  })
  void theLastCalendarDayMovesOffHolidaysOnlyWhereTheLawSaysSo(
      String from, int days, String plain, String moved) {
    TimeLimit limit = TimeLimit.calendarDays(days, "民法典第二百零三条");

    assertThat(CALENDAR.dueDate(day(from), limit).day()).isEqualTo(day(plain));
    assertThat(CALENDAR.dueDate(day(from), limit.movingOffHolidays()).day()).isEqualTo(day(moved));
  }

  @Test
  void theFirstDayCountsWhereTheLimitSaysSo() {
    TimeLimit seven = TimeLimit.workingDays(7, "x");

    assertThat(CALENDAR.dueDate(day("2026-09-30"), seven).day()).isEqualTo(day("2026-10-15"));
    assertThat(CALENDAR.dueDate(day("2026-09-30"), seven.withFirstDay()).day())
        .isEqualTo(day("2026-10-14"));
    assertThat(CALENDAR.dueDate(day("2026-10-03"), seven.withFirstDay()).day())
        .as("a fact on a holiday has no first working day of its own")
        .isEqualTo(CALENDAR.dueDate(day("2026-10-03"), seven).day());
    assertThat(
            CALENDAR
                .dueDate(day("2026-03-01"), TimeLimit.calendarDays(30, "x").withFirstDay())
                .day())
        .isEqualTo(day("2026-03-30"));
  }

  @Test
  void whatIsCountedThroughAYearWithoutNoticeIsProvisional() {
    TimeLimit five = TimeLimit.workingDays(5, "x");
    DueDate open = CALENDAR.dueDate(day("2026-12-31"), five);

    assertThat(open.isProvisional()).isTrue();
    assertThat(open.day()).isEqualTo(day("2027-01-08"));
    assertThat(CALENDAR.dueDate(day("2026-12-11"), five).isProvisional()).isFalse();
    assertThat(CALENDAR.dueDate(day("2026-12-23"), five).isProvisional())
        .as("the notice of 2027 may take days of December's last week")
        .isTrue();
    assertThat(CALENDAR.dueDate(day("2026-12-31"), TimeLimit.calendarDays(5, "x")).isProvisional())
        .as("calendar days are what they are")
        .isFalse();
    assertThat(
            CALENDAR
                .dueDate(day("2026-12-31"), TimeLimit.calendarDays(5, "x").movingOffHolidays())
                .isProvisional())
        .isTrue();
  }

  @Test
  void aYearWithoutNoticeHasItsStatutoryHolidays() {
    assertThat(CALENDAR.isWorkingDay(day("2027-02-04"))).isTrue();
    assertThat(CALENDAR.plusWorkingDays(day("2027-02-04"), 1)).isEqualTo(day("2027-02-09"));
    assertThat(CALENDAR.listStatutory(2027)).hasSize(13).contains(day("2027-06-09"));
  }

  @Test
  void aNoticeThatComesLaterTakesThePlaceOfTheGuess() {
    CalendarYear published =
        new CalendarYear(
            2027,
            "a notice",
            true,
            List.of(
                new Holiday(
                    Festival.SPRING_FESTIVAL,
                    day("2027-02-05"),
                    day("2027-02-12"),
                    List.of(day("2027-02-14")))));
    WorkCalendar later = CALENDAR.with(List.of(published));

    assertThat(later.plusWorkingDays(day("2027-02-04"), 1)).isEqualTo(day("2027-02-14"));
    assertThat(later.isProvisional(day("2027-02-14"))).isFalse();
    assertThat(later.isProvisional(day("2026-12-31"))).isFalse();
    assertThat(CALENDAR.isProvisional(day("2027-02-14"))).isTrue();
  }

  @Test
  void aNoticeThatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holiday("2027-02-05", "2027-02-04"))
        .withMessageContaining("ends before");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holiday("2027-02-05", "2027-02-12", "2027-02-16"))
        .withMessageContaining("no Saturday");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CalendarYear(2027, "n", true, List.of(holiday("2028-02-05", "2028-02-12"))))
        .withMessageContaining("not of 2027");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CalendarYear(
                    2027, "n", true, List.of(holiday("2027-02-05", "2027-02-12", "2027-02-07"))))
        .withMessageContaining("a day off and a working day");
    assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.workingDays(0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.workingDays(3, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeLimit.workingDays(3, "x").movingOffHolidays());
  }

  private static Holiday holiday(String from, String to, String... makeUp) {
    return new Holiday(
        Festival.SPRING_FESTIVAL,
        day(from),
        day(to),
        List.of(makeUp).stream().map(LocalDate::parse).toList());
  }

  @Test
  void countingBackGivesWhatWasAdded() {
    Random random = new Random(795);
    for (int i = 0; i < CASES; i++) {
      LocalDate from = day("2019-06-01").plusDays(random.nextInt(3_500));
      int days = 1 + random.nextInt(90);
      LocalDate to = CALENDAR.plusWorkingDays(from, days);

      assertThat(CALENDAR.isWorkingDay(to)).isTrue();
      assertThat(CALENDAR.countWorkingDays(from, to)).as("%s + %s", from, days).isEqualTo(days);
      assertThat(CALENDAR.countWorkingDays(from, to.minusDays(1))).isEqualTo(days - 1);
      int split = random.nextInt(days);
      assertThat(
              split == 0
                  ? CALENDAR.plusWorkingDays(from, days)
                  : CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(from, split), days - split))
          .isEqualTo(to);
    }
  }

  @Test
  void aLaterFactAndALongerLimitAreNeverDueEarlier() {
    Random random = new Random(203);
    for (int i = 0; i < CASES; i++) {
      LocalDate from = day("2020-01-01").plusDays(random.nextInt(2_500));
      TimeLimit limit =
          random.nextBoolean()
              ? TimeLimit.workingDays(1 + random.nextInt(60), "x")
              : TimeLimit.calendarDays(1 + random.nextInt(60), "x").movingOffHolidays();
      TimeLimit longer =
          new TimeLimit(limit.days() + 1, limit.unit(), false, limit.movesOffHolidays(), "x");
      LocalDate due = CALENDAR.dueDate(from, limit).day();

      assertThat(CALENDAR.dueDate(from.plusDays(1), limit).day()).isAfterOrEqualTo(due);
      assertThat(CALENDAR.dueDate(from, longer).day()).isAfterOrEqualTo(due);
      assertThat(CALENDAR.dueDate(from, limit.withFirstDay()).day()).isBeforeOrEqualTo(due);
    }
  }
}
