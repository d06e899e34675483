package io.zaikong.filings;

import io.zaikong.filings.FilingRules.Limit;
import io.zaikong.filings.FilingRules.SummaryRule;
import io.zaikong.kit.DueDate;
import io.zaikong.kit.TimeLimit;
import io.zaikong.kit.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Due dates from facts, by the limits of an edition and a calendar. */
public record Deadlines(WorkCalendar calendar, FilingRules rules) {

  /** The filing of a source whose assessment was completed on this day. */
  public Deadline filing(LocalDate completedOn) {
    return counted("FILING", completedOn);
  }

  /** The filing of a new, altered or extended installation: before its completion acceptance. */
  public Deadline newProject(LocalDate acceptanceOn) {
    return of(acceptanceOn.minusDays(1), rules.limit("NEW_PROJECT"));
  }

  /** The next assessment: by the day that ends the years since the last one. */
  public Deadline renewal(LocalDate completedOn) {
    Limit limit = rules.limit("RENEWAL");
    return of(completedOn.plusYears(limit.count()), limit);
  }

  int renewalYears() {
    return rules.limit("RENEWAL").count();
  }

  /** The bureau's review of a cancellation that was asked for on this day. */
  public Deadline cancellation(LocalDate askedOn) {
    return counted("CANCELLATION", askedOn);
  }

  /** The recording of a change of accountable persons. */
  public Deadline change(LocalDate changedOn) {
    return counted("CHANGE", changedOn);
  }

  /**
   * The next check: in the week or quarter after that of the last one; before the first one, in
   * that in which the person began.
   *
   * @throws IllegalArgumentException for the principal, who has none
   */
  public Deadline check(AccountableRole role, LocalDate from, @Nullable LocalDate last) {
    return switch (role) {
      case OPERATIONAL ->
          of(
              (last == null || last.isBefore(from) ? from : last.plusWeeks(1))
                  .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
              rules.limit("OPERATIONAL_CHECK"));
      case TECHNICAL ->
          of(
              endOfQuarter(last == null || last.isBefore(from) ? from : last.plusMonths(3)),
              rules.limit("TECHNICAL_CHECK"));
      case PRINCIPAL -> throw new IllegalArgumentException("the principal has no checks");
    };
  }

  /** The sending of a list for a period that ends on this day. */
  public Deadline summary(SummaryRule rule, LocalDate periodEnd) {
    LocalDate day =
        rule.due() == null ? periodEnd : rule.due().atYear(periodEnd.plusDays(1).getYear());
    return new Deadline(day, false, rule.clause(), rule.verified());
  }

  private static LocalDate endOfQuarter(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
  }

  private Deadline counted(String key, LocalDate fact) {
    Limit limit = rules.limit(key);
    DueDate due =
        calendar.dueDate(
            fact,
            new TimeLimit(
                limit.count(),
                TimeLimit.Unit.valueOf(limit.unit()),
                limit.countsFirstDay(),
                limit.movesOffHolidays(),
                limit.clause()));
    return new Deadline(due.day(), due.isProvisional(), limit.clause(), limit.verified());
  }

  private static Deadline of(LocalDate day, Limit limit) {
    return new Deadline(day, false, limit.clause(), limit.verified());
  }
}
