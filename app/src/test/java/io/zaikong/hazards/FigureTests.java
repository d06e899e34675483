package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure opens to exactly the records that it counts. */
@AppTest
class FigureTests {

  private static int number = 700;

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void someUnits() {
    city = new TestCity(context);
    if (number > 700) {
      return;
    }
    for (String division : List.of("370302001", "370303004", "370321101")) {
      for (String quantityT : List.of("1", "20", "900")) {
        number++;
        DeclaredSites.declare(
            city,
            DeclaredSites.site(
                number, division, 20, new StatedChemical("7664-41-7", "氨", List.of(), quantityT)));
      }
    }
  }

  @Test
  void aFigureIsTheNumberOfRecordsThatItOpensTo() {
    String token = token("370300", Role.OFFICER);
    for (String question :
        List.of(
            "hazards.sources",
            "hazards.sources?kind=HAZCHEM_UNIT",
            "hazards.sources?kind=GOAF&division=370302",
            "hazards.sources?from=2026-01-01&to=2099-01-01",
            "hazards.sources?to=2000-01-01",
            "hazards.major?division=370303",
            "hazards.major?division=370302001",
            "hazards.major?level=1",
            "hazards.major?level=4&division=370300")) {
      JsonNode figure = json("/api/v1/figures/" + question, token);
      JsonNode records = json(figure.get("records").stringValue(), token);
      assertThat(figure.get("value").asLong())
          .as(question)
          .isEqualTo(records.get("total").asLong());
      assertThat(figure.get("complete").asBoolean()).isTrue();
      assertThat(figure.get("hidden").isNull()).isTrue();
    }
    assertThat(json("/api/v1/figures/hazards.major", token).get("value").asLong()).isPositive();
    assertThat(json("/api/v1/figures/hazards.sources?to=2000-01-01", token).get("value").asLong())
        .isZero();
  }

  @Test
  void thePartsOfAFigureAddUpToIt() {
    String token = token("370300", Role.CHIEF);
    long sum = 0;
    for (String level : List.of("1", "2", "3", "4")) {
      sum += json("/api/v1/figures/hazards.major?level=" + level, token).get("value").asLong();
    }
    assertThat(sum).isEqualTo(json("/api/v1/figures/hazards.major", token).get("value").asLong());
  }

  @Test
  void whoAsksBeyondHisScopeIsToldHowManyOfAWholeCityHeDoesNotSeeAndNothingElse() {
    long all =
        json("/api/v1/figures/hazards.sources", token("370300", Role.OFFICER))
            .get("value")
            .asLong();
    String token = token("370302", Role.OFFICER);
    JsonNode whole = json("/api/v1/figures/hazards.sources?division=370300", token);
    long own = whole.get("value").asLong();
    assertThat(own).isPositive().isLessThan(all);
    assertThat(whole.get("complete").asBoolean()).isFalse();
    assertThat(whole.get("hidden").asLong()).isEqualTo(all - own);
    for (String question :
        List.of(
            "division=370303",
            "division=370300&kind=HAZCHEM_UNIT",
            "division=370300&to=2099-01-01")) {
      JsonNode part = json("/api/v1/figures/hazards.sources?" + question, token);
      assertThat(part.get("complete").asBoolean()).isFalse();
      assertThat(part.get("hidden").isNull()).as(question).isTrue();
    }
    assertThat(json("/api/v1/figures/hazards.sources?division=370303", token).get("value").asLong())
        .isZero();
  }

  @Test
  void anUnknownDimensionOrValueIsAnErrorInWords() {
    String token = token("370300", Role.OFFICER);
    for (String question :
        List.of(
            "hazards.major?colour=red",
            "hazards.major?level=5",
            "hazards.major?kind=HAZCHEM_UNIT",
            "hazards.sources?kind=storage",
            "hazards.sources?kind=HAZCHEM_UNIT&kind=GOAF",
            "hazards.sources?division=1",
            "hazards.sources?division=370399",
            "hazards.sources?from=yesterday",
            "hazards.sources?from=2026-02-30",
            "hazards.sources?from=2026-02-02&to=2026-01-01")) {
      HttpResponse<String> answer = api("/api/v1/figures/" + question, token);
      assertThat(answer.statusCode()).as(question).isEqualTo(400);
      assertThat(answer.body())
          .as(question)
          .containsPattern("\"detail\":\"[^\"]*[\\u4e00-\\u9fa5]");
    }
    assertThat(api("/api/v1/figures/hazards.nothing", token).statusCode()).isEqualTo(404);
  }

  @Test
  void theListNamesEveryFigureWithItsDimensions() {
    JsonNode list = json("/api/v1/figures", token("370300", Role.CHIEF));
    assertThat(list.toString())
        .contains(
            "hazards.sources", "危险源", "\"unit\":\"处\"", "COUNT", "TAILINGS_POND", "\"level\"");
  }

  @Test
  void aTokenWithoutTheScopeAndARoleWithoutTheRecordsAreRefused() {
    Account officer = person("370300", Role.OFFICER);
    String other = city.token(officer, "hazards:read");
    assertThat(api("/api/v1/figures", other).statusCode()).isEqualTo(403);
    String auditor = token("370300", Role.AUDITOR);
    assertThat(api("/api/v1/figures", auditor).body()).isEqualTo("[]");
    assertThat(api("/api/v1/figures/hazards.sources", auditor).statusCode()).isEqualTo(403);
  }

  @Test
  void aTileOfTheSituationPageShowsTheNumberOfTheListThatItOpens() {
    TestVisitor officer =
        new TestVisitor(city.url()).signedIn(person("370302", Role.OFFICER).username());
    String page = officer.get("/").body();
    Matcher tile =
        Pattern.compile(
                "card tile\" href=\"(/hazards/sources[^\"]*)\"[^>]*>.*?tile-value[^>]*>([\\d,]+)<",
                Pattern.DOTALL)
            .matcher(page);
    int tiles = 0;
    while (tile.find()) {
      tiles++;
      String list = officer.get(tile.group(1).replace("&amp;", "&")).body();
      if (tile.group(2).equals("0")) {
        assertThat(list).contains("没有符合条件的危险源");
      } else {
        assertThat(list).contains("共 " + tile.group(2) + " 条");
      }
    }
    assertThat(tiles).isEqualTo(7);
  }

  private Account person(String division, Role role) {
    number++;
    return city.person("figure-" + number, division, role);
  }

  private String token(String division, Role role) {
    return city.token(person(division, role), "figures:read", "hazards:read");
  }

  private HttpResponse<String> api(String path, String token) {
    return new TestVisitor(city.url()).api(path, token);
  }

  private JsonNode json(String path, String token) {
    HttpResponse<String> answer = api(path, token);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
