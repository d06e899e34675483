package io.zaikong.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.journal.Journal;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.Gcj02;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boundaries of divisions over HTTP, against the real application and database. */
@AppTest
class BoundaryTests {

  private static final String PAGE = "/settings/map";
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;
  private TestVisitor administrator;

  @BeforeEach
  void signIn() {
    city = new TestCity(context);
    administrator = visitor("370300", Role.SYSTEM_ADMINISTRATOR);
  }

  @Test
  void anImportedBoundaryTakesTheSchematicsPlaceUntilTheNextOrItsRemoval() {
    TestVisitor reader = visitor("370322", Role.CHIEF);
    assertThat(imported("WGS84", feature("370322", square(117.8, 37.1, 0.2))).statusCode())
        .isEqualTo(302);
    assertThat(imported("WGS84", feature("370303102000", square(117.82, 37.12, 0.05))).statusCode())
        .isEqualTo(302);
    assertThat(reader.get("/map").body()).contains("/map/boundaries.geojson?version=");
    JsonNode district = shape(reader, "DISTRICT", "370322");
    assertThat(district.get("properties").get("name").asString()).isEqualTo("高青县");
    assertThat(district.get("geometry").get("type").asString()).isEqualTo("MultiPolygon");
    assertThat(shape(reader, "TOWNSHIP", "370303102").isMissingNode()).isFalse();
    assertThat(administrator.get(PAGE).body()).contains("高青县", "b.geojson", "370303102");

    Boundaries boundaries = city.bean(Boundaries.class);
    DivisionCode village = new DivisionCode("370322101255");
    city.asSystem(
        () -> {
          assertThat(boundaries.isInside(new GeoPoint(117.9, 37.2), village)).contains(true);
          assertThat(boundaries.isInside(new GeoPoint(118.2, 37.2), village)).contains(false);
          assertThat(boundaries.isInside(new GeoPoint(118.2, 37.2), new DivisionCode("370323")))
              .isEmpty();
          return true;
        });

    imported("WGS84", feature("370322", square(117.7, 37.0, 0.3)));
    assertThat(first(shape(reader, "DISTRICT", "370322"))).isEqualTo(117.7);
    HttpResponse<String> removed = remove("370322");
    assertThat(removed.statusCode()).isEqualTo(302);
    assertThat(shape(reader, "DISTRICT", "370322").isMissingNode()).isTrue();
    assertThat(remove("370322").statusCode()).isEqualTo(422);
    remove("370303102");
    assertThat(
            city
                .asSystem(() -> city.bean(Journal.class).listFor("maps.boundary", "370322", 9))
                .stream()
                .map(e -> e.act()))
        .containsExactly("maps.boundary.remove", "maps.boundary.import", "maps.boundary.import");
  }

  @Test
  void anEnterprisesRecordWarnsOfAPlaceBeyondItsDivision() {
    imported("WGS84", feature("370321", square(118.0, 36.9, 0.2)));
    TestVisitor officer = visitor("370321", Role.OFFICER);
    String record = "/enterprises/" + declared("91370321MAMAP0001", 118.3);
    assertThat(officer.get(record).body()).contains("不在所属区划的界线内");
    String inside = "/enterprises/" + declared("91370321MAMAP0002", 118.1);
    assertThat(officer.get(inside).body()).doesNotContain("不在所属区划的界线内");
    remove("370321");
    assertThat(officer.get(record).body()).doesNotContain("不在所属区划的界线内");
  }

  private long declared(String code, double longitudeDeg) {
    CreditCode whole = CreditCode.completing(code);
    Enterprise plant =
        Enterprise.stated(
            whole,
            "界线例厂" + code,
            new DivisionCode("370321105"),
            "示例路",
            new GeoPoint(longitudeDeg, 37.0),
            Category.HAZCHEM_TRADE,
            "",
            "");
    Enterprises enterprises = city.bean(Enterprises.class);
    return city.asSystem(() -> enterprises.register(List.of(plant)).values().iterator().next());
  }

  @Test
  void aVillagesBoundaryIsDrawnWhereItLiesAndDecidesWhatLiesInIt() {
    String village = "370322101255";
    HttpResponse<String> answer =
        imported(
            "WGS84",
            feature("370322101", square(117.8, 37.1, 0.2)),
            feature(village, square(117.85, 37.15, 0.02)));
    assertThat(answer.statusCode()).isEqualTo(302);
    TestVisitor reader = visitor("370322", Role.OFFICER);
    JsonNode drawn = villages(reader, "117.86,37.16,118.5,37.5");
    assertThat(drawn.size()).isEqualTo(1);
    assertThat(drawn.get(0).get("id").asString()).isEqualTo(village);
    assertThat(drawn.get(0).get("properties").get("level").asString()).isEqualTo("VILLAGE");
    assertThat(drawn.get(0).get("properties").get("name").asString()).isNotEmpty();
    assertThat(villages(reader, "117.9,37.2,118.5,37.5").size()).isZero();
    assertThat(shape(reader, "TOWNSHIP", village).isMissingNode()).isTrue();
    assertThat(reader.get("/map/boundaries.geojson?level=VILLAGE").statusCode()).isEqualTo(400);
    assertThat(reader.get("/map/boundaries.geojson?level=VILLAGE&within=a,b,c,d").statusCode())
        .isEqualTo(400);

    Boundaries boundaries = city.bean(Boundaries.class);
    GeoPoint place = new GeoPoint(117.9, 37.2);
    city.asSystem(
        () -> {
          assertThat(boundaries.isInside(place, new DivisionCode("370322101"))).contains(true);
          assertThat(boundaries.isInside(place, new DivisionCode(village))).contains(false);
          assertThat(boundaries.isInside(place, new DivisionCode("370322101275"))).contains(true);
          return true;
        });
    assertThat(remove(village).statusCode()).isEqualTo(302);
    assertThat(villages(reader, "117.8,37.1,118.5,37.5").size()).isZero();
    remove("370322101");
    assertThat(imported("WGS84", feature("370322101999", square(117.85, 37.15, 0.02))).body())
        .contains("区划目录中没有此代码");
  }

  private static JsonNode villages(TestVisitor reader, String within) {
    String path = "/map/boundaries.geojson?level=VILLAGE&within=" + within;
    return JsonMapper.shared().readTree(reader.get(path).body()).get("features");
  }

  @Test
  void manyBoundariesArePagedOnTheSettingsPage() {
    List<String> villages =
        city.asSystem(
            () ->
                Stream.of("370322101", "370322102")
                    .flatMap(
                        t -> city.bean(Divisions.class).listBelow(new DivisionCode(t)).stream())
                    .limit(51)
                    .map(village -> village.code().value())
                    .toList());
    String[] squares = new String[villages.size()];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = feature(villages.get(i), square(117.8 + i * 0.005, 37.15, 0.004));
    }
    assertThat(imported("WGS84", squares).statusCode()).isEqualTo(302);
    assertThat(administrator.get(PAGE).body())
        .contains("?page=2", "value=\"" + villages.getFirst())
        .doesNotContain("value=\"" + villages.getLast());
    assertThat(administrator.get(PAGE + "?page=2").body())
        .contains("value=\"" + villages.getLast());
    villages.forEach(this::remove);
  }

  @Test
  void shiftedCoordinatesAreConverted() {
    GeoPoint there = Gcj02.ofWgs84(new GeoPoint(118.1, 36.1));
    imported("GCJ02", feature("370323", square(there.longitudeDeg(), there.latitudeDeg(), 0.1)));
    JsonNode ring =
        shape(administrator, "DISTRICT", "370323").get("geometry").at("/coordinates/0/0");
    assertThat(ring.valueStream().map(JsonNode::toString)).contains("[118.1,36.1]");
    remove("370323");
  }

  @Test
  void everyFaultIsSaidByFeatureAndNothingIsTakenIn() {
    String bow = "[[[118.0,36.5],[118.1,36.6],[118.1,36.5],[118.0,36.6],[118.0,36.5]]]";
    String open = "[[[118.0,36.5],[118.1,36.5],[118.1,36.6],[118.0,36.6]]]";
    HttpResponse<String> answer =
        imported(
            "WGS84",
            feature("370302", square(117.9, 36.6, 0.1)),
            feature("370302", square(117.9, 36.6, 0.1)),
            feature("", square(117.9, 36.6, 0.1)),
            feature("37030", square(117.9, 36.6, 0.1)),
            feature("370399", square(117.9, 36.6, 0.1)),
            feature("370000", square(117.9, 36.6, 0.1)),
            typed("370304", "LineString", "[[118.0,36.5],[118.1,36.6]]"),
            typed("370305", "MultiPolygon", square(117.9, 36.6, 0.1)),
            feature(
                "370306",
                "[[[20617900.1,4051000.2],[20618000,4051000],[20618000,4052000],[20617900.1,4051000.2]]]"),
            feature("370321", square(36.6, 117.9, 0.1)),
            feature("370303", bow),
            feature("370303102", open));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "文件有 11 处问题",
            "与第 1 个要素是同一区划",
            "没有区划代码",
            "应为 6、9 或 12 位数字",
            "区划目录中没有此代码",
            "只导入市、区县、乡镇、村（居）界线",
            "几何类型是 LineString",
            "坐标的层次不是 MultiPolygon",
            "可能是投影坐标",
            "经度和纬度颠倒了",
            "自相交或重叠",
            "环没有闭合");
    assertThat(shape(administrator, "DISTRICT", "370302").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 不是 GeoJSON 的 FeatureCollection",
        "{\"type\":\"FeatureCollection\",\"features\":[]} | 不是 GeoJSON 的 FeatureCollection",
        "{\"type\":\"Feature\",\"geometry\":null} | 不是 GeoJSON 的 FeatureCollection",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\" | 不是有效的 JSON",
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[{}]}"
            + " | EPSG:3857",
        "PK | 不是有效的 JSON"
      })
  void aFileThatIsNoneIsRefusedInWords(String file, String words) {
    HttpResponse<String> answer = upload("WGS84", file);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("file-error", words);
  }

  @Test
  void aHostileFileIsRefusedWithoutMuchAdo() {
    assertThat(upload("WGS84", "[".repeat(2_000_000)).body()).contains("FeatureCollection");
    String nested = collection("{\"type\":\"Feature\",\"x\":" + "[".repeat(1_000_000));
    assertThat(upload("WGS84", nested).body()).contains("嵌套过深");
    String number = collection(feature("370302", "[[[1" + "0".repeat(100_000) + ",1]]]"));
    assertThat(upload("WGS84", number).body()).contains("嵌套过深");
    String many = collection(feature("370302", "[[" + "[1,2],".repeat(600_000) + "[1,2]]]"));
    assertThat(upload("WGS84", many).body()).contains("坐标点超过 500000 个");
    String empties = collection(feature("370302", "[" + "[],".repeat(500_000) + "[]]"));
    assertThat(upload("WGS84", empties).body()).contains("坐标的层次不是 Polygon");
    assertThat(upload("WGS84", collection("{},".repeat(4_000) + "{}")).body())
        .contains("要素超过 3000 个");
    HttpResponse<String> script =
        upload("WGS84", collection(feature("<script>alert(1)</script>", square(118, 36, 0.1))));
    assertThat(script.body()).contains("&lt;script").doesNotContain("<script>alert(1)");
  }

  @Test
  void theDatumMustBeStatedAndTheTerritoryIsTheOwn() {
    assertThat(upload("", collection(feature("370302", square(117.9, 36.6, 0.1)))).body())
        .contains("boundaryDatum-error", "请选择坐标系");
    TestVisitor district = visitor("370302", Role.SYSTEM_ADMINISTRATOR);
    byte[] file =
        collection(feature("370305", square(118.3, 36.8, 0.1))).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        district.upload(
            PAGE, PAGE + "/boundaries?boundaryDatum=WGS84&property=adcode", "b.geojson", file);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("不在您的管辖范围内");
  }

  private HttpResponse<String> remove(String division) {
    return administrator.post(PAGE, PAGE + "/boundaries/remove", Map.of("division", division));
  }

  private HttpResponse<String> imported(String datum, String... features) {
    return upload(datum, collection(String.join(",", features)));
  }

  private HttpResponse<String> upload(String datum, String file) {
    return administrator.upload(
        PAGE,
        PAGE + "/boundaries?property=adcode&boundaryDatum=" + datum,
        "b.geojson",
        file.getBytes(StandardCharsets.UTF_8));
  }

  private static String collection(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }

  private static String feature(String code, String coordinates) {
    return typed(code, "Polygon", coordinates);
  }

  private static String typed(String code, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{\"adcode\":\"%s\"},\"geometry\":{\"coordinates\":%s,\"type\":\"%s\"}}"
        .formatted(code, coordinates, type);
  }

  private static String square(double x, double y, double side) {
    return String.format(
        Locale.ROOT,
        "[[[%1$.7f,%2$.7f],[%3$.7f,%2$.7f],[%3$.7f,%4$.7f],[%1$.7f,%4$.7f],[%1$.7f,%2$.7f]]]",
        x,
        y,
        x + side,
        y + side);
  }

  private static JsonNode shape(TestVisitor reader, String level, String code) {
    JsonNode all =
        JsonMapper.shared().readTree(reader.get("/map/boundaries.geojson?level=" + level).body());
    for (JsonNode feature : all.get("features")) {
      if (feature.get("properties").get("code").asString().equals(code)) {
        return feature;
      }
    }
    return all.path("none");
  }

  private static double first(JsonNode feature) {
    return feature.get("geometry").get("coordinates").at("/0/0/0/0").asDouble();
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "boundary-" + ++people;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }
}
