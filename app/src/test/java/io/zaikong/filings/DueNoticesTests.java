package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What falls due makes a to-do before its day, once, until it is done. */
@AppTest
class DueNoticesTests {

  @Autowired ApplicationContext context;
  private FilingCase one;
  private LocalDate today;

  @BeforeEach
  void aSource() {
    one = new FilingCase(new TestCity(context));
    today = one.today();
    // Today is done with, so the schedule raises nothing in between.
    context.getBean(DueNotices.class).wake();
  }

  private void comes(LocalDate day) {
    context.getBean(DueNotices.class).raiseDue(day);
  }

  /** Kinds and days of the open to-dos about the source. */
  private List<String> open() {
    return one.city.asSystem(
        () ->
            one.city
                .bean(JdbcClient.class)
                .sql(
                    """
                    select substring(kind from 9) || ' ' || due_on || ' ' || split_part(owner, ':', 3) from notices.notice
                    where subject = 'filings.source' and subject_id = ? and ended_at is null order by due_on, kind
                    """)
                .param(Long.toString(one.source))
                .query(String.class)
                .list());
  }

  private void name(String role, LocalDate from) {
    String form = one.page() + "/persons/" + role;
    one.enterprise.post(
        form,
        form,
        Map.of(
            "name", "甲某",
            "post", "主任",
            "phone", "0533-1234567",
            "from", from.toString(),
            "replaces", "0"));
  }

  private void check(String role) {
    String form = one.page() + "/checks/" + role;
    one.enterprise.post(form, form, Map.of("doneOn", today.toString(), "findings", "未发现问题"));
  }

  @Test
  void aWeeklyCheckIsAskedForInItsWeekOnceUntilItIsRecorded() {
    name("OPERATIONAL", today.minusDays(70));
    LocalDate missed = today.minusDays(70).with(DayOfWeek.SUNDAY);
    comes(today);
    comes(today.plusDays(1));
    assertThat(open()).containsExactly("check_operational " + missed + " enterprise");
    assertThat(one.enterprise.get("/inbox").body()).contains("操作负责人每周排查");

    check("OPERATIONAL");
    assertThat(open()).isEmpty();
    LocalDate next = today.plusWeeks(1).with(DayOfWeek.SUNDAY);
    comes(next.minusDays(7));
    assertThat(open()).isEmpty();
    comes(next.minusDays(6));
    comes(next);
    assertThat(open()).containsExactly("check_operational " + next + " enterprise");
  }

  @Test
  void aQuarterlyCheckIsAskedForThirtyDaysAheadAndStaysWhenItIsLate() {
    name("TECHNICAL", today);
    LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
    comes(quarter.minusDays(31));
    assertThat(open()).isEmpty();
    comes(quarter.minusDays(30));
    comes(quarter.plusDays(1));
    assertThat(open()).containsExactly("check_technical " + quarter + " enterprise");
    check("TECHNICAL");
    assertThat(open()).isEmpty();
  }

  @Test
  void aFilingThatIsLateIsPutBeforeTheBureauTooUntilItIsSubmitted() {
    one.assess(today.minusDays(1), true);
    LocalDate due =
        one.city.asSystem(
            () -> one.city.bean(FilingRegister.class).deadlines().filing(today.minusDays(1)).day());
    comes(due);
    assertThat(open()).containsExactly("to_file " + due + " enterprise");
    comes(due.plusDays(1));
    comes(due.plusDays(2));
    assertThat(open())
        .containsExactly(
            "late_filing " + due + " " + FilingCase.DISTRICT, "to_file " + due + " enterprise");
    String filing = one.begin();
    one.provide(filing, 2, 3, 4, 5, 6, 7, 9, 10);
    one.act(one.enterprise, filing, "submit", Map.of());
    assertThat(open()).isEmpty();
    comes(due.plusDays(3));
    assertThat(open()).isEmpty();
  }

  @Test
  void anAssessmentThatReachesThreeYearsIsAskedForAheadAndLateAfterwardsUntilAnotherIsMade() {
    String filing = one.ready();
    one.file(filing);
    LocalDate renewal = today.minusDays(1).plusYears(3);
    comes(renewal.minusDays(91));
    assertThat(open()).isEmpty();
    comes(renewal.minusDays(90));
    comes(renewal);
    assertThat(open()).containsExactly("assess " + renewal + " enterprise");
    comes(renewal.plusDays(1));
    assertThat(open())
        .containsExactly(
            "assess " + renewal + " enterprise",
            "late_assessment " + renewal + " " + FilingCase.DISTRICT);
    one.assess(today, true);
    assertThat(open()).singleElement().asString().startsWith("to_file ");
  }

  @Test
  void whatIsNoLongerMajorIsAskedForNothingMore() {
    name("OPERATIONAL", today);
    comes(today.plusDays(7));
    assertThat(open()).hasSize(1);
    one.declare("1");
    comes(today.plusDays(8));
    assertThat(open()).isEmpty();
  }

  @Test
  void aListThatIsNotSentUpWaitsForTheOfficersWhoSendIt() {
    one.file(one.ready());
    LocalDate end = LocalDate.of(today.getYear(), 12, 31);
    LocalDate due = end.plusDays(15);
    String id = "YEAR_DISTRICT " + FilingCase.DISTRICT + " " + end;
    assertThat(asked(due.minusDays(16))).doesNotContain(id);
    assertThat(asked(due.minusDays(15))).contains(id);
    comes(due.minusDays(15));
    comes(due.plusDays(1));
    assertThat(lists(id)).containsExactly("role:OFFICER:" + FilingCase.DISTRICT + " " + due);
    assertThat(lists("YEAR_DISTRICT 370323 " + end)).isEmpty();
    assertThat(lists("YEAR_CITY 370300 " + end)).hasSize(1);
    String list = "/filing-summaries/YEAR_DISTRICT/" + end;
    String series = one.series("filings.summary");
    assertThat(one.officer.post(list, list, Map.of("series", series)).statusCode()).isEqualTo(302);
    assertThat(lists(id)).isEmpty();
  }

  private List<String> asked(LocalDate day) {
    return one.city.asSystem(
        () ->
            one.city.bean(Summaries.class).listDue(day).stream()
                .map(n -> n.subject().id())
                .toList());
  }

  private List<String> lists(String id) {
    return one.city.asSystem(
        () ->
            one.city
                .bean(JdbcClient.class)
                .sql(
                    """
                    select owner || ' ' || due_on from notices.notice
                    where kind = 'filings.send_summary' and subject_id = ? and ended_at is null
                    """)
                .param(id)
                .query(String.class)
                .list());
  }
}
