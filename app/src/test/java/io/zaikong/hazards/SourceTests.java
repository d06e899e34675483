package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Statements;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.journal.Journal;
import io.zaikong.journal.JournalEntry;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources that are declared by fields, by their pages and the API. */
@AppTest
class SourceTests {

  private static final String HERE = "370304";
  private static int number = 4_000;

  @Autowired ApplicationContext context;
  private TestCity city;
  private long enterprise;
  private TestVisitor officer;

  @BeforeEach
  void anEnterpriseAndAnOfficer() {
    city = new TestCity(context);
    enterprise = enterpriseIn(HERE + "001", "1");
    officer = visitor("source-officer-" + ++number, HERE, Role.OFFICER);
  }

  /** An enterprise with one unit that holds so much ammonia. */
  private long enterpriseIn(String division, String ammoniaT) {
    long unit =
        DeclaredSites.declare(
            city,
            DeclaredSites.site(
                ++number, division, 20, new StatedChemical("7664-41-7", "氨", List.of(), ammoniaT)));
    return city.asSystem(() -> city.bean(Units.class).find(unit).orElseThrow().enterpriseId());
  }

  private TestVisitor visitor(String username, String division, Role role) {
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private static Map<String, String> pond(String name, String capacity, String height) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", "TAILINGS_POND");
    fields.put("name", name);
    fields.put("capacity_10k_m3", capacity);
    fields.put("dam_height_m", height);
    fields.put("operation", "RUNNING");
    fields.put("reason", "设计文件");
    return fields;
  }

  private long declare(TestVisitor by, Map<String, String> fields) {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.putIfAbsent("enterprise", Long.toString(enterprise));
    String form = "/hazards/sources/new?kind=" + fields.get("kind");
    HttpResponse<String> answer = by.post(form, "/hazards/sources/new", sent);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String to = answer.headers().firstValue("Location").orElseThrow();
    return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
  }

  private HttpResponse<String> change(TestVisitor by, long id, Map<String, String> fields) {
    return by.post(
        "/hazards/sources/" + id + "/change", "/hazards/sources/" + id + "/change", fields);
  }

  @Test
  void aPondIsJudgedByTheEditionInForceAndAChangeKeepsWhatWasBefore() {
    long id = declare(officer, pond("一号库", "1000", "30"));
    String page = officer.get("/hazards/sources/" + id).body();
    assertThat(page).contains("三等库", "GB 39496-2020", "等差为一等，以高者为准", "未核实", "未查明");

    Map<String, String> higher = pond("一号库", "1000", "200");
    higher.put("downstream_m", "1000");
    assertThat(change(officer, id, higher).statusCode()).isEqualTo(302);
    page = officer.get("/hazards/sources/" + id).body();
    assertThat(page).contains("二等库", "等差大于一等，按高者降一等", "30 m → 200 m", "首次申报");
    assertThat(officer.get("/hazards/sources?grade=TOP_POND&text=一号库").body())
        .contains("/hazards/sources/" + id);
    assertThat(acts(id)).containsExactly("source.change", "source.level", "source.add");
    assertThat(page).contains("级别或等别变化");
  }

  private List<String> acts(long id) {
    return city.asSystem(
        () ->
            city.bean(Journal.class).listFor("hazards.source", Long.toString(id), 20).stream()
                .map(JournalEntry::act)
                .toList());
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
    Map<String, String> wrong = pond("", "很大", "600");
    wrong.put("operation", "FLYING");
    wrong.put("reason", "");
    wrong.put("longitude", "x");
    wrong.put("enterprise", Long.toString(enterprise));
    HttpResponse<String> answer =
        officer.post("/hazards/sources/new?kind=TAILINGS_POND", "/hazards/sources/new", wrong);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("longitude-error", "很大");
    wrong.remove("longitude");
    String body =
        officer
            .post("/hazards/sources/new?kind=TAILINGS_POND", "/hazards/sources/new", wrong)
            .body();
    assertThat(body)
        .contains(
            "name-error",
            "capacity_10k_m3-error",
            "dam_height_m-error",
            "operation-error",
            "reason-error",
            "应在 0 至 500 之间");
  }

  @ParameterizedTest
  @EnumSource(value = SourceKind.class, mode = EnumSource.Mode.EXCLUDE, names = "HAZCHEM_UNIT")
  void aSourceOfEveryKindIsDeclaredByItsFieldsAndFoundByItsKind(SourceKind kind) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", kind.name());
    fields.put("name", "例" + kind);
    fields.put("reason", "普查");
    for (SourceField field : SourceFields.of(kind)) {
      fields.put(
          field.key(),
          switch (field.type()) {
            case NUMBER -> "12.5";
            case WHOLE -> "12";
            case CHOICE -> field.choices().getFirst();
            case TEXT -> "说明";
          });
    }
    long id = declare(officer, fields);
    assertThat(officer.get("/hazards/sources?kind=" + kind).body())
        .contains("/hazards/sources/" + id);
    String page = officer.get("/hazards/sources/" + id).body();
    assertThat(page).doesNotContain("hazards.field.", "hazards.choice.", "hazards.measure.");
    if (kind != SourceKind.TAILINGS_POND) {
      assertThat(page).contains("不判定重大危险源");
    }
  }

  @Test
  void aSourceIsStoppedAndRemovedWithDayAndReasonAndThenLeavesTheList() {
    long id = declare(officer, pond("停用库", "50", "10"));
    String form = "/hazards/sources/" + id + "/state";
    assertThat(
            officer
                .post(form, form, Map.of("state", "REMOVED", "since", "2999-01-01", "reason", "闭库"))
                .body())
        .contains("日期不能晚于今天");
    assertThat(
            officer
                .post(form, form, Map.of("state", "REMOVED", "since", "2026-01-05", "reason", "闭库"))
                .statusCode())
        .isEqualTo(302);
    assertThat(officer.get("/hazards/sources?text=停用库").body())
        .doesNotContain("/hazards/sources/" + id);
    assertThat(officer.get("/hazards/sources?text=停用库&state=REMOVED").body())
        .contains("/hazards/sources/" + id);
    assertThat(
            officer
                .post(form, form, Map.of("state", "IN_USE", "since", "2026-01-04", "reason", "误"))
                .body())
        .contains("日期不能早于");
    Map<String, String> again = pond("停用库", "60", "10");
    assertThat(
            officer
                .post("/hazards/sources/" + id, "/hazards/sources/" + id + "/change", again)
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void keySupervisionIsByAgencyYearAndReasonOnceAndCounted() {
    Agency agency = agency("区局" + number);
    long id = declare(officer, pond("重点库", "50", "10"));
    String token =
        city.token(
            city.person("source-api-" + ++number, HERE, Role.OFFICER),
            "hazards:read",
            "figures:read");
    long before = figure("hazards.designated?kind=TAILINGS_POND", token);
    String form = "/hazards/sources/" + id + "/designations";
    String year = Integer.toString(city.asSystem(() -> city.bean(Sources.class).year()));
    Map<String, String> fields =
        Map.of("agency", Long.toString(agency.id()), "year", year, "reason", "上游式筑坝");
    assertThat(officer.post(form, form, fields).statusCode()).isEqualTo(302);
    assertThat(officer.post(form, form, fields).body()).contains("已将其列入");
    assertThat(
            officer.post(form, form, Map.of("agency", "1", "year", "2001", "reason", "x")).body())
        .contains("年度只能为");
    assertThat(officer.get("/hazards/sources?designated=" + year).body()).contains("重点库");
    assertThat(figure("hazards.designated?kind=TAILINGS_POND", token)).isEqualTo(before + 1);

    String page = officer.get(form).body();
    String withdraw = page.replaceAll("(?s).*action=\"([^\"]*/withdraw)\".*", "$1");
    assertThat(officer.post(form, withdraw, Map.of("reason", "整治完成")).statusCode()).isEqualTo(302);
    assertThat(officer.get("/hazards/sources/" + id).body()).contains("整治完成");
    assertThat(figure("hazards.designated?kind=TAILINGS_POND", token)).isEqualTo(before);
    assertThat(visitor("source-chief-" + ++number, HERE, Role.CHIEF).get(form).statusCode())
        .isEqualTo(403);
  }

  private Agency agency(String name) {
    return city.asSystem(
        () ->
            city.bean(Agencies.class).create(name, Agencies.Kind.BUREAU, new DivisionCode(HERE))
                    instanceof Done<Agency>(Agency made)
                ? made
                : null);
  }

  private long figure(String question, String token) {
    JsonNode figure = json("/api/v1/figures/" + question, token);
    JsonNode records = json(figure.get("records").stringValue(), token);
    assertThat(figure.get("value").asLong()).isEqualTo(records.get("total").asLong());
    return figure.get("value").asLong();
  }

  private JsonNode json(String path, String token) {
    HttpResponse<String> answer = officer.api(path, token);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void aSafetyManagerDeclaresForTheOwnEnterpriseOnlyAndOthersDoNotSeeIt() {
    long other = enterpriseIn(HERE + "001", "1");
    String username = "source-manager-" + ++number;
    city.person(
        username,
        new DivisionCode(HERE),
        new ScopeGrant(0, null, null, enterprise, null, Set.of(), LocalDate.of(2020, 1, 1), null),
        Role.ENTERPRISE_SAFETY_MANAGER);
    TestVisitor manager = new TestVisitor(city.url()).signedIn(username);
    assertThat(manager.get("/hazards/sources/new?kind=TAILINGS_POND").body())
        .contains("value=\"" + enterprise + " ");
    long id = declare(manager, pond("自报库", "50", "10"));
    Map<String, String> foreign = pond("他人库", "50", "10");
    foreign.put("enterprise", Long.toString(other));
    assertThat(
            manager
                .post("/hazards/sources/new?kind=TAILINGS_POND", "/hazards/sources/new", foreign)
                .body())
        .contains("找不到该企业");
    assertThat(
            visitor("source-far-" + ++number, "370305", Role.OFFICER)
                .get("/hazards/sources/" + id)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void unitsNearTheLimitAreListedInPairsWhenTheyAreNeighbours() {
    // Q of ammonia is 10 t: S = 0.9 and 0.85, at one place
    enterpriseIn(HERE + "001", "9");
    int first = number;
    enterpriseIn(HERE + "001", "8.5");
    String page = officer.get("/hazards/sources/near").body();
    assertThat(page).contains("核定例" + first + "厂", "核定例" + number + "厂", "本系统口径");
    assertThat(page).doesNotContain("核定例" + (first - 2) + "厂");
  }

  @Test
  void theListRunsFourStatementsHoweverManySourcesItShows() {
    declare(officer, pond("语句库", "50", "10"));
    officer.get("/hazards/sources");
    List<String> own =
        Statements.of(() -> officer.get("/hazards/sources")).stream()
            .filter(sql -> sql.contains("hazards.") || sql.contains("org.division"))
            .toList();
    assertThat(own).hasSize(4);
  }

  @Test
  void theCityMaySetTheDistanceAndEveryPondIsJudgedAnew() {
    Map<String, String> fields = pond("距离库", "50", "10");
    fields.put("downstream_m", "1200");
    long id = declare(officer, fields);
    assertThat(officer.get("/hazards/sources?grade=TOP_POND&text=距离库").body())
        .doesNotContain("/hazards/sources/" + id);
    String page = "/hazards/rules/numbers/TOP_POND_M";
    assertThat(officer.post(page, page, Map.of("value", "1500", "reason", "x")).statusCode())
        .isEqualTo(422);
    TestVisitor cityOfficer = visitor("source-city-" + ++number, "370300", Role.OFFICER);
    assertThat(cityOfficer.post(page, page, Map.of("value", "1500", "reason", "市局文件")).statusCode())
        .isEqualTo(302);
    assertThat(officer.get("/hazards/sources?grade=TOP_POND&text=距离库").body())
        .contains("/hazards/sources/" + id);
    assertThat(cityOfficer.post(page, page, Map.of("value", "1000", "reason", "恢复")).statusCode())
        .isEqualTo(302);
    assertThat(officer.get("/hazards/rules").body()).contains("尾矿库等别", "头顶库判定距离", "V≥50000");
  }

  @Test
  void aUnitWhoseLevelChangesIsWrittenDownOnceMore() {
    int site = ++number;
    long unit =
        DeclaredSites.declare(
            city,
            DeclaredSites.site(
                site, HERE + "001", 20, new StatedChemical("7664-41-7", "氨", List.of(), "9")));
    DeclaredSites.declare(
        city,
        DeclaredSites.site(
            site, HERE + "001", 20, new StatedChemical("7664-41-7", "氨", List.of(), "900")));
    List<JournalEntry> entries =
        city.asSystem(
            () -> city.bean(Journal.class).listFor("hazards.unit", Long.toString(unit), 20));
    assertThat(entries.stream().map(JournalEntry::act))
        .containsExactly("source.level", "unit.grade", "unit.grade");
  }

  @Test
  void aClassOfAPondIsPutBeforeTheSideThatDidNotDeclareItAndOnlyTheLatestWaits() {
    long id = declare(officer, pond("告知库", "1000", "30"));
    assertThat(notices(id)).containsExactly("hazards.own_pond_class");
    change(officer, id, pond("告知库", "1000", "200"));
    assertThat(notices(id)).containsExactly("hazards.own_pond_class", "hazards.pond_class");
    change(officer, id, pond("告知库", "1000", "10"));
    assertThat(notices(id)).containsExactly("hazards.own_pond_class", "hazards.pond_class");
    assertThat(officer.get("/inbox").body()).contains("/hazards/sources/" + id + "/level");
    String page = "/hazards/sources/" + id + "/level";
    assertThat(officer.get(page).body()).contains("尾矿库等别变化", "已知悉");
    assertThat(officer.post(page, page, Map.of()).statusCode()).isEqualTo(302);
    assertThat(notices(id)).containsExactly("hazards.own_pond_class");
    assertThat(officer.get("/hazards/sources/" + id).body()).contains("知悉等别变化");
  }

  private List<String> notices(long id) {
    return city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql(
                    "select kind from notices.notice where subject = 'hazards.source' and"
                        + " subject_id = ? and ended_at is null order by kind")
                .param(Long.toString(id))
                .query(String.class)
                .list());
  }
}
