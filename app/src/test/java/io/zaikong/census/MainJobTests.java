package io.zaikong.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.Sources;
import io.zaikong.identify.IdentifyCommand;
import io.zaikong.kit.CreditCode;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import io.zaikong.workbook.Opening.Opened;
import io.zaikong.workbook.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, over HTTP against the real application and database. */
@AppTest
class MainJobTests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static boolean imported;
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void importTheSample() throws InterruptedException {
    city = new TestCity(context);
    if (imported) {
      return;
    }
    imported = true;
    TestVisitor officer = visitor("370300", Role.OFFICER);
    String page = importNow(officer, CensusWorkbook.sample());
    assertThat(page).contains("新增单元 35 个");
  }

  @Test
  void theSampleGivesUnitsOfEveryLevelAndTheWorstComesFirst() {
    String list = visitor("370300", Role.OFFICER).get("/hazards/units?text=示例").body();
    for (String level : List.of("一级", "二级", "三级", "四级", "未构成")) {
      assertThat(list).contains(level);
    }
    assertThat(list.indexOf("risk-1\"")).isLessThan(list.indexOf("risk-4\""));
  }

  @Test
  void importingTheSameAgainChangesNothing() throws InterruptedException {
    String page = importNow(visitor("370300", Role.OFFICER), CensusWorkbook.sample());
    assertThat(page).contains("新增单元 0 个，更新 0 个，未变 35 个");
  }

  @Test
  void theCheckShowsWhatWouldChangeOfEnterprisesPlantsAndUnits() throws InterruptedException {
    TestVisitor officer = visitor("370300", Role.OFFICER);
    String code = CreditCode.completing("91370305MAYUL0001").value();
    byte[] before =
        CensusBook.empty()
            .enterprise(code, "预览例厂", "370305107", "示例路1号", null, null, "冶金", 10)
            .unit(code, "氨罐区", "储存", "氨", "7664-41-7", null, 20)
            .unit(code, "氯库", "储存", "氯", "7782-50-5", null, 2)
            .bytes();
    assertThat(check(officer, before)).contains("新增", "氨(CAS 7664-41-7)：20 t", "全部有变更的 0 条");
    importNow(officer, before);
    byte[] after =
        CensusBook.empty()
            .enterprise(code, "预览例厂", "370305107", "示例路2号", null, null, "冶金", 60)
            .unit(code, "氨罐区", "储存", "氨", "7664-41-7", null, 25)
            .unit(code, "氨罐区", "储存", "甲醇", "67-56-1", null, 5)
            .unit(code, "氯库", "储存", "氯", "7782-50-5", null, 2)
            .bytes();
    assertThat(check(officer, after))
        .contains("全部有变更的 2 条", "详细地址：示例路1号 → 示例路2号", "厂区外500米常住人口：10 → 60")
        .contains("氨(CAS 7664-41-7)：20 t → 25 t", "甲醇(CAS 67-56-1)：— → 5 t", "不变");
  }

  private static String check(TestVisitor officer, byte[] workbook) {
    return officer
        .get(path(officer.upload("/imports/census", "/imports/census", "c.xlsx", workbook)))
        .body();
  }

  @Test
  void aWorkbookDeclaresNothingOfAUnitThatIsRemoved() throws InterruptedException {
    TestVisitor officer = visitor("370300", Role.OFFICER);
    byte[] workbook = CensusFile.of("7301", "拆除例化工厂");
    importNow(officer, workbook);
    SourceFilter units = SourceFilter.ofKind(SourceKind.HAZCHEM_UNIT);
    HazardSource store =
        city.asSystem(() -> city.bean(Sources.class).list(units, 0, 10_000)).stream()
            .filter(u -> u.enterpriseName().equals("拆除例化工厂") && u.name().equals("汽油库"))
            .findFirst()
            .orElseThrow();
    String form = "/hazards/sources/" + store.id() + "/state";
    officer.post(form, form, Map.of("state", "REMOVED", "since", "2026-01-05", "reason", "库房拆除"));

    assertThat(check(officer, workbook)).contains("汽油库", "该单元已拆除");
  }

  @Test
  void everyUnitAgreesWithTheIdentifyCommand(@TempDir Path folder) throws Exception {
    String token = city.token(person("370300", Role.OFFICER), "hazards:read");
    JsonNode list = api("/api/v1/units?size=1000&text=示例", token);
    assertThat(list.get("total").asInt()).isEqualTo(35);
    for (JsonNode unit : list.get("items")) {
      JsonNode sheet = api("/api/v1/units/" + unit.get("id").asLong(), token).get("worksheet");
      List<Map<String, Object>> chemicals = new ArrayList<>();
      for (JsonNode term : sheet.get("terms")) {
        Map<String, Object> chemical = new java.util.HashMap<>();
        chemical.put("q_t", term.get("quantity").stringValue());
        if (!term.get("cas").stringValue().isEmpty()) {
          chemical.put("cas", term.get("cas").stringValue());
        }
        if (!term.get("name").stringValue().isEmpty()) {
          chemical.put("name", term.get("name").stringValue());
        }
        if (!term.get("categories").isEmpty()) {
          chemical.put("categories", term.get("categories"));
        }
        chemicals.add(chemical);
      }
      Path file = folder.resolve("unit.json");
      Files.writeString(
          file,
          JSON.writeValueAsString(
              Map.of(
                  "site",
                  Map.of("exposed_population", sheet.get("exposedPopulation").asInt()),
                  "units",
                  List.of(Map.of("name", "u", "chemicals", chemicals)))));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int exit =
          IdentifyCommand.run(
              List.of(file.toString()),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              System.err);
      assertThat(exit).isZero();
      JsonNode line = JSON.readTree(out.toString(StandardCharsets.UTF_8));
      assertThat(line.get("s").stringValue()).isEqualTo(plain(sheet.get("s")));
      assertThat(line.get("r").stringValue()).isEqualTo(plain(sheet.get("r")));
      assertThat(line.get("major").asBoolean()).isEqualTo(sheet.get("major").asBoolean());
      assertThat(line.path("level").asInt(0)).isEqualTo(sheet.path("level").asInt(0));
    }
  }

  @Test
  void aDistrictSeesItsOwnPartOnlyOnPageApiAndExport() {
    String all = city.token(person("370300", Role.CHIEF), "hazards:read");
    JsonNode units = api("/api/v1/units?size=1000", all).get("items");
    String district = units.get(0).get("division").stringValue().substring(0, 6);
    List<String> own = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<Long> otherIds = new ArrayList<>();
    for (JsonNode unit : units) {
      boolean mine = unit.get("division").stringValue().startsWith(district);
      (mine ? own : others).add(unit.get("enterpriseName").stringValue());
      if (!mine) {
        otherIds.add(unit.get("id").asLong());
      }
    }
    assertThat(own).isNotEmpty();
    assertThat(others).isNotEmpty();

    Account account = person(district, Role.OFFICER);
    String token = city.token(account, "hazards:read");
    TestVisitor visitor = new TestVisitor(city.url()).signedIn(account.username());
    String page = visitor.get("/hazards/units").body();
    assertThat(api("/api/v1/units", token).get("total").asInt()).isEqualTo(own.size());
    List<String> exported = rows(visitor.download("/hazards/units/export").body());
    assertThat(exported).hasSize(own.size());
    for (String other : others) {
      assertThat(page).doesNotContain(other);
      assertThat(exported.toString()).doesNotContain(other);
      assertThat(visitor.get("/hazards/units?text=" + encoded(other)).body()).contains("没有符合条件的单元");
    }
    long hidden = otherIds.getFirst();
    assertThat(visitor.get("/hazards/units/" + hidden).statusCode()).isEqualTo(404);
    assertThat(new TestVisitor(city.url()).api("/api/v1/units/" + hidden, token).statusCode())
        .isEqualTo(404);
    assertThat(visitor.get("/hazards/sources.geojson").body()).doesNotContain(others.getFirst());
    assertThat(visitor.get("/imports/census").body()).doesNotContain("census-sample");
  }

  @Test
  void whatIsNoWorkbookIsRefusedInWordsAndNothingIsKept() {
    TestVisitor officer = visitor("370300", Role.OFFICER);
    HttpResponse<String> answer =
        officer.upload(
            "/imports/census",
            "/imports/census",
            "x.xlsx",
            "not a workbook".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("role=\"alert\"").contains("还没有上传过普查工作簿");
  }

  @Test
  void aTownshipOfAnotherDistrictIsRefusedByRowAndColumn() {
    TestVisitor officer = visitor("370323", Role.OFFICER);
    HttpResponse<String> answer =
        officer.upload(
            "/imports/census", "/imports/census", "census-sample.xlsx", CensusWorkbook.sample());
    String page = officer.get(path(answer)).body();
    assertThat(page).contains("区划代码").contains("不在您的管辖范围内");
  }

  @Test
  void aChiefReadsButDoesNotImport() {
    TestVisitor chief = visitor("370300", Role.CHIEF);
    assertThat(chief.get("/hazards/units").statusCode()).isEqualTo(200);
    assertThat(chief.get("/imports/census").statusCode()).isEqualTo(403);
    assertThat(chief.get("/").body()).doesNotContain("/imports/census");
  }

  private String importNow(TestVisitor officer, byte[] workbook) throws InterruptedException {
    HttpResponse<String> uploaded =
        officer.upload("/imports/census", "/imports/census", "census-sample.xlsx", workbook);
    String page = path(uploaded);
    HttpResponse<String> started =
        officer.post(page, page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
    assertThat(started.statusCode()).isEqualTo(302);
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains("已导入："));
    return officer.get(page).body();
  }

  private static String path(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    return java.net.URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private JsonNode api(String path, String token) {
    HttpResponse<String> answer =
        new TestVisitor(city.url()).api(path.replace("示例", encoded("示例")), token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private Account person(String division, Role role) {
    people++;
    return city.person("main-job-" + people, division, role);
  }

  private TestVisitor visitor(String division, Role role) {
    return new TestVisitor(city.url()).signedIn(person(division, role).username());
  }

  private static List<String> rows(byte[] workbook) {
    List<String> rows = new ArrayList<>();
    ((Opened) WorkbookReader.open(workbook))
        .workbook()
        .forEachRow("危险化学品单元", row -> rows.add(row.toString()));
    return rows.subList(1, rows.size());
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
