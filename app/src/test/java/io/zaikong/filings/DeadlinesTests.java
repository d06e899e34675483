package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.kit.WorkCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Due days against the notices of 2026: Spring Festival 15 to 23 February, worked on 14 and 28;
 * National Day 1 to 7 October, worked on 20 September and 10 October.
 */
class DeadlinesTests {

  private static final Deadlines DEADLINES =
      new Deadlines(WorkCalendar.packaged(), FilingRules.current());

  @ParameterizedTest
  @CsvSource({
    "2026-01-30, 2026-02-14, a Saturday that is worked",
    "2026-02-01, 2026-02-24, the 16th is in the Spring Festival",
    "2026-02-08, 2026-02-24, its last day",
    "2026-02-09, 2026-02-24, the first day after it",
    "2026-09-05, 2026-09-20, a Sunday that is worked",
    "2026-09-16, 2026-10-08, the 1st of October is off",
    "2026-09-22, 2026-10-08, the 7th too",
    "2026-09-25, 2026-10-10, a Saturday that is worked",
    "2026-09-26, 2026-10-12, a Sunday moves on"
  })
  void aFilingIsDueWithinFifteenDaysAfterTheAssessment(
      LocalDate completed, LocalDate due, String why) {
    assertThat(DEADLINES.filing(completed).day()).as(why).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-17, 2026-02-24",
    "2026-01-15, 2026-02-14",
    "2026-09-02, 2026-10-08",
    "2026-09-10, 2026-10-10"
  })
  void aCancellationIsReviewedWithinThirtyDays(LocalDate asked, LocalDate due) {
    assertThat(DEADLINES.cancellation(asked).day()).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-09, 2026-02-14",
    "2026-02-10, 2026-02-24",
    "2026-09-26, 2026-10-08",
    "2026-10-05, 2026-10-10"
  })
  void aChangeOfPersonsIsToldWithinFiveDays(LocalDate changed, LocalDate due) {
    assertThat(DEADLINES.change(changed).day()).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-10-02, 2026-10-02",
    "2023-02-17, 2026-02-17",
    "2024-02-29, 2027-02-28",
  })
  void anAssessmentIsRenewedAtThreeYearsWhateverDayThatIs(LocalDate completed, LocalDate due) {
    assertThat(DEADLINES.renewal(completed).day()).isEqualTo(due);
    assertThat(DEADLINES.renewal(completed).isPast(due)).isFalse();
    assertThat(DEADLINES.renewal(completed).isPast(due.plusDays(1))).isTrue();
  }

  @Test
  void aNewInstallationIsFiledBeforeItsAcceptance() {
    assertThat(DEADLINES.newProject(LocalDate.of(2026, 10, 8)).day())
        .isEqualTo(LocalDate.of(2026, 10, 7));
  }

  @Test
  void aDayInAYearWithoutNoticeIsProvisional() {
    assertThat(DEADLINES.filing(LocalDate.of(2027, 1, 25)).isProvisional()).isTrue();
    assertThat(DEADLINES.filing(LocalDate.of(2026, 3, 2)).isProvisional()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "OPERATIONAL, 2026-09-28, , 2026-10-04",
    "OPERATIONAL, 2026-09-28, 2026-09-29, 2026-10-11",
    "OPERATIONAL, 2026-09-28, 2026-10-04, 2026-10-11",
    "OPERATIONAL, 2026-09-28, 2026-09-20, 2026-10-04",
    "TECHNICAL, 2026-02-10, , 2026-03-31",
    "TECHNICAL, 2026-02-10, 2026-02-11, 2026-06-30",
    "TECHNICAL, 2026-02-10, 2026-11-30, 2027-03-31"
  })
  void checksAreDueOnceAWeekAndOnceAQuarter(
      AccountableRole role, LocalDate from, LocalDate last, LocalDate due) {
    assertThat(DEADLINES.check(role, from, last).day()).isEqualTo(due);
  }

  @Test
  void summariesAreDueAtTheEndOfThePeriodOrOnTheDayOfTheYearAfter() {
    FilingRules rules = FilingRules.current();
    assertThat(
            DEADLINES
                .summary(
                    rules.findSummary("QUARTER_DISTRICT").orElseThrow(), LocalDate.of(2026, 9, 30))
                .day())
        .isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(
            DEADLINES
                .summary(
                    rules.findSummary("YEAR_DISTRICT").orElseThrow(), LocalDate.of(2026, 12, 31))
                .day())
        .isEqualTo(LocalDate.of(2027, 1, 15));
    assertThat(
            DEADLINES
                .summary(rules.findSummary("YEAR_CITY").orElseThrow(), LocalDate.of(2026, 12, 31))
                .day())
        .isEqualTo(LocalDate.of(2027, 1, 31));
  }

  @Test
  void everyLimitSaysItsClauseAndWhatIsRecalledIsUnverified() {
    FilingRules rules = FilingRules.current();
    assertThat(rules.limits()).allSatisfy(l -> assertThat(l.clause()).isNotBlank());
    assertThat(rules.contents()).hasSize(11).noneMatch(FilingRules.Item::verified);
    assertThat(DEADLINES.filing(LocalDate.of(2026, 3, 2)).verified()).isFalse();
    assertThat(DEADLINES.renewal(LocalDate.of(2026, 3, 2)).verified()).isTrue();
  }
}
