package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.hazards.SourceFacts.Excess;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 定员, 定量 of fireworks stores, and what exceeds them. */
@AppTest
class FireworksStoreTests {

  private static int number = 6_900;

  @Autowired ApplicationContext context;

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, 2, 2, ''",
    "1000, 1000.5, 2, 2, QUANTITY",
    "1000, 999, 2, 3, PEOPLE",
    "1000, 1001, 2, 3, 'QUANTITY,PEOPLE'",
    "1000, '', 2, '', ''",
    "0, 0.1, 0, 0, QUANTITY"
  })
  void asMuchAsPermittedIsNoExcessAndWhatIsNotStatedExceedsNothing(
      String permitted, String stored, String limit, String present, String expected) {
    Map<String, String> typed =
        Map.of(
            "net_explosive_kg", permitted,
            "stored_kg", stored,
            "people_limit", limit,
            "people_present", present,
            "area_m2", "60");
    Map<String, String> facts = SourceFields.read(SourceKind.FIREWORKS_STORE, typed).facts();
    assertThat(String.join(",", Excess.of(facts).stream().map(Enum::name).toList()))
        .isEqualTo(expected);
  }

  @Test
  void anExcessShowsOnPageListMapAndApiWithItsClauseUntilItIsPutRight() {
    TestCity city = new TestCity(context);
    long unit =
        DeclaredSites.declare(
            city,
            DeclaredSites.site(
                ++number, "370304001", 20, new StatedChemical("7664-41-7", "氨", List.of(), "1")));
    long enterprise =
        city.asSystem(() -> city.bean(Sources.class).find(unit).orElseThrow().enterpriseId());
    var account = city.person("fireworks-" + number, "370304", Role.OFFICER);
    TestVisitor officer = new TestVisitor(city.url()).signedIn("fireworks-" + number);
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", "FIREWORKS_STORE");
    fields.put("enterprise", Long.toString(enterprise));
    fields.put("name", "一号库");
    fields.put("net_explosive_kg", "5000");
    fields.put("stored_kg", "5200");
    fields.put("people_limit", "2");
    fields.put("people_present", "3");
    fields.put("area_m2", "80");
    fields.put("reason", "现场核查");
    HttpResponse<String> answer =
        officer.post("/hazards/sources/new?kind=FIREWORKS_STORE", "/hazards/sources/new", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String page =
        answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");

    assertThat(officer.get(page).body()).contains("超量", "超员", "93号令第十九条", "93号令第十一条");
    String list = "/hazards/sources?grade=OVER_LIMIT&enterprise=" + enterprise;
    assertThat(officer.get(list).body()).contains("超量", "超员", page);
    assertThat(officer.get("/hazards/sources.geojson?kind=FIREWORKS_STORE").body())
        .contains("超量、超员");
    JsonNode found =
        JsonMapper.shared()
            .readTree(
                officer
                    .api(
                        "/api/v1/sources?grade=OVER_LIMIT&enterprise=" + enterprise,
                        city.token(account, "hazards:read"))
                    .body());
    assertThat(found.get("items").get(0).get("excesses")).hasToString("[\"QUANTITY\",\"PEOPLE\"]");
    assertThat(officer.get("/hazards/rules?text=定量").body()).contains("GB 11652-2012", "最大药物质量");

    fields.put("stored_kg", "5000");
    fields.put("people_present", "");
    fields.put("reason", "已移库");
    officer.post(page + "/change", page + "/change", fields);
    assertThat(officer.get(list).body()).doesNotContain(page + "\"");
    assertThat(officer.get(page).body())
        .contains("5,200 kg → 5,000 kg")
        .doesNotContain("超量</span>");
  }
}
