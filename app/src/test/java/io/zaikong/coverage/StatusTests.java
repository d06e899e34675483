package io.zaikong.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Statements;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Duplicates;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is expected, who has reported, who is reminded, over HTTP against the real application. */
@AppTest
class StatusTests {

  private static final Category CATEGORY = Category.FIREWORKS_OTHER;

  @Autowired ApplicationContext context;
  private CoverageCase cases;
  private Round round;
  private long complete;
  private long silent;
  private long lacking;

  @BeforeEach
  void aRound() {
    cases = new CoverageCase(new TestCity(context));
    round = cases.open(CATEGORY, cases.today().plusDays(10));
    complete = cases.enterprise("普查例全", "370304001", CATEGORY);
    silent = cases.enterprise("普查例默", "370304001", CATEGORY);
    lacking = cases.enterprise("普查例缺", "370305107", CATEGORY);
    cases.declare(complete, CoverageCase.ammonia());
    cases.declare(lacking, CoverageCase.unknown());
  }

  /** Decision 0035. */
  @Test
  void aListIsPlannedForWhatItIsAsked() {
    assertThat(
            context
                .getBean(JdbcClient.class)
                .sql("show plan_cache_mode")
                .query(String.class)
                .single())
        .isEqualTo("force_custom_plan");
  }

  private Reporting standing(long enterprise) {
    return cases.city.asSystem(
        () -> context.getBean(CensusStatus.class).find(round, enterprise).orElseThrow());
  }

  @Test
  void anEnterpriseStandsWhereItsDeclarationsPutIt() {
    assertThat(standing(complete).state()).isEqualTo(ReportState.REPORTED);
    assertThat(standing(silent).state()).isEqualTo(ReportState.MISSING);
    assertThat(standing(lacking).state()).isEqualTo(ReportState.INCOMPLETE);
    assertThat(standing(lacking).received()).isTrue();
    long siteOnly = cases.enterprise("普查例厂区", "370304001", CATEGORY);
    cases.declare(siteOnly);
    assertThat(standing(siteOnly).state()).isEqualTo(ReportState.INCOMPLETE);
    assertThat(standing(siteOnly).received()).isFalse();

    round = cases.open(CATEGORY, cases.today());
    assertThat(standing(silent).state()).isEqualTo(ReportState.MISSING);
    round = cases.open(CATEGORY, cases.today().minusDays(1));
    assertThat(standing(silent).state()).isEqualTo(ReportState.OVERDUE);
    assertThat(standing(siteOnly).state()).isEqualTo(ReportState.OVERDUE);
    assertThat(standing(complete).state()).isEqualTo(ReportState.REPORTED);
  }

  @Test
  void townshipsAddUpToTheirDistrictAndDistrictsToTheCity() {
    String token = token(cases.person("370300", Role.OFFICER));
    JsonNode city = json("/api/v1/census/status", token).get("counts");
    assertThat(city.get("rows")).hasSize(8);
    List<String> numbers =
        List.of("expected", "received", "reported", "incomplete", "missing", "overdue", "excused");
    for (String number : numbers) {
      long districts = 0;
      for (JsonNode district : city.get("rows")) {
        String code = district.get("division").stringValue();
        JsonNode townships = json("/api/v1/census/status?division=" + code, token).get("counts");
        long sum = sum(townships.get("rows"), number);
        assertThat(sum).as(code + number).isEqualTo(value(district.get("count"), number));
        districts += sum;
      }
      assertThat(districts).as(number).isEqualTo(value(city.get("total"), number));
    }
    assertThat(value(city.get("total"), "received")).isPositive();
  }

  private static long sum(JsonNode rows, String number) {
    return StreamSupport.stream(rows.spliterator(), false)
        .mapToLong(r -> value(r.get("count"), number))
        .sum();
  }

  private static long value(JsonNode count, String number) {
    return count.get(number).asLong();
  }

  @Test
  void aFigureIsTheNumberOfEnterprisesThatItOpensTo() {
    String token = token(cases.person("370300", Role.OFFICER));
    for (String name : List.of("expected", "received", "incomplete", "overdue")) {
      for (String of : List.of("", "?division=370304", "?division=370304001&from=2020-01-01")) {
        JsonNode figure = json("/api/v1/figures/census." + name + of, token);
        JsonNode records = json(figure.get("records").stringValue(), token);
        assertThat(figure.get("value").asLong())
            .as(name + of)
            .isEqualTo(records.get("total").asLong());
      }
    }
  }

  @Test
  void aDistrictSeesItsOwnAlone() {
    String token = token(cases.person("370305", Role.OFFICER));
    JsonNode seen = json("/api/v1/census/enterprises?size=1000", token).get("items");
    assertThat(seen).isNotEmpty();
    assertThat(StreamSupport.stream(seen.spliterator(), false))
        .allMatch(e -> e.get("division").stringValue().startsWith("370305"));
    JsonNode elsewhere = json("/api/v1/census/status?division=370304", token).get("counts");
    assertThat(value(elsewhere.get("total"), "expected")).isZero();
  }

  @Test
  void aListReadsTwoStatementsHoweverLongItIs() {
    CensusStatus status = context.getBean(CensusStatus.class);
    StatusFilter all = StatusFilter.of(null, Show.EXPECTED);
    assertThat(
            Statements.ofThisThread(
                () ->
                    cases.city.asSystem(
                        () -> {
                          Round current = context.getBean(Rounds.class).findCurrent().orElseThrow();
                          return status.page(current, all, 0, 50);
                        })))
        .hasSize(2);
  }

  @Test
  void whoDeclaresThatThereIsNoSourceHasReported() {
    TestVisitor own = cases.manager(silent, "370304001");
    String page = "/census/report/" + silent;
    assertThat(own.post(page, page + "/none", Map.of("basis", " ")).statusCode()).isEqualTo(422);
    assertThat(own.post(page, page + "/none", Map.of("basis", "只经营不储存")).statusCode())
        .isEqualTo(302);
    assertThat(standing(silent).state()).isEqualTo(ReportState.REPORTED);
    assertThat(own.get(page).body()).contains("企业声明", "只经营不储存", "声明无危险源");

    TestVisitor officer = cases.officer("370304");
    assertThat(
            officer
                .post(page, page + "/none/withdraw", Map.of("withdraw_reason", "现场有储罐"))
                .statusCode())
        .isEqualTo(302);
    assertThat(standing(silent).state()).isEqualTo(ReportState.MISSING);
    officer.post(page, page + "/none", Map.of("basis", "企业书面承诺"));
    assertThat(officer.get(page).body()).contains("监管人员代为声明", "企业书面承诺");
  }

  @Test
  void whoHasSourcesCannotDeclareThatThereIsNone() {
    String page = "/census/report/" + complete;
    var answer = cases.officer("370304").post(page, page + "/none", Map.of("basis", "无"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("已申报危险源 1 处");
  }

  @Test
  void anOfficerExcusesAndAddsWithAReason() {
    TestVisitor officer = cases.officer("370304");
    String page = "/census/report/" + silent;
    assertThat(officer.post(page, page + "/excuse", Map.of("reason", "长期停产")).statusCode())
        .isEqualTo(302);
    assertThat(standing(silent).state()).isEqualTo(ReportState.EXCUSED);
    officer.post(page, page + "/add", Map.of("reason", "复产"));
    assertThat(standing(silent).state()).isEqualTo(ReportState.MISSING);

    long other = cases.enterprise("普查例外", "370304001", Category.COMMERCE);
    String its = "/census/report/" + other;
    assertThat(officer.get(its).body()).contains("不在应报范围");
    officer.post(its, its + "/add", Map.of("reason", "群众举报"));
    assertThat(standing(other).state()).isEqualTo(ReportState.MISSING);
    assertThat(officer.get(its).body()).contains("群众举报");
  }

  @Test
  void whatARecordHasDeclaredFollowsItWhenItIsMerged() {
    long survivor = cases.enterprise("普查例并", "370302001", CATEGORY);
    String page = "/census/report/" + silent;
    cases.officer("370304").post(page, page + "/none", Map.of("basis", "企业书面承诺"));
    long reminded = cases.enterprise("普查例重", "370303004", CATEGORY);
    cases
        .officer("370303")
        .post("/census/status", "/census/status/remind", Map.of("division", "370303004"));
    assertThat(open(reminded)).isEqualTo(1);
    cases.city.asSystem(
        () -> {
          CoverageCase.done(context.getBean(Duplicates.class).merge(silent, survivor));
          return CoverageCase.done(context.getBean(Duplicates.class).merge(reminded, survivor));
        });
    assertThat(standing(survivor).none()).isTrue();
    assertThat(standing(survivor).state()).isEqualTo(ReportState.REPORTED);
    assertThat(open(reminded)).isZero();
  }

  @Test
  void aReminderWaitsOnceAndEndsWithTheDeclaration() {
    long managed = cases.enterprise("普查例管", "370304001", CATEGORY);
    TestVisitor manager = cases.manager(managed, "370304001");
    TestVisitor officer = cases.officer("370304001");
    Map<String, String> township = Map.of("division", "370304001");
    var sent = officer.post("/census/status", "/census/status/remind", township);
    assertThat(sent.statusCode()).isEqualTo(302);
    String batch =
        sent.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    assertThat(officer.get(batch).body())
        .contains("发给企业 1 家", "普查例管", "普查例默")
        .doesNotContain("普查例全");

    var again = officer.post("/census/status", "/census/status/remind", township);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("没有新的催报");
    assertThat(open(managed)).isEqualTo(1);
    assertThat(open(silent)).isEqualTo(1);
    assertThat(manager.get("/inbox").body()).contains("普查例管", "普查申报");
    assertThat(officer.get("/inbox").body()).contains("普查例默").doesNotContain("普查例管");

    cases.declare(managed, CoverageCase.ammonia());
    assertThat(open(managed)).isZero();
    assertThat(manager.get("/inbox").body()).doesNotContain("普查例管</a>");
    assertThat(standing(managed).waiting()).isFalse();
    assertThat(standing(managed).remindedAt()).isNotNull();
    String page = "/census/report/" + silent;
    officer.post(page, page + "/none", Map.of("basis", "现场核查"));
    assertThat(open(silent)).isZero();
    assertThat(officer.get(batch).body()).contains("已报");
  }

  @Test
  void aReminderOfWhoClosesMovesAwayOrIsMergedEndsWithTheReason() {
    String township = "370302002";
    long closed = cases.enterprise("普查例闭", township, CATEGORY);
    long gone = cases.enterprise("普查例迁", township, CATEGORY);
    long merged = cases.enterprise("普查例入", township, CATEGORY);
    long other = cases.enterprise("普查例转", township, CATEGORY);
    long survivor = cases.enterprise("普查例续", township, CATEGORY);
    TestVisitor officer = cases.officer("370302");
    String batch =
        officer
            .post("/census/status", "/census/status/remind", Map.of("division", township))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst("https?://[^/]+", "");
    change(
        officer, closed, Map.of("state", "关闭", "state_since", "2026-09-01", "state_reason", "破产"));
    change(officer, gone, Map.of("state", "迁出", "state_since", "2026-09-01", "state_reason", "搬迁"));
    change(officer, other, Map.of("categories", Category.COMMERCE.chinese()));
    cases.declare(merged, CoverageCase.ammonia());
    assertThat(open(survivor)).isEqualTo(1);
    cases.city.asSystem(
        () -> CoverageCase.done(context.getBean(Duplicates.class).merge(merged, survivor)));
    for (long each : List.of(closed, gone, other, merged, survivor)) {
      assertThat(open(each)).as("" + each).isZero();
    }
    assertThat(officer.get(batch).body())
        .contains("企业已关闭", "企业已迁出", "不再属于本轮普查范围")
        .containsPattern("普查例续</a>(?s:.{0,600})已报");
    assertThat(reasons(closed)).containsExactly("企业已关闭");
  }

  @Test
  void aReminderOfWhoIsMergedSaysIntoWhom() {
    long merged = cases.enterprise("普查例甲", "370302002", CATEGORY);
    long survivor = cases.enterprise("普查例乙", "370302002", CATEGORY);
    cases
        .officer("370302")
        .post("/census/status", "/census/status/remind", Map.of("division", "370302002"));
    cases.city.asSystem(
        () -> CoverageCase.done(context.getBean(Duplicates.class).merge(merged, survivor)));
    assertThat(reasons(merged)).containsExactly("企业已并入普查例乙");
    assertThat(open(survivor)).isEqualTo(1);
  }

  private static void change(TestVisitor officer, long enterprise, Map<String, String> fields) {
    String page = "/enterprises/" + enterprise;
    assertThat(officer.post(page, page + "/change", fields).statusCode()).isEqualTo(302);
  }

  private List<String> reasons(long enterprise) {
    return cases.city.asSystem(
        () ->
            context
                .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                    """
                    select n.withdrawn_reason from notices.notice n
                    join coverage.reminder r on r.enterprise_id::text = n.subject_id and r.ended_reason = n.withdrawn_reason
                    where n.kind = 'coverage.report' and n.subject_id = ?
                    """)
                .param(Long.toString(enterprise))
                .query(String.class)
                .list());
  }

  private long open(long enterprise) {
    return cases.city.asSystem(
        () ->
            context
                .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                    "select count(*) from notices.notice where kind = 'coverage.report' and"
                        + " subject_id = ? and ended_at is null")
                .param(Long.toString(enterprise))
                .query(Long.class)
                .single());
  }

  @Test
  void aDistrictOpensNoRoundAndACityNotTwo() {
    var district =
        cases
            .officer("370304")
            .post(
                "/census/status",
                "/census/round",
                Map.of("name", "区普查", "categories", "POWER", "reason", "x"));
    assertThat(district.statusCode()).isEqualTo(422);
    assertThat(district.body()).contains("由市级监管人员");
    assertThat(
            cases.city.asSystem(
                () ->
                    context.getBean(Rounds.class).list(100).stream().filter(Round::isOpen).count()))
        .isEqualTo(1);
  }

  private String token(Account account) {
    return cases.city.token(account, "hazards:read", "figures:read");
  }

  private JsonNode json(String path, String token) {
    var answer = new TestVisitor(cases.city.url()).api(path, token);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
