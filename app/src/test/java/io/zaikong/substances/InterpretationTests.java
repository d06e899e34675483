package io.zaikong.substances;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.DeclaredChemical;
import io.zaikong.hazards.Handling;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.Sources;
import io.zaikong.hazards.UnitKind;
import io.zaikong.journal.Journal;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Rulings on what the standard leaves open, over HTTP against the real application. */
@AppTest
class InterpretationTests {

  private static final String AMBIENT = "/hazards/rules/limits/AMBIENT_MOST_C";
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;
  private TestVisitor officer;
  private LocalDate today;

  @BeforeEach
  void signIn() {
    city = new TestCity(context);
    officer = visitor("370300", Role.OFFICER);
    today = LocalDate.ofInstant(city.bean(Clock.class).instant(), Words.ZONE);
  }

  @Test
  void aRulingGradesTheUnitsAnewFromItsDayAndIsShownWithItsClause() throws Exception {
    officer.post(
        "/substances/new",
        "/substances/new",
        Map.of(
            "name",
            "界限例戊烷",
            "classes",
            "易燃液体,类别2",
            "state",
            "LIQUID",
            "boiling_c",
            "36",
            "confidence",
            "CONFIRMED",
            "source",
            "SDS",
            "reason",
            "试验"));
    long unit = declare();
    assertThat(officer.get("/hazards/units/" + unit).body()).contains("表2 W5.1");
    assertThat(officer.get("/hazards/rules?state=unverified").body()).contains(AMBIENT);
    try {
      assertThat(rule("35", today.toString(), "市局会议纪要〔2026〕7号").statusCode()).isEqualTo(302);
      Eventually.within(
          Duration.ofSeconds(60),
          () -> officer.get("/hazards/units/" + unit).body().contains("表2 W5.3"));
      assertThat(officer.get("/hazards/units/" + unit).body()).contains("市局会议纪要〔2026〕7号");
      assertThat(officer.get(AMBIENT).body())
          .contains("4.1.2 表2 W5", "35 °C", "现行", "系统取值 40 °C", "解释,未核定", "会议纪要");
      Eventually.within(
          Duration.ofSeconds(60), () -> officer.get(AMBIENT).body().contains("已按此核定重新分级：有关单元 "));
      assertThat(officer.get("/hazards/rules?state=unverified").body()).doesNotContain(AMBIENT);
      rule("30", today.plusDays(3).toString(), "下一次核定");
      assertThat(officer.get(AMBIENT).body())
          .contains("尚未生效", "30 °C")
          .containsOnlyOnce("已按此核定重新分级");
      assertThat(started()).isEqualTo(1);
      assertThat(
              city.asSystem(
                  () -> city.bean(Interpretations.class).list("AMBIENT_MOST_C").getFirst().value()))
          .isEqualByComparingTo("30");
      city.asSystem(
          () -> {
            inThreeDays().startDue();
            return true;
          });
      assertThat(started()).isEqualTo(2);
    } finally {
      // the other tests keep the packaged value
      rule("40", today.toString(), "恢复");
      rule("40", today.plusDays(3).toString(), "恢复");
    }
    Eventually.within(
        Duration.ofSeconds(60),
        () -> officer.get("/hazards/units/" + unit).body().contains("表2 W5.1"));
  }

  @Test
  void whatCannotBeRuledIsRefusedBesideItsFieldAndNothingTypedIsLost() {
    HttpResponse<String> tooHot = rule("400", today.toString(), "理由甲");
    assertThat(tooHot.statusCode()).isEqualTo(422);
    assertThat(tooHot.body()).contains("value-error", "应为20到60之间的数字", "理由甲");
    assertThat(rule("35", "2001-01-01", "理由甲").body()).contains("from-error", "生效日期应在");
    assertThat(rule("35", "明天", "理由甲").body()).contains("from-error", "应为日期");
    assertThat(rule("35", today.toString(), " ").body()).contains("reason-error");
    assertThat(rule("高", today.toString(), "理由甲").body()).contains("value-error", "应为数字");
    String text = "/hazards/rules/limits/J4_BOILING_MOST_C";
    assertThat(officer.get(text).body()).contains("标准原文规定的界限").doesNotContain("name=\"value\"");
    assertThat(officer.get("/hazards/rules/limits/NONE").statusCode()).isEqualTo(404);
    String choice = "/hazards/rules/limits/STORAGE_PROCESS_NONE";
    Map<String, String> half = Map.of("value", "0.5", "from", today.toString(), "reason", "理由甲");
    assertThat(officer.post(choice, choice, half).statusCode()).isEqualTo(422);
  }

  @Test
  void onlyAnOfficerOfTheWholeCityRules() {
    TestVisitor district = visitor("370302", Role.OFFICER);
    assertThat(district.get(AMBIENT).body()).contains("须由数据范围覆盖全市").doesNotContain("name=\"from\"");
    Map<String, String> typed = Map.of("value", "35", "from", today.toString(), "reason", "越权");
    assertThat(district.post("/", AMBIENT, typed).statusCode()).isEqualTo(422);
    assertThat(visitor("370300", Role.CHIEF).post("/", AMBIENT, typed).statusCode()).isEqualTo(403);
    assertThat(officer.get(AMBIENT).body()).doesNotContain("越权");
  }

  private HttpResponse<String> rule(String value, String from, String reason) {
    return officer.post(AMBIENT, AMBIENT, Map.of("value", value, "from", from, "reason", reason));
  }

  private int started() {
    return city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from substances.interpretation_start s
                    join substances.interpretation_ruling r on r.id = s.ruling_id where r.reason <> '恢复'
                    """)
                .query(Integer.class)
                .single());
  }

  /** As the application does it on that day. */
  private Interpretations inThreeDays() {
    Instant then = today.plusDays(3).atStartOfDay(Words.ZONE).toInstant();
    return new Interpretations(
        city.bean(InterpretationStore.class),
        city.bean(Divisions.class),
        city.bean(Journal.class),
        context,
        Clock.fixed(then, Words.ZONE),
        city.bean(PlatformTransactionManager.class));
  }

  private long declare() {
    CreditCode code = CreditCode.completing("91370303MAFTX0002");
    Enterprise plant =
        Enterprise.stated(
            code,
            "界限例厂",
            new DivisionCode("370303102"),
            "示例路2号",
            null,
            Category.HAZCHEM_PRODUCTION,
            "",
            "");
    var unit =
        new SiteDeclaration.Unit(
            "罐区",
            UnitKind.STORAGE,
            Handling.ofUnit("常温", "0", "无"),
            List.of(DeclaredChemical.of(new StatedChemical("", "界限例戊烷", List.of(), "50"))));
    return city.asSystem(
        () -> {
          var site = new SiteDeclaration(plant, 0, "示例", List.of(unit));
          city.bean(Declarations.class).declare(List.of(site), done -> {});
          return city
              .bean(Sources.class)
              .list(SourceFilter.ofKind(SourceKind.HAZCHEM_UNIT), 0, 10_000)
              .stream()
              .filter(u -> u.enterpriseName().equals("界限例厂"))
              .findFirst()
              .orElseThrow()
              .id();
        });
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "interpretation-" + ++people;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }
}
