package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.filings.Lack.Kind;
import io.zaikong.filings.Standing.Assessed;
import io.zaikong.filings.Standing.Version;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a source lacks, from its facts. */
class LacksTests {

  private static final Deadlines DEADLINES =
      new Deadlines(WorkCalendar.packaged(), FilingRules.current());
  private static final LocalDate DONE = LocalDate.of(2026, 3, 2);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 17);
  private static final Set<AccountableRole> ALL = Set.of(AccountableRole.values());

  private static Standing standing(
      @Nullable Integer level,
      @Nullable Assessed assessed,
      @Nullable LocalDate cause,
      @Nullable LocalDate acceptance,
      @Nullable Version filed,
      @Nullable Version open) {
    MajorSource source =
        new MajorSource(1, 1, "厂", new DivisionCode("370303102"), "罐区", level, 1L, false);
    return new Standing(source, assessed, cause, acceptance, filed, open, false, ALL, null, null);
  }

  private static Assessed assessed(int level) {
    return new Assessed(5, DONE, level, false, false);
  }

  private static Version version(FilingState.Name state, long assessment, LocalDate submitted) {
    return new Version(9, 1, state, assessment, submitted, submitted, "1", null);
  }

  private static List<Lack> lacks(Standing standing, LocalDate day) {
    return standing.lacks(day, DEADLINES);
  }

  private static List<Kind> kinds(Standing standing, LocalDate day) {
    return lacks(standing, day).stream().map(Lack::kind).toList();
  }

  @Test
  void aMajorSourceIsAskedForEverythingAndOneThatIsNotForNothing() {
    assertThat(kinds(standing(3, null, null, null, null, null), DONE))
        .containsExactlyInAnyOrder(Kind.NOT_ASSESSED, Kind.NOT_FILED);
    assertThat(kinds(standing(null, null, null, null, null, null), DONE)).isEmpty();
  }

  @Test
  void aFilingIsLateOnTheDayAfterTheLastUnlessItWasSubmittedInTime() {
    Standing nothing = standing(3, assessed(3), null, null, null, null);
    assertThat(lacks(nothing, LAST)).noneMatch(Lack::isLate);
    assertThat(lacks(nothing, LAST.plusDays(1))).anyMatch(Lack::isLate);
    Standing inTime =
        standing(3, assessed(3), null, null, null, version(FilingState.Name.SUBMITTED, 5, LAST));
    assertThat(kinds(inTime, LAST.plusDays(9))).isEmpty();
    Standing tooLate =
        standing(
            3,
            assessed(3),
            null,
            null,
            null,
            version(FilingState.Name.SUBMITTED, 5, LAST.plusDays(1)));
    assertThat(lacks(tooLate, LAST.plusDays(9))).anyMatch(Lack::isLate);
  }

  @Test
  void whatIsFiledByTheLatestAssessmentLacksNothingUntilThreeYears() {
    Standing filed =
        standing(3, assessed(3), null, null, version(FilingState.Name.FILED, 5, LAST), null);
    assertThat(kinds(filed, LAST)).isEmpty();
    assertThat(kinds(filed, DONE.plusYears(3).minusDays(60)))
        .containsExactly(Kind.ASSESSMENT_EXPIRES);
    assertThat(lacks(filed, DONE.plusYears(3)).getFirst().overdue()).isFalse();
    assertThat(lacks(filed, DONE.plusYears(3).plusDays(1)))
        .anyMatch(l -> l.kind() == Kind.ASSESSMENT_EXPIRED && l.isLate());
    Standing older =
        standing(3, assessed(3), null, null, version(FilingState.Name.FILED, 4, DONE), null);
    assertThat(kinds(older, DONE)).containsExactly(Kind.NOT_FILED);
  }

  @Test
  void anotherLevelAndARecordedCauseDemandANewAssessment() {
    Standing changed =
        standing(2, assessed(3), DONE, null, version(FilingState.Name.FILED, 5, LAST), null);
    assertThat(kinds(changed, LAST)).containsExactly(Kind.LEVEL_CHANGED, Kind.CAUSE);
  }

  @Test
  void aNewInstallationIsDueBeforeItsAcceptanceEvenWhenThatIsSooner() {
    Standing soon = standing(3, assessed(3), null, DONE.plusDays(5), null, null);
    assertThat(lacks(soon, DONE.plusDays(4))).noneMatch(Lack::isLate);
    assertThat(lacks(soon, DONE.plusDays(5))).anyMatch(Lack::isLate);
  }

  @Test
  void whatIsFiledAndNoLongerMajorMayBeCancelled() {
    Standing small =
        standing(null, assessed(3), null, null, version(FilingState.Name.FILED, 5, LAST), null);
    assertThat(kinds(small, LAST)).containsExactly(Kind.NO_LONGER_MAJOR);
  }
}
