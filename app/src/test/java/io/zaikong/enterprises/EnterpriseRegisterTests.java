package io.zaikong.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestVisitor;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @Autowired ApplicationContext context;
  private TestRegister register;

  @BeforeEach
  void start() {
    register = new TestRegister(context);
  }

  @Test
  void theFigureOfACategoryCountsTheEnterprisesThatItOpensToAndOneOfTwoCategoriesOnlyOnce() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    Map<String, String> typed = TestRegister.typed(TestRegister.code(), "登记两类有限公司");
    typed.put("categories", "危险化学品经营、食品");
    register.add(officer, typed);
    Account account = register.city().person(TestRegister.name(), "370303", Role.OFFICER);
    String token = register.city().token(account, "figures:read", "enterprises:read");
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
    return JsonMapper.shared()
        .readTree(new TestVisitor(register.city().url()).api(path, token).body());
  }

  @Test
  void aFaultStandsBesideItsFieldAndNothingTypedIsLost() {
    Map<String, String> typed = TestRegister.typed(TestRegister.code(), "登记甲有限公司");
    typed.put("workforce", "很多");
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    HttpResponse<String> answer = officer.post("/enterprises/new", "/enterprises/new", typed);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("登记甲有限公司", "workforce-error", "从业人数应为");
  }

  @Test
  void aChangeKeepsWhatWasThereAndTheFormerNameIsFound() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    CreditCode code = TestRegister.code();
    long id = register.add(officer, TestRegister.typed(code, "登记旧名有限公司"));
    Map<String, String> changed = TestRegister.typed(code, "登记新名有限公司");
    changed.put("state", "停产");
    changed.put("state_since", "2026-09-01");
    changed.put("state_reason", "设备检修");
    String form = "/enterprises/" + id + "/change";
    assertThat(TestRegister.id(officer.post(form, form, changed))).isEqualTo(id);

    String page = officer.get("/enterprises/" + id).body();
    assertThat(page).contains("企业名称：登记旧名有限公司 → 登记新名有限公司", "经营状态：在产 → 停产", "设备检修", "停产");
    assertThat(officer.get(TestRegister.search("登记旧名")).body()).contains("登记新名有限公司");
    assertThat(officer.get(TestRegister.search("登记 新名（有限责任公司）")).body()).contains("登记新名有限公司");
    assertThat(officer.get("/enterprises?state=SUSPENDED").body()).contains("登记新名有限公司");
    assertThat(officer.get("/enterprises?category=PAPER").body()).doesNotContain("登记新名");
  }

  @Test
  void anotherTerritoryFindsNeitherNameNorPlaceAndLearnsOnlyThatTheCodeIsTaken() {
    CreditCode code = TestRegister.code();
    long id =
        register.add(
            register.visitor("370303", Role.OFFICER), TestRegister.typed(code, "登记秘密有限公司"));
    TestVisitor stranger = register.visitor("370302", Role.OFFICER);
    for (String text : List.of("秘密", code.value(), code.value().substring(0, 16), "%", "_")) {
      assertThat(stranger.get(TestRegister.search(text)).body())
          .as(text)
          .doesNotContain("登记秘密有限公司");
    }
    assertThat(stranger.get("/enterprises/" + id).statusCode()).isEqualTo(404);
    assertThat(new String(stranger.download("/enterprises/export").body(), StandardCharsets.UTF_8))
        .doesNotContain("登记秘密");
    Map<String, String> same = TestRegister.typed(code, "登记冒名有限公司");
    same.put("division", "370302104");
    HttpResponse<String> answer = stranger.post("/enterprises/new", "/enterprises/new", same);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("已在其他辖区登记").doesNotContain("登记秘密", "370303102");

    Map<String, String> outside = TestRegister.typed(TestRegister.code(), "登记越界有限公司");
    HttpResponse<String> refused = stranger.post("/enterprises/new", "/enterprises/new", outside);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("不在您的管辖范围内");
  }

  @Test
  void aScopeOfASectorSeesTheCategoriesOfTheSectorOnly() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    register.add(officer, TestRegister.typed(TestRegister.code(), "登记行业经营有限公司"));
    Map<String, String> mill = TestRegister.typed(TestRegister.code(), "登记行业造纸有限公司");
    mill.put("categories", "造纸");
    register.add(officer, mill);
    String username = TestRegister.name();
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
    register.city().person(username, new DivisionCode("370303"), hazchem, Role.OFFICER);
    TestVisitor limited = new TestVisitor(register.city().url()).signedIn(username);
    assertThat(limited.get(TestRegister.search("登记行业")).body())
        .contains("登记行业经营有限公司")
        .doesNotContain("登记行业造纸有限公司");
    Map<String, String> other = TestRegister.typed(TestRegister.code(), "登记行业食品有限公司");
    other.put("categories", "食品");
    assertThat(limited.post("/enterprises/new", "/enterprises/new", other).body())
        .contains("不在您负责的行业领域内");
  }

  /** The number of the first workshop or team on the page. */
  private static String part(String page, String parts) {
    Matcher address = Pattern.compile("/" + parts + "/(\\d+)/close").matcher(page);
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  @Test
  void theDatabaseKnowsTheSameCategoriesAsTheCode() {
    Map<String, String> table = new HashMap<>();
    register
        .city()
        .asSystem(
            () ->
                register
                    .city()
                    .bean(JdbcClient.class)
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
    CreditCode code = TestRegister.code();
    long id =
        register.add(
            register.visitor("370303", Role.OFFICER), TestRegister.typed(code, "登记自管有限公司"));
    TestVisitor manager = register.manager(id);
    String form = "/enterprises/" + id + "/change";
    assertThat(manager.get(form).body())
        .contains("name=\"phone\"")
        .doesNotContain("name=\"state\"");
    Map<String, String> typed = TestRegister.typed(TestRegister.code(), "登记篡改有限公司");
    typed.put("phone", "0533-7654321");
    typed.put("state", "关闭");
    typed.put("categories", "其他");
    assertThat(TestRegister.id(manager.post(form, form, typed))).isEqualTo(id);
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
    String workshop = part(manager.get(record).body(), "workshops");
    manager.post(record, record + "/teams", Map.of("team", "乙班", "team_workshop", workshop));
    String team = part(manager.get(record).body(), "teams");
    manager.post(
        record,
        record + "/people",
        Map.of("person", "王五", "post", "EMPLOYEE", "person_team", team));
    assertThat(manager.get(record).body()).contains("<td>一车间/乙班</td>");
    assertThat(manager.get("/enterprises/new").statusCode()).isEqualTo(403);
    assertThat(manager.get("/duplicates").statusCode()).isEqualTo(403);

    long other =
        register.add(
            register.visitor("370303", Role.OFFICER),
            TestRegister.typed(TestRegister.code(), "登记他家有限公司"));
    String theirs = "/enterprises/" + other;
    assertThat(manager.get(theirs).statusCode()).isEqualTo(404);
    assertThat(manager.post(record, theirs + "/workshops", Map.of("workshop", "闯入")).statusCode())
        .isEqualTo(404);
  }
}
