package io.zaikong.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register over HTTP, against the real application and database. */
@AppTest
class EnterpriseRegisterTests {

  private static final String ZHANGDIAN = "370303102";
  private static int people;
  private static int codes;

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void start() {
    city = new TestCity(context);
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "register-" + ++people;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private TestVisitor manager(long enterpriseId) {
    String username = "register-" + ++people;
    ScopeGrant own =
        new ScopeGrant(0, null, null, enterpriseId, null, Set.of(), LocalDate.of(2020, 1, 1), null);
    city.person(username, new DivisionCode("370303"), own, Role.ENTERPRISE_SAFETY_MANAGER);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private static CreditCode code() {
    return CreditCode.completing("91370303MAENT%04d".formatted(++codes));
  }

  private static Map<String, String> typed(CreditCode code, String name) {
    Map<String, String> typed = new HashMap<>();
    typed.put("credit_code", code.value());
    typed.put("name", name);
    typed.put("division", ZHANGDIAN);
    typed.put("address", "登记路" + code.value().substring(13) + "号");
    typed.put("categories", "危险化学品经营");
    return typed;
  }

  private static long id(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    String path = URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private long add(TestVisitor officer, Map<String, String> typed) {
    return id(officer.post("/enterprises/new", "/enterprises/new", typed));
  }

  private static String search(String text) {
    return "/enterprises?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void theFigureOfACategoryCountsTheEnterprisesThatItOpensToAndOneOfTwoCategoriesOnlyOnce() {
    TestVisitor officer = visitor("370303", Role.OFFICER);
    Map<String, String> typed = typed(code(), "登记两类有限公司");
    typed.put("categories", "危险化学品经营、食品");
    add(officer, typed);
    Account account = city.person("register-" + ++people, "370303", Role.OFFICER);
    String token = city.token(account, "figures:read", "enterprises:read");
    for (String question :
        List.of(
            "",
            "?category=HAZCHEM_TRADE",
            "?category=FOOD&division=370303102",
            "?category=PAPER",
            "?from=2020-01-01&to=2099-01-01",
            "?to=2000-01-01")) {
      JsonNode figure = json("/api/v1/figures/enterprises.count" + question, token);
      JsonNode records = json(figure.get("records").stringValue(), token);
      assertThat(figure.get("value").asLong())
          .as(question)
          .isEqualTo(records.get("total").asLong());
    }
    assertThat(json("/api/v1/figures/enterprises.count?category=FOOD", token).get("value").asLong())
        .isPositive();
    assertThat(json("/api/v1/figures/enterprises.count?to=2000-01-01", token).get("value").asLong())
        .isZero();
  }

  private JsonNode json(String path, String token) {
    return JsonMapper.shared().readTree(new TestVisitor(city.url()).api(path, token).body());
  }

  @Test
  void aFaultStandsBesideItsFieldAndNothingTypedIsLost() {
    Map<String, String> typed = typed(code(), "登记甲有限公司");
    typed.put("workforce", "很多");
    TestVisitor officer = visitor("370303", Role.OFFICER);
    HttpResponse<String> answer = officer.post("/enterprises/new", "/enterprises/new", typed);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("登记甲有限公司", "workforce-error", "从业人数应为");
  }

  @Test
  void aChangeKeepsWhatWasThereAndTheFormerNameIsFound() {
    TestVisitor officer = visitor("370303", Role.OFFICER);
    CreditCode code = code();
    long id = add(officer, typed(code, "登记旧名有限公司"));
    Map<String, String> changed = typed(code, "登记新名有限公司");
    changed.put("state", "停产");
    changed.put("state_since", "2026-09-01");
    changed.put("state_reason", "设备检修");
    String form = "/enterprises/" + id + "/change";
    assertThat(id(officer.post(form, form, changed))).isEqualTo(id);

    String page = officer.get("/enterprises/" + id).body();
    assertThat(page).contains("企业名称：登记旧名有限公司 → 登记新名有限公司", "经营状态：在产 → 停产", "设备检修", "停产");
    assertThat(officer.get(search("登记旧名")).body()).contains("登记新名有限公司");
    assertThat(officer.get(search("登记 新名（有限责任公司）")).body()).contains("登记新名有限公司");
    assertThat(officer.get("/enterprises?state=SUSPENDED").body()).contains("登记新名有限公司");
    assertThat(officer.get("/enterprises?category=PAPER").body()).doesNotContain("登记新名");
  }

  @Test
  void anotherTerritoryFindsNeitherNameNorPlaceAndLearnsOnlyThatTheCodeIsTaken() {
    CreditCode code = code();
    long id = add(visitor("370303", Role.OFFICER), typed(code, "登记秘密有限公司"));
    TestVisitor stranger = visitor("370302", Role.OFFICER);
    for (String text : List.of("秘密", code.value(), code.value().substring(0, 16), "%", "_")) {
      assertThat(stranger.get(search(text)).body()).as(text).doesNotContain("登记秘密有限公司");
    }
    assertThat(stranger.get("/enterprises/" + id).statusCode()).isEqualTo(404);
    assertThat(new String(stranger.download("/enterprises/export").body(), StandardCharsets.UTF_8))
        .doesNotContain("登记秘密");
    Map<String, String> same = typed(code, "登记冒名有限公司");
    same.put("division", "370302104");
    HttpResponse<String> answer = stranger.post("/enterprises/new", "/enterprises/new", same);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("已在其他辖区登记").doesNotContain("登记秘密", "370303102");

    Map<String, String> outside = typed(code(), "登记越界有限公司");
    HttpResponse<String> refused = stranger.post("/enterprises/new", "/enterprises/new", outside);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("不在您的管辖范围内");
  }

  @Test
  void aScopeOfASectorSeesTheCategoriesOfTheSectorOnly() {
    TestVisitor officer = visitor("370303", Role.OFFICER);
    add(officer, typed(code(), "登记行业经营有限公司"));
    Map<String, String> mill = typed(code(), "登记行业造纸有限公司");
    mill.put("categories", "造纸");
    add(officer, mill);
    String username = "register-" + ++people;
    ScopeGrant hazchem =
        new ScopeGrant(
            0,
            new DivisionCode("370303"),
            null,
            null,
            null,
            Set.of("HAZCHEM"),
            LocalDate.of(2020, 1, 1),
            null);
    city.person(username, new DivisionCode("370303"), hazchem, Role.OFFICER);
    TestVisitor limited = new TestVisitor(city.url()).signedIn(username);
    assertThat(limited.get(search("登记行业")).body())
        .contains("登记行业经营有限公司")
        .doesNotContain("登记行业造纸有限公司");
    Map<String, String> other = typed(code(), "登记行业食品有限公司");
    other.put("categories", "食品");
    assertThat(limited.post("/enterprises/new", "/enterprises/new", other).body())
        .contains("不在您负责的行业领域内");
  }

  @Test
  void theDatabaseKnowsTheSameCategoriesAsTheCode() {
    Map<String, String> table = new HashMap<>();
    city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql("select name, sector from enterprises.category")
                .query((row, n) -> table.put(row.getString(1), "" + row.getString(2)))
                .list());
    Map<String, String> code = new HashMap<>();
    for (Category category : Category.values()) {
      code.put(category.name(), category.sector());
    }
    assertThat(table).isEqualTo(code);
  }

  @Test
  void anEnterpriseKeepsItsOwnFieldsAndNotItsIdentity() {
    CreditCode code = code();
    long id = add(visitor("370303", Role.OFFICER), typed(code, "登记自管有限公司"));
    TestVisitor manager = manager(id);
    String form = "/enterprises/" + id + "/change";
    assertThat(manager.get(form).body())
        .contains("name=\"phone\"")
        .doesNotContain("name=\"state\"");
    Map<String, String> typed = typed(code(), "登记篡改有限公司");
    typed.put("phone", "0533-7654321");
    typed.put("state", "关闭");
    typed.put("categories", "其他");
    assertThat(id(manager.post(form, form, typed))).isEqualTo(id);
    String page = manager.get("/enterprises/" + id).body();
    assertThat(page)
        .contains("登记自管有限公司", "0533-7654321", code.value(), "危险化学品经营", "在产")
        .doesNotContain("登记篡改");

    String record = "/enterprises/" + id;
    manager.post(record, record + "/workshops", Map.of("workshop", "一车间"));
    assertThat(manager.post(record, record + "/workshops", Map.of("workshop", "一车间")).body())
        .contains("已有同名");
    manager.post(record, record + "/teams", Map.of("team", "甲班"));
    manager.post(record, record + "/people", Map.of("person", "李四", "post", "SPECIAL_OPERATOR"));
    assertThat(manager.get(record).body()).contains("一车间", "甲班", "李四", "特种作业人员", "增设车间");
    assertThat(manager.get("/enterprises/new").statusCode()).isEqualTo(403);
    assertThat(manager.get("/duplicates").statusCode()).isEqualTo(403);

    long other = add(visitor("370303", Role.OFFICER), typed(code(), "登记他家有限公司"));
    String theirs = "/enterprises/" + other;
    assertThat(manager.get(theirs).statusCode()).isEqualTo(404);
    assertThat(manager.post(record, theirs + "/workshops", Map.of("workshop", "闯入")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPersonMergesADuplicateAndWhatItHadFollows() {
    TestVisitor officer = visitor("370303", Role.OFFICER);
    CreditCode first = code();
    CreditCode second = code();
    long kept = add(officer, typed(first, "登记重复（张店）有限公司"));
    long merged = add(officer, typed(second, "登记重复(张店)有限责任公司"));
    declareUnit(second, "登记重复(张店)有限责任公司");
    String there = "/enterprises/" + merged;
    officer.post(there, there + "/workshops", Map.of("workshop", "老车间"));
    assertThat(officer.get("/duplicates").body()).contains("名称相同", "登记重复（张店）有限公司");
    assertThat(visitor("370302", Role.OFFICER).get("/duplicates").body()).doesNotContain("登记重复");

    HttpResponse<String> answer =
        officer.post(
            "/duplicates",
            "/duplicates/merge",
            Map.of("merged", "" + merged, "survivor", "" + kept));
    assertThat(id(answer)).isEqualTo(kept);
    assertThat(officer.get(there).headers().firstValue("Location").orElse(""))
        .endsWith("/enterprises/" + kept);
    String page = officer.get("/enterprises/" + kept).body();
    assertThat(page).contains("老车间", "并入记录", "登记重复(张店)有限责任公司", "增设车间");
    List<Long> owners =
        city.asSystem(
            () -> city.bean(Units.class).listOf(kept).stream().map(u -> u.enterpriseId()).toList());
    assertThat(owners).containsExactly(kept);
    assertThat(officer.get(search("登记重复")).body())
        .contains("/enterprises/" + kept + "\"")
        .doesNotContain("/enterprises/" + merged + "\"");
    assertThat(officer.get("/duplicates").body()).doesNotContain("登记重复（张店）有限公司");
    // declared again under the code that was given up: it goes to the record that stands
    declareUnit(second, "登记重复(张店)有限责任公司");
    assertThat(officer.get("/enterprises/" + kept).body()).contains("登记重复（张店）有限公司");
  }

  private void declareUnit(CreditCode code, String name) {
    SiteDeclaration site =
        new SiteDeclaration(
            Enterprise.stated(
                code,
                name,
                new DivisionCode(ZHANGDIAN),
                "登记路" + code.value().substring(13) + "号",
                null,
                Category.HAZCHEM_TRADE,
                "",
                ""),
            10,
            "",
            List.of(
                SiteDeclaration.Unit.of(
                    "重复罐区",
                    UnitKind.STORAGE,
                    List.of(new StatedChemical("7664-41-7", "氨", List.of(), "20")))));
    city.asSystem(() -> city.bean(Declarations.class).declare(List.of(site), done -> {}));
  }

  @Test
  void pairsThatAPersonToldApartAreNotSuspectedAgain() {
    TestVisitor officer = visitor("370303", Role.OFFICER);
    long one = add(officer, typed(code(), "登记同名有限公司"));
    long other = add(officer, typed(code(), "登记同名有限公司"));
    assertThat(officer.get("/duplicates").body()).contains("登记同名有限公司");
    officer.post("/duplicates", "/duplicates/apart", Map.of("one", "" + one, "other", "" + other));
    assertThat(officer.get("/duplicates").body()).doesNotContain("登记同名有限公司");
  }

  @Test
  void whatWasExportedIsImportedAgainWithoutAChangeAndAnEmptyCellKeepsWhatIsThere()
      throws Exception {
    TestVisitor officer = visitor("370303", Role.OFFICER);
    CreditCode code = code();
    Map<String, String> typed = typed(code, "登记往返有限公司");
    typed.put("workforce", "77");
    typed.put("principal", "王五");
    add(officer, typed);
    byte[] exported = officer.download("/enterprises/export?text=" + code.value()).body();
    String page = importNow(officer, exported);
    assertThat(page).contains("已导入 1 家：新增 0 家，已登记 1 家");
    CreditCode added = code();
    var out = new ByteArrayOutputStream();
    EnterpriseWorkbook.write(
        out,
        rows -> {
          rows.accept(stated(code, "登记往返改名有限公司"));
          rows.accept(stated(added, "登记导入有限公司"));
          rows.accept(stated(added, "登记导入有限公司"));
        });
    HttpResponse<String> uploaded =
        officer.upload("/imports/enterprises", "/imports/enterprises", "e.xlsx", out.toByteArray());
    String check = officer.get(path(uploaded)).body();
    assertThat(check).contains("可导入 2 家", "错误 1 处", "在第 3 行已经填过");
    officer.post(path(uploaded), path(uploaded) + "/import", Map.of("mode", "GOOD_ROWS"));
    Eventually.within(
        Duration.ofSeconds(30), () -> officer.get(path(uploaded)).body().contains("已导入 2 家"));
    String record = officer.get("/enterprises?text=" + code.value()).body();
    assertThat(record).contains("登记往返改名有限公司", "77");
    Account chief = city.person("register-" + ++people, "370300", Role.CHIEF);
    String token = city.token(chief, "enterprises:read");
    String api =
        new TestVisitor(city.url()).api("/api/v1/enterprises?text=" + added.value(), token).body();
    assertThat(api).contains("\"total\":1", "登记导入有限公司", added.value());
  }

  private static Enterprise stated(CreditCode code, String name) {
    return Enterprise.stated(
        code, name, new DivisionCode(ZHANGDIAN), "登记路1号", null, Category.HAZCHEM_TRADE, "", "");
  }

  private static String importNow(TestVisitor officer, byte[] workbook) throws Exception {
    HttpResponse<String> uploaded =
        officer.upload("/imports/enterprises", "/imports/enterprises", "e.xlsx", workbook);
    String page = path(uploaded);
    officer.post(page, page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains("已导入 "));
    return officer.get(page).body();
  }

  private static String path(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    return URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
  }

  @Test
  void theSampleAndTheTemplateAreWorkbooksOfThisKind() throws Exception {
    TestVisitor officer = visitor("370300", Role.OFFICER);
    HttpResponse<String> uploaded =
        officer.upload(
            "/imports/enterprises",
            "/imports/enterprises",
            "sample.xlsx",
            officer.download("/imports/enterprises/sample.xlsx").body());
    assertThat(officer.get(path(uploaded)).body()).contains("企业 12 家；可导入 12 家");
    HttpResponse<String> empty =
        officer.upload(
            "/imports/enterprises",
            "/imports/enterprises",
            "template.xlsx",
            officer.download("/imports/enterprises/template.xlsx").body());
    assertThat(officer.get(path(empty)).body()).contains("没有填写任何企业");
  }
}
