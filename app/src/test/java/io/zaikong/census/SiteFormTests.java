package io.zaikong.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.derivation.Gap;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Incomplete;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.journal.Journal;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units declared at the screen, and what becomes of those with something missing. */
@AppTest
class SiteFormTests {

  private static int number = 800;

  private final TestCity city;

  @Autowired
  SiteFormTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  @Test
  void aTemperatureAboveTheBoilingPointChangesCategoryAndLevelAndTheWorksheetSaysWhy() {
    long enterprise = enterprise();
    TestVisitor officer = officer();
    declare(officer, enterprise, tank("常温"));
    HazardSource cool = units(enterprise).getFirst();
    assertThat(cool.isMajor()).isFalse();
    assertThat(cool.s()).isEqualByComparingTo("0.5");

    HttpResponse<String> answer =
        officer.post("/census/units/" + cool.id(), "/census/units/" + cool.id(), tank("60"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    HazardSource hot = units(enterprise).getFirst();
    assertThat(hot.id()).isEqualTo(cool.id());
    assertThat(hot.s()).isEqualByComparingTo("50");
    assertThat(hot.level()).isEqualTo(3);
    List<Worksheet> sheets = city.asSystem(() -> city.bean(Units.class).listWorksheets(hot.id()));
    assertThat(sheets.getFirst().terms().getFirst().categories()).containsExactly("W5.1");
    assertThat(sheets.getLast().terms().getFirst().categories()).containsExactly("W5.3");
    assertThat(officer.get("/hazards/units/" + hot.id()).body())
        .contains("类别推导：乙酸甲酯", "W5.1", "临界量 1000 → 10 t", "原文", "沸点");
    assertThat(acts(hot.id())).contains("unit.grade");
    assertThat(notices("hazards.level", hot.id())).containsExactly(true);
    assertThat(notices("hazards.own_level", hot.id())).containsExactly(true);
    assertThat(officer.get("/hazards/units/" + hot.id() + "/change").body()).contains("临界量");
    officer.post(
        "/hazards/units/" + hot.id() + "/change",
        "/hazards/units/" + hot.id() + "/change",
        Map.of());
    assertThat(notices("hazards.level", hot.id())).isEmpty();
    assertThat(notices("hazards.own_level", hot.id())).hasSize(1);
  }

  @Test
  void theDayOfTheCountIsKeptAndShownWhereverThePeopleAre() {
    long enterprise = enterprise();
    TestVisitor officer = officer();
    Map<String, String> form = new HashMap<>(tank("60"));
    form.put("countedOn", "2999-01-01");
    form.put("act", "declare");
    String page = "/census/enterprises/" + enterprise + "/units/new";
    assertThat(officer.post(page, page, form).body()).contains("countedOn-error", "不能晚于今天");
    form.put("countedOn", "去年");
    assertThat(officer.post(page, page, form).body()).contains("countedOn-error", "应为日期");
    form.put("countedOn", "2026-03-31");
    declare(officer, enterprise, form);
    long unit = units(enterprise).getFirst().id();
    assertThat(officer.get("/census/units/" + unit).body()).contains("value=\"2026-03-31\"");
    assertThat(officer.get("/hazards/units/" + unit).body()).contains("统计日期：2026-03-31");
    number++;
    String token =
        city.token(city.person("form-" + number, "370302", Role.OFFICER), "hazards:read");
    assertThat(officer.api("/api/v1/units/" + unit, token).body())
        .contains("\"populationCountedOn\":\"2026-03-31\"");

    form.remove("countedOn");
    officer.post("/census/units/" + unit, "/census/units/" + unit, form);
    assertThat(officer.get("/census/enterprises/" + enterprise).body())
        .as("a declaration without a day leaves it")
        .contains("统计日期：2026-03-31");
  }

  @Test
  void aFirstLevelIsPutBeforeTheSideThatDidNotDeclareIt() {
    long imported = enterprise();
    declare(officer(), imported, tank("60"));
    long unit = units(imported).getFirst().id();
    assertThat(notices("hazards.level", unit)).isEmpty();
    assertThat(notices("hazards.own_level", unit)).containsExactly(false);

    long own = enterprise();
    declare(manager(own), own, tank("60"));
    long declared = units(own).getFirst().id();
    assertThat(notices("hazards.level", declared)).containsExactly(true);
    assertThat(notices("hazards.own_level", declared)).isEmpty();
  }

  @Test
  void withoutATemperatureAUnitIsIncompleteUntilItsOwnPeopleCompleteIt() {
    long enterprise = enterprise();
    TestVisitor manager = manager(enterprise);
    declare(manager, enterprise, tank(""));

    assertThat(units(enterprise)).isEmpty();
    Incomplete open = open(enterprise).getFirst();
    assertThat(open.missing().getFirst().gaps()).containsExactly(Gap.WORKING_TEMPERATURE);
    assertThat(open.askedEnterprise()).isTrue();
    assertThat(open.trial()).isNotNull();
    assertThat(notices("hazards.incomplete", open.unitId())).hasSize(1);
    assertThat(
            manager
                .get("/hazards/units/" + open.unitId())
                .headers()
                .firstValue("Location")
                .orElse(""))
        .endsWith("/hazards/incomplete/" + open.unitId());
    assertThat(manager.get("/hazards/incomplete/" + open.unitId()).body())
        .contains("待补全", "缺工作温度", "按不利情形试算", "企业安全管理员");
    assertThat(manager.get("/hazards/incomplete").body()).contains("甲酯罐区");

    HttpResponse<String> answer =
        manager.post(
            "/census/units/" + open.unitId(), "/census/units/" + open.unitId(), tank("常温"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(open(enterprise)).isEmpty();
    assertThat(units(enterprise)).hasSize(1);
    assertThat(notices("hazards.incomplete", open.unitId())).isEmpty();
  }

  @Test
  void whereNobodyKeepsTheEnterprisesRecordsTheTownshipIsAsked() {
    long enterprise = enterprise();
    declare(officer(), enterprise, tank(""));
    assertThat(open(enterprise).getFirst().askedEnterprise()).isFalse();
  }

  @Test
  void aGradedUnitThatLosesItsTemperatureClaimsNoLevelAnyMore() {
    long enterprise = enterprise();
    TestVisitor officer = officer();
    declare(officer, enterprise, tank("60"));
    long unit = units(enterprise).getFirst().id();
    officer.post("/census/units/" + unit, "/census/units/" + unit, tank(""));
    assertThat(units(enterprise)).isEmpty();
    assertThat(open(enterprise)).hasSize(1);
    assertThat(city.asSystem(() -> city.bean(Units.class).listWorksheets(unit))).hasSize(1);
    assertThat(notices("hazards.level", unit)).hasSize(1);
  }

  @Test
  void aChangeInTheCatalogueGradesItsUnitsAnew() throws InterruptedException {
    long enterprise = enterprise();
    TestVisitor officer = officer();
    Map<String, String> substance = new HashMap<>();
    substance.put("name", "普查试验溶剂");
    substance.put("classes", "易燃液体,类别2");
    substance.put("state", "LIQUID");
    substance.put("boiling_c", "90");
    substance.put("confidence", "CONFIRMED");
    substance.put("source", "试验");
    substance.put("reason", "试验");
    HttpResponse<String> added = officer.post("/substances/new", "/substances/new", substance);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
    String page =
        URI.create(added.headers().firstValue("Location").orElseThrow()).getPath() + "/edit";
    Map<String, String> tank = tank("60");
    tank.put("c0_name", "普查试验溶剂");
    declare(officer, enterprise, tank);
    HazardSource before = units(enterprise).getFirst();
    substance.put("version", "1");
    substance.put("boiling_c", "40");

    assertThat(officer.post(page, page, substance).statusCode()).isEqualTo(302);

    Eventually.within(
        Duration.ofSeconds(20),
        () -> !Objects.equals(units(enterprise).getFirst().s(), before.s()));
    assertThat(acts(before.id())).containsExactly("source.level", "unit.grade", "unit.grade");
  }

  @Test
  void whatIsWrongIsToldBesideTheFieldAndNothingTypedIsLost() {
    long enterprise = enterprise();
    TestVisitor officer = officer();
    String page = "/census/enterprises/" + enterprise + "/units/new";
    Map<String, String> tank = tank("很热");
    tank.put("c0_categories", "W5.1");
    tank.put("c0_cas", "79-20-1");
    HttpResponse<String> answer = officer.post(page, page, with(tank, "declare"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("校验位不对", "须写明依据", "很热", "甲酯罐区");
    tank = tank("很热");
    answer = officer.post(page, page, with(tank, "declare"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"c0_temperature-error\"");
    assertThat(units(enterprise)).isEmpty();

    tank = tank("常温");
    tank.putAll(Map.of("c0_volume", "100", "c0_fill", "0.85", "c0_density", "934"));
    answer = officer.post(page, page, with(tank, "c0"));
    assertThat(answer.body())
        .contains("100 m³ × 0.85 × 934 kg/m³ ÷ 1000 = 79.39 t", "value=\"79.39\"");
    assertThat(officer.post(page, page, with(tank, "add")).body()).contains("id=\"c1_name\"");
    assertThat(officer.post(page, page, with(tank, "check")).body()).contains("可以申报");
    declare(officer, enterprise, tank);
    answer = officer.post(page, page, with(tank, "declare"));
    assertThat(answer.body()).contains("已有同名单元");
  }

  @Test
  void anotherEnterprisesManagerAndAnotherDistrictsOfficerFindNoForm() {
    long enterprise = enterprise();
    TestVisitor stranger = manager(enterprise());
    assertThat(stranger.get("/census/enterprises/" + enterprise).statusCode()).isEqualTo(404);
    number++;
    city.person("form-" + number, "370303", Role.OFFICER);
    TestVisitor elsewhere = new TestVisitor(city.url()).signedIn("form-" + number);
    assertThat(elsewhere.get("/census/enterprises/" + enterprise).statusCode()).isEqualTo(404);
  }

  private static Map<String, String> tank(String temperature) {
    Map<String, String> form = new HashMap<>();
    form.put("population", "0");
    form.put("source", "村委会证明");
    form.put("rows", "1");
    form.put("name", "甲酯罐区");
    form.put("kind", "STORAGE");
    form.put("c0_name", "乙酸甲酯");
    form.put("c0_q", "500");
    form.put("c0_container", "V-101");
    form.put("c0_temperature", temperature);
    form.put("act", "declare");
    return form;
  }

  private static Map<String, String> with(Map<String, String> form, String act) {
    Map<String, String> other = new HashMap<>(form);
    other.put("act", act);
    return other;
  }

  private static void declare(TestVisitor visitor, long enterprise, Map<String, String> form) {
    String page = "/census/enterprises/" + enterprise + "/units/new";
    HttpResponse<String> answer = visitor.post(page, page, with(form, "declare"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private long enterprise() {
    number++;
    CreditCode code = CreditCode.completing("91370302%09d".formatted(number));
    Enterprise stated =
        Enterprise.stated(
            code,
            "填报例" + number + "厂",
            new DivisionCode("370302001"),
            "示例路",
            null,
            Category.HAZCHEM_PRODUCTION,
            "",
            "");
    return city.asSystem(
        () ->
            city.bean(Enterprises.class).register(List.of(stated)).getOrDefault(code.value(), 0L));
  }

  private TestVisitor officer() {
    number++;
    city.person("form-" + number, "370300", Role.OFFICER);
    return new TestVisitor(city.url()).signedIn("form-" + number);
  }

  private TestVisitor manager(long enterprise) {
    number++;
    ScopeGrant own =
        new ScopeGrant(0, null, null, enterprise, null, Set.of(), LocalDate.of(2020, 1, 1), null);
    city.person(
        "form-" + number, new DivisionCode("370302001"), own, Role.ENTERPRISE_SAFETY_MANAGER);
    return new TestVisitor(city.url()).signedIn("form-" + number);
  }

  private List<HazardSource> units(long enterprise) {
    return city.asSystem(() -> city.bean(Units.class).listOf(enterprise));
  }

  private List<Incomplete> open(long enterprise) {
    return city.asSystem(() -> city.bean(IncompleteUnits.class).list(null, enterprise, 0, 10));
  }

  private List<String> acts(long unit) {
    return city.asSystem(
        () ->
            city.bean(Journal.class).listFor("hazards.unit", Long.toString(unit), 10).stream()
                .map(e -> e.act())
                .toList());
  }

  /** Whether they are urgent, of those that are open. */
  private List<Boolean> notices(String kind, long unit) {
    return city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql(
                    "select urgent from notices.notice where kind = ? and subject_id = ? and"
                        + " ended_at is null")
                .params(kind, Long.toString(unit))
                .query(Boolean.class)
                .list());
  }
}
