package io.zaikong.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Divisions and agencies by their pages and the API, in the own territory and across it. */
@AppTest
class OrgPagesTests {

  private static final String HERE = "370305";
  private static final String THERE = "370304";

  private final TestCity city;

  @Autowired
  OrgPagesTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private TestVisitor visitor(String username, String division, Role role) {
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private Agency agency(String name, Kind kind, String division) {
    return city.asSystem(
        () ->
            city.bean(Agencies.class).create(name, kind, new DivisionCode(division))
                    instanceof Done<Agency>(Agency made)
                ? made
                : city.bean(Agencies.class).list().getFirst());
  }

  private static String today(int days) {
    return LocalDate.now(Accounts.ZONE).plusDays(days).toString();
  }

  @Test
  void theTreeIsWalkedDownAndSearchedByNameAndCode() {
    TestVisitor officer = visitor("org-officer1", HERE, Role.OFFICER);

    assertThat(officer.get("/divisions").body()).contains("淄博市", "临淄区", HERE);
    assertThat(officer.get("/divisions/" + HERE).body()).contains("闻韶街道", "370305001");
    assertThat(officer.get("/divisions?text=闻韶".replace("闻韶", "%E9%97%BB%E9%9F%B6")).body())
        .contains("370305001", "淄博市 临淄区");
    assertThat(officer.get("/divisions?text=370305001").body()).contains("370305001005");
    assertThat(officer.get("/divisions/370305001/add").statusCode()).isIn(403, 405);
    assertThat(officer.get("/divisions/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void aChangeOfDivisionsShowsAtOnceInWhatWasCached() {
    TestVisitor administrator = visitor("org-sys1", HERE, Role.SYSTEM_ADMINISTRATOR);
    Places places = city.bean(Places.class);
    DivisionCode township = new DivisionCode("370305001");
    DivisionCode added = new DivisionCode("370305001998");
    assertThat(places.namesBelow(township)).isNotEmpty().doesNotContainKey(added);

    String page = "/divisions/370305001";
    HttpResponse<String> answer =
        administrator.post(
            page, page + "/add", Map.of("code", added.value(), "name", "新设村", "from", today(0)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(places.namesBelow(township)).containsEntry(added, "新设村");

    String own = "/divisions/" + added.value();
    assertThat(administrator.post(own, own + "/end", Map.of("day", today(0))).body())
        .contains("撤销日期应晚于该日");
    assertThat(administrator.post(own, own + "/end", Map.of("day", today(1))).statusCode())
        .isEqualTo(302);
    assertThat(administrator.get(page).body()).contains("新设村", today(1));
  }

  @Test
  void aDistrictsAdministratorChangesNoOtherDistrictsDivision() {
    TestVisitor administrator = visitor("org-sys2", HERE, Role.SYSTEM_ADMINISTRATOR);
    String other = "/divisions/" + THERE + "001";
    Map<String, String> added = Map.of("code", THERE + "001998", "name", "外村", "from", today(0));

    assertThat(administrator.get(other).body()).doesNotContain("新增下级行政区划", "撤销行政区划");
    assertThat(administrator.post("/divisions", other + "/add", added).body())
        .contains("不在您的数据范围内");
    assertThat(administrator.post("/divisions", other + "001/end", Map.of("day", today(1))).body())
        .contains("不在您的数据范围内");
    assertThat(
            visitor("org-officer2", HERE, Role.OFFICER)
                .post("/inbox", other + "/add", added)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAgencyIsMadeStaffedAndClosed() {
    TestVisitor administrator = visitor("org-sys3", HERE, Role.SYSTEM_ADMINISTRATOR);
    city.person("org-holder", HERE, Role.OFFICER);
    HttpResponse<String> made =
        administrator.post(
            "/agencies/new",
            "/agencies/new",
            Map.of("name", "临淄区试验中队", "kind", "SQUAD", "division", "370305001 闻韶街道"));
    String page = path(made);
    administrator.post(page, page + "/posts", Map.of("title", "中队长"));
    long post = postOf(page);
    assertThat(
            administrator
                .post(
                    page,
                    page + "/appoint",
                    Map.of("post", Long.toString(post), "account", "org-holder org-holder"))
                .statusCode())
        .isEqualTo(302);
    assertThat(administrator.get(page).body()).contains("中队长", "org-holder", "任职");
    assertThat(administrator.post(page, page + "/close", Map.of("day", today(0))).body())
        .contains("撤销日期应晚于该日");
    administrator.post(page, page + "/close", Map.of("day", today(1)));
    assertThat(administrator.get(page).body()).contains(today(1) + " 起撤销");
    assertThat(administrator.post(page, page + "/posts", Map.of("title", "队员")).body())
        .contains("不能再变更");
  }

  @Test
  void anotherDistrictsAgencyIsOutOfReachByPageAndApi() {
    Agency other = agency("org-other-squad", Kind.SQUAD, THERE + "001");
    TestVisitor administrator = visitor("org-sys4", HERE, Role.SYSTEM_ADMINISTRATOR);
    String page = "/agencies/" + other.id();

    assertThat(administrator.get(page).statusCode()).isEqualTo(404);
    for (String act : List.of("/posts", "/appoint", "/close", "/townships")) {
      assertThat(
              administrator
                  .post("/agencies", page + act, Map.of("title", "x", "day", today(1)))
                  .statusCode())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(administrator.get("/agencies").body()).doesNotContain("org-other-squad");
    assertThat(
            administrator
                .post(
                    "/agencies/new",
                    "/agencies/new",
                    Map.of("name", "x", "kind", "SQUAD", "division", THERE + "001"))
                .body())
        .contains("不在您的数据范围内");

    String token = city.token(city.person("org-api", HERE, Role.SYSTEM_ADMINISTRATOR), "org:read");
    TestVisitor program = new TestVisitor(city.url());
    assertThat(program.api("/api/v1/agencies/" + other.id(), token).statusCode()).isEqualTo(404);
    assertThat(program.api("/api/v1/agencies?size=1000", token).body())
        .doesNotContain("org-other-squad");
    assertThat(program.api("/api/v1/agencies?division=1", token).statusCode()).isEqualTo(400);
    assertThat(program.api("/api/v1/divisions?text=370305001&size=2", token).body())
        .contains("\"total\"", "\"from\":\"2023-06-30\"");
  }

  @Test
  void postsOfOneAgencyAreNotFilledThroughAnother() {
    Agency other = agency("org-far-bureau", Kind.BUREAU, THERE);
    long post =
        city.asSystem(
            () -> {
              city.bean(Agencies.class).addPost(other.id(), "局长");
              return city.bean(Agencies.class).listPosts(other.id()).getFirst().id();
            });
    Agency own = agency("org-near-bureau", Kind.BUREAU, HERE);
    TestVisitor administrator = visitor("org-sys5", HERE, Role.SYSTEM_ADMINISTRATOR);
    String page = "/agencies/" + own.id();

    assertThat(
            administrator
                .post(
                    page,
                    page + "/appoint",
                    Map.of("post", Long.toString(post), "account", "org-sys5"))
                .body())
        .contains("岗位不存在");
  }

  @Test
  void suggestionsKeepToTheSightAndToAdministrators() {
    city.person("org-near-person", HERE, Role.OFFICER);
    city.person("org-far-person", THERE, Role.OFFICER);
    TestVisitor administrator = visitor("org-sys6", HERE, Role.SYSTEM_ADMINISTRATOR);

    assertThat(administrator.get("/suggest/accounts?account=org-").body())
        .contains("org-near-person")
        .doesNotContain("org-far-person");
    assertThat(administrator.get("/suggest/divisions?township=370305001").body())
        .contains("<option value=\"370305001 闻韶街道\">");
    assertThat(administrator.get("/suggest/enterprises").statusCode()).isEqualTo(200);
    assertThat(
            visitor("org-officer6", HERE, Role.OFFICER)
                .get("/suggest/accounts?account=org-")
                .statusCode())
        .isEqualTo(403);
  }

  private static String path(HttpResponse<String> answer) {
    String to = answer.headers().firstValue("Location").orElse("");
    assertThat(to).as(answer.body()).contains("/agencies/");
    return to.substring(to.indexOf("/agencies/"));
  }

  private long postOf(String page) {
    long agency = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    return city.asSystem(() -> city.bean(Agencies.class).listPosts(agency)).getFirst().id();
  }
}
