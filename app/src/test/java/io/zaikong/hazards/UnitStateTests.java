package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.SiteDeclaration.Unit;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazchem units that are stopped, removed and in use again, by their pages and the API. */
@AppTest
class UnitStateTests {

  private static final String HERE = "370304";
  private static int number = 6_500;

  @Autowired ApplicationContext context;
  private TestCity city;
  private TestVisitor officer;

  @BeforeEach
  void anOfficer() {
    city = new TestCity(context);
    String username = "unit-state-" + ++number;
    city.person(username, HERE, Role.OFFICER);
    officer = new TestVisitor(city.url()).signedIn(username);
  }

  private long unit(String name, String cas, String tonnes) {
    return DeclaredSites.declare(
        city,
        DeclaredSites.site(
            ++number, HERE + "001", 20, new StatedChemical(cas, name, List.of(), tonnes)));
  }

  private HttpResponse<String> set(TestVisitor by, long unit, String state) {
    String form = "/hazards/sources/" + unit + "/state";
    return by.post(form, form, Map.of("state", state, "since", "2026-01-05", "reason", "装置退出"));
  }

  private HazardSource find(long unit) {
    return city.asSystem(() -> city.bean(Sources.class).find(unit).orElseThrow());
  }

  private Enterprise enterpriseOf(long unit) {
    long id = find(unit).enterpriseId();
    return city.asSystem(() -> city.bean(Enterprises.class).find(id).orElseThrow());
  }

  /** Declares once more what the unit holds, so many tonnes now, by the form of the census. */
  private HttpResponse<String> redeclare(long unit, String name, String tonnes) {
    String form = "/census/units/" + unit;
    return officer.post(
        form,
        form,
        Map.of(
            "population", "20",
            "source", "示例",
            "kind", "STORAGE",
            "rows", "1",
            "c0_name", name,
            "c0_q", tonnes,
            "act", "declare"));
  }

  @Test
  void aStoppedUnitKeepsItsLevelAndIsInUseAgain() {
    long unit = unit("氨", "7664-41-7", "40");
    assertThat(set(officer, unit, "STOPPED").statusCode()).isEqualTo(302);
    assertThat(officer.get("/hazards/units/" + unit).body()).contains("停用", "装置退出", "变更状态", "四级");
    assertThat(find(unit).isMajor()).isTrue();
    assertThat(officer.get("/hazards/units?state=STOPPED").body())
        .contains("/hazards/units/" + unit);
    assertThat(set(officer, unit, "STOPPED").body()).contains("状态未变");
    assertThat(set(officer, unit, "IN_USE").statusCode()).isEqualTo(302);
    assertThat(worksheets(unit)).isEqualTo(1);
  }

  @Test
  void aMajorUnitIsRemovedOnlyOnceNothingIsDeclaredToBeInIt() {
    long unit = unit("氨", "7664-41-7", "40");
    HttpResponse<String> refused = set(officer, unit, "REMOVED");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("state-error", "仍构成重大危险源", "40号令第二十七条", "装置退出");
    assertThat(redeclare(unit, "氨", "0").statusCode()).isEqualTo(302);
    assertThat(find(unit).isMajor()).isFalse();
    assertThat(set(officer, unit, "REMOVED").statusCode()).isEqualTo(302);
    assertThat(officer.get("/hazards/units/" + unit).body())
        .contains("已拆除或消除")
        .doesNotContain("href=\"/census/units/" + unit);
    assertThat(redeclare(unit, "氨", "40").body()).contains("该单元已拆除");
  }

  @Test
  void whatIsNotKnownIsNotRemovedAndWhatHasLeftIsNotAskedFor() {
    long unit = unit("乙酸甲酯", "79-20-9", "5");
    assertThat(find(unit).isIncomplete()).isTrue();
    assertThat(set(officer, unit, "STOPPED").statusCode()).isEqualTo(302);
    assertThat(find(unit).state()).isEqualTo(HazardSource.State.STOPPED);
    assertThat(find(unit).isIncomplete()).isTrue();
    assertThat(officer.get("/hazards/incomplete/" + unit).body()).contains("停用", "待补全");
    assertThat(set(officer, unit, "REMOVED").body()).contains("是否构成重大危险源尚不可知", "40号令第七条");
    assertThat(redeclare(unit, "乙酸甲酯", "0").statusCode()).isEqualTo(302);
    assertThat(find(unit).isIncomplete()).isFalse();
    assertThat(officer.get("/hazards/units/" + unit).body()).contains("不计入");
    assertThat(set(officer, unit, "REMOVED").statusCode()).isEqualTo(302);
  }

  @Test
  void aRemovedUnitIsInNoListFigureOrMapAndStillOpens() {
    long unit = unit("氨", "7664-41-7", "9");
    long neighbour = unit("氨", "7664-41-7", "9");
    String name = enterpriseOf(unit).name();
    String token =
        city.token(
            city.person("unit-state-api-" + number, HERE, Role.OFFICER),
            "hazards:read",
            "figures:read");
    String figure = "/api/v1/figures/hazards.sources?kind=HAZCHEM_UNIT";
    long before = json(figure, token).get("value").asLong();
    assertThat(officer.get("/hazards/sources/near").body()).contains(name);

    assertThat(set(officer, unit, "REMOVED").statusCode()).isEqualTo(302);

    assertThat(json(figure, token).get("value").asLong()).isEqualTo(before - 1);
    for (String list : List.of("/hazards/sources?text=", "/hazards/units?text=")) {
      assertThat(officer.get(list + name).body()).doesNotContain("/hazards/units/" + unit);
      assertThat(officer.get(list + name + "&state=REMOVED").body())
          .contains("/hazards/units/" + unit);
    }
    assertThat(officer.get("/hazards/sources/near").body()).doesNotContain(name);
    assertThat(officer.get("/hazards/sources.geojson?kind=HAZCHEM_UNIT").body())
        .contains("/hazards/units/" + neighbour + "\"")
        .doesNotContain("/hazards/units/" + unit + "\"");
    assertThat(officer.get("/census/enterprises/" + find(unit).enterpriseId()).body())
        .doesNotContain("/hazards/units/" + unit);
    assertThat(json("/api/v1/units?enterprise=" + find(unit).enterpriseId(), token).get("total"))
        .hasToString("0");
    JsonNode record = json("/api/v1/units/" + unit, token);
    assertThat(record.get("unit").get("state").stringValue()).isEqualTo("REMOVED");
    assertThat(record.get("states").get(0).get("reason").stringValue()).isEqualTo("装置退出");
    String designations = "/hazards/sources/" + unit + "/designations";
    assertThat(officer.get(designations).statusCode()).isEqualTo(200);
  }

  private JsonNode json(String path, String token) {
    HttpResponse<String> answer = officer.api(path, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void whatChangesWhileAUnitIsRemovedIsAppliedWhenItIsInUseAgain() {
    long unit = unit("氨", "7664-41-7", "5");
    Enterprise enterprise = enterpriseOf(unit);
    set(officer, unit, "REMOVED");
    Unit other =
        Unit.of(
            "新罐区", UnitKind.STORAGE, List.of(new StatedChemical("7664-41-7", "氨", List.of(), "1")));
    city.asSystem(
        () ->
            city.bean(Declarations.class)
                .declare(
                    List.of(new SiteDeclaration(enterprise, 120, "村委会", List.of(other))), d -> {}));
    city.asSystem(
        () -> {
          assertThat(city.bean(RegradingStore.class).listForRegrading(List.of(unit))).isEmpty();
          assertThat(city.bean(RegradingStore.class).listAllUnits()).doesNotContain(unit);
          return true;
        });
    assertThat(worksheets(unit)).isEqualTo(1);

    assertThat(set(officer, unit, "IN_USE").statusCode()).isEqualTo(302);

    assertThat(worksheets(unit)).isEqualTo(2);
    Worksheet sheet = city.asSystem(() -> city.bean(Units.class).listWorksheets(unit).getFirst());
    assertThat(sheet.exposedPopulation()).isEqualTo(120);
    assertThat(sheet.alpha()).isEqualByComparingTo("2");
  }

  private int worksheets(long unit) {
    return city.asSystem(() -> city.bean(Units.class).listWorksheets(unit).size());
  }

  @Test
  void itsEnterpriseRemovesItsOwnAndNobodyElsewhereDoes() {
    long unit = unit("氨", "7664-41-7", "1");
    String username = "unit-state-own-" + ++number;
    city.person(
        username,
        new DivisionCode(HERE),
        new ScopeGrant(
            0,
            null,
            null,
            find(unit).enterpriseId(),
            null,
            Set.of(),
            LocalDate.of(2020, 1, 1),
            null),
        Role.ENTERPRISE_SAFETY_MANAGER);
    String form = "/hazards/sources/" + unit + "/state";
    String elsewhere = "unit-state-far-" + ++number;
    city.person(elsewhere, "370305", Role.OFFICER);
    assertThat(new TestVisitor(city.url()).signedIn(elsewhere).get(form).statusCode())
        .isEqualTo(404);
    String chief = "unit-state-chief-" + ++number;
    city.person(chief, HERE, Role.CHIEF);
    assertThat(new TestVisitor(city.url()).signedIn(chief).get(form).statusCode()).isEqualTo(403);
    assertThat(set(new TestVisitor(city.url()).signedIn(username), unit, "REMOVED").statusCode())
        .isEqualTo(302);
    assertThat(find(unit).isRemoved()).isTrue();
  }

  /** Whatever a use case forgets, the database does not. */
  @Test
  void theDatabaseRemovesNothingThatIsMajor() {
    long unit = unit("氨", "7664-41-7", "40");
    assertThatThrownBy(
            () ->
                city.asSystem(
                    () ->
                        city.bean(JdbcClient.class)
                            .sql("update hazards.source set state = 'REMOVED' where id = ?")
                            .param(unit)
                            .update()))
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
