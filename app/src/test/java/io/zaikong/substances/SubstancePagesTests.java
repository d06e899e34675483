package io.zaikong.substances;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.shell.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of the catalogue, as a person meets them. */
@AppTest
class SubstancePagesTests {

  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void open() {
    city = new TestCity(context);
  }

  @Test
  void theListFindsASubstanceAndItsRecordShowsWhereItComesFrom() {
    TestVisitor chief = visitor("370302", Role.CHIEF);
    String list = chief.get("/substances?text=%E9%86%8B%E9%85%B8%E7%94%B2%E9%85%AF").body();
    assertThat(list).contains("乙酸甲酯").contains("79-20-9").doesNotContain("/substances/new");
    String record = chief.get("/substances/2638").body();
    assertThat(record).contains("易燃液体,类别2").contains("危险化学品分类信息表").contains("有出处");
    assertThat(chief.get("/substances/none").statusCode()).isEqualTo(404);
    assertThat(chief.get("/substances/new").statusCode()).isEqualTo(403);
  }

  @Test
  void aCategoryIsTriedOutForConditions() {
    TestVisitor officer = visitor("370302", Role.OFFICER);
    assertThat(officer.get("/substances/2638?use=PRODUCTION&temperature=70").body())
        .contains("表2 W5.1")
        .contains("Q = 10 t");
    assertThat(officer.get("/substances/2638?temperature=20").body()).contains("表2 W5.3");
    assertThat(officer.get("/substances/2638").body()).contains("待核定").contains("缺工作温度");
    assertThat(officer.get("/substances/2638?temperature=hot").body()).contains("工作温度“hot”");
    assertThat(officer.get("/substances/2638?temperature=%3Cscript%3E").body())
        .contains("工作温度“&lt;script")
        .doesNotContain("“<script");
  }

  @Test
  void suggestionsAreOptionsForAField() {
    String options = visitor("370302", Role.OFFICER).get("/substances/suggest?text=79-20-9").body();
    assertThat(options).contains("<option value=\"乙酸甲酯\"").doesNotContain("<html");
  }

  @Test
  void theCatalogueIsExportedAsAWorkbook() {
    HttpResponse<byte[]> book =
        visitor("370302", Role.OFFICER).download("/substances/export?kind=AEROSOL");
    assertThat(book.statusCode()).isEqualTo(200);
    assertThat(book.body()).startsWith("PK".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void anOfficerOfTheCityAddsAndChangesASubstanceAndKeepsWhatWasTyped() {
    TestVisitor officer = visitor("370300", Role.OFFICER);
    Map<String, String> typed = new HashMap<>();
    typed.put("name", "试验溶剂");
    typed.put("classes", "易燃液体,类别2\n急性毒性-吸入，类别3");
    typed.put("cas", "79-20-8");
    typed.put("boiling_c", "五十");
    typed.put("table1_row", "86");
    typed.put("source", "企业SDS");
    String refused = officer.post("/substances/new", "/substances/new", typed).body();
    assertThat(refused)
        .contains("校验位")
        .contains("-273.15")
        .contains("GB 18218-2018 4.1.2")
        .contains("必填")
        .contains("试验溶剂")
        .contains("五十");

    typed.putAll(
        Map.of("cas", "", "boiling_c", "50", "table1_row", "", "reason", "新增", "state", "LIQUID"));
    HttpResponse<String> added = officer.post("/substances/new", "/substances/new", typed);
    assertThat(added.statusCode()).isEqualTo(302);
    String path = URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    assertThat(officer.get(path).body()).contains("试验溶剂").contains("急性毒性-吸入,类别3");

    typed.put("boiling_c", "34");
    typed.put("version", "1");
    typed.put("reason", "复测");
    String edit = path + "/edit";
    assertThat(officer.post(edit, edit, typed).statusCode()).isEqualTo(302);
    assertThat(officer.get(path).body()).contains("复测").contains("<ins>34</ins>");
    assertThat(officer.post(edit, edit, typed).body()).contains("已被他人修改").contains("复测");
  }

  @Test
  void anOfficerOfADistrictIsToldWhoChangesIt() {
    TestVisitor officer = visitor("370302", Role.OFFICER);
    String edit = "/substances/2638/edit";
    Map<String, String> typed =
        Map.of("name", "别的", "source", "x", "reason", "x", "version", "1", "classes", "FL2");
    assertThat(officer.post(edit, edit, typed).body()).contains("市级监管人员").contains("别的");
    assertThat(officer.get("/substances/2638").body()).doesNotContain("/edit");
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "substances-" + people++;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }
}
