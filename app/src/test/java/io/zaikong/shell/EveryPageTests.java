package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.TestWindow;
import io.zaikong.census.CensusFile;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.org.ScopeGrant;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every page of the whole application that links lead to, for every role. Pages are found by their
 * links, so that a new one is looked at without being named here.
 */
@AppTest
@BrowserTest
class EveryPageTests {

  private static final String ENTERPRISE = "浏览化工有限公司";
  private static final String NUMBER = "6001";
  private static final String CITY = "370300";
  private static final String LINKS =
      "[...document.querySelectorAll('#menu a, main a')].map(a => a.getAttribute('href'))";

  /** What a page is made of, whatever it says: pages alike in this are alike to the checks. */
  private static final String MAKE =
      """
      [...new Set([...document.querySelectorAll('main *')]
        .map((e) => e.tagName + '.' + e.getAttribute('class')))].sort().join()
      """;

  private static final Set<String> seen = new HashSet<>();
  private static boolean imported;
  private static int people;

  private final TestCity city;

  @Autowired
  EveryPageTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  @BeforeEach
  void importUnits() throws InterruptedException {
    if (imported) {
      return;
    }
    imported = true;
    city.person("every-import", CITY, Role.OFFICER);
    TestVisitor officer = new TestVisitor(city.url()).signedIn("every-import");
    String page =
        officer
            .upload(
                "/imports/census", "/imports/census", "浏览.xlsx", CensusFile.of(NUMBER, ENTERPRISE))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst("^https?://[^/]+", "");
    officer.post(page, page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains("已导入："));
    String pond =
        officer
            .post(
                "/hazards/sources/new?kind=TAILINGS_POND",
                "/hazards/sources/new",
                Map.of(
                    "kind", "TAILINGS_POND",
                    "enterprise", ENTERPRISE,
                    "name", "浏览尾矿库",
                    "capacity_10k_m3", "1200",
                    "dam_height_m", "120",
                    "operation", "RUNNING",
                    "downstream_m", "800",
                    "reason", "浏览"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(pond).contains("/hazards/sources/");
    officer.post(
        "/census/round",
        "/census/round",
        Map.of(
            "name", "浏览普查",
            "categories", "HAZCHEM_PRODUCTION",
            "opened_on", "2026-01-01",
            "due_on", "2026-12-31",
            "reason", "浏览"));
    officer.post("/census/round", "/census/status/remind", Map.of());
    String gateway =
        officer
            .post(
                "/telemetry/gateways/new",
                "/telemetry/gateways/new",
                Map.of("enterprise", ENTERPRISE, "name", "浏览网关", "note", ""))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String sensors = gateway.substring(gateway.indexOf("/telemetry")) + "/sensors/new";
    officer.post(
        "/telemetry/gateways/new",
        sensors,
        Map.of(
            "kind", "TEMPERATURE",
            "tag", "TT-浏览",
            "name", "浏览温度",
            "source", pond.substring(pond.lastIndexOf('/') + 1),
            "unit", "℃",
            "high", "60",
            "offlineAfterS", "300"));
    String lists =
        officer
            .upload(
                "/imports/lists",
                "/imports/lists",
                "名单.xlsx",
                officer.download("/imports/lists/sample.xlsx").body())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String list = lists.substring(lists.indexOf("/imports"));
    officer.post(list, list + "/import", Map.of());
    Eventually.within(
        Duration.ofSeconds(30), () -> officer.get("/census/lists").body().contains("示例安全生产许可证"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyPageIsSoundForEveryRole(Role role) {
    try (TestWindow window = window(role, "zh-CN")) {
      walk(
          window,
          () -> {
            if (seen.add(kindOf(window.path()) + window.page().evaluate(MAKE))) {
              window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
            } else {
              window.check();
            }
          });
      window.expectNoProblem();
    }
  }

  @Test
  void noWordIsMissingInEnglish() {
    try (TestWindow window = window(Role.OFFICER, "en")) {
      walk(window, window::check);
      window.open("/");
      assertThat(window.page().textContent("#menu")).contains("Situation").doesNotContain("态势");
      window.expectNoProblem();
    }
  }

  @Test
  void traditionalChineseHasNoSimplifiedLeft() {
    String words = "#menu, h1, h2, main label, main button, main th[scope=col]";
    try (TestWindow window = window(Role.OFFICER, "zh-TW")) {
      walk(
          window,
          () -> {
            String shown = String.join(" ", window.page().locator(words).allTextContents());
            assertThat(shown.replace(ENTERPRISE, ""))
                .as(window.path())
                .doesNotContainPattern("[态势图账设险学单导类业级请录码为选筛]");
            window.check();
          });
      window.open("/");
      assertThat(window.page().textContent("#menu")).contains("態勢", "危險化學品單元");
      window.expectNoProblem();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/login", "/login?refused=wrong", "/login?expired", "/login?out", "/setup"})
  void pagesBeforeTheSignInAreSound(String path) {
    try (TestWindow window = new TestWindow(city.url(), TestWindow.DESK, "zh-CN")) {
      window.open(path).check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      window.expectNoProblem();
    }
  }

  @Test
  void refusedAndMissingPagesAreSound() {
    try (TestWindow window = window(Role.OFFICER, "zh-CN")) {
      window.open("/accounts").check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      assertThat(window.page().textContent("main")).contains("403");
      window.open("/nowhere").check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      assertThat(window.page().textContent("main")).contains("404");
      window.expectNoProblem();
    }
  }

  @Test
  void nobodyIsShownALayerThatHeMayNotRead() {
    try (TestWindow window = window(Role.AUDITOR, "zh-CN")) {
      window.open("/map").check();
      assertThat(window.page().locator("[data-layer-url='/hazards/sources.geojson']").count())
          .isZero();
      window.expectNoProblem();
    }
  }

  @Test
  void theSituationHasItsMapBesideAndAWallDisplayThatRefreshesItself() {
    try (TestWindow window = window(Role.CHIEF, "zh-CN")) {
      window.open("/").page().waitForSelector(".with-map #map canvas");
      window.page().waitForSelector("#map-objects li");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      window.page().clock().install();
      window.open("/?wall").page().waitForSelector(".wall #map canvas");
      assertThat(window.page().isVisible("#menu")).isFalse();
      window.check(TestWindow.WALL).shoot("wall");
      window.page().evaluate("document.getElementById('tiles').dataset.old = 'yes'");
      window.page().waitForResponse("**/?wall", () -> window.page().clock().fastForward(31_000));
      window.page().waitForSelector("#tiles:not([data-old])");
      window.expectNoProblem();
    }
  }

  private TestWindow window(Role role, String language) {
    people++;
    String username = "every-" + people;
    if (role == Role.ENTERPRISE_SAFETY_MANAGER) {
      city.person(username, TestCity.CITY, ownEnterprise(), role);
    } else {
      city.person(username, CITY, role);
    }
    return new TestWindow(city.url(), TestWindow.DESK, language).signIn(username);
  }

  private ScopeGrant ownEnterprise() {
    String code = CensusFile.creditCode(NUMBER);
    long id =
        city.asSystem(
            () ->
                city.bean(Enterprises.class).findAll(List.of(code)).values().stream()
                    .findFirst()
                    .orElseThrow()
                    .id());
    return new ScopeGrant(0, null, null, id, null, Set.of(), LocalDate.of(2020, 1, 1), null);
  }

  /** Opens one page of every kind that can be reached by links; numbers tell records apart. */
  private static void walk(TestWindow window, Runnable look) {
    Deque<String> next = new ArrayDeque<>(List.of("/", "/settings"));
    Set<String> kinds = new HashSet<>(next);
    while (!next.isEmpty()) {
      if (!open(window, next.poll())) {
        continue;
      }
      assertThat(window.page().locator("main h1").count()).as(window.path()).isEqualTo(1);
      look.run();
      for (Object link : (List<?>) window.page().evaluate(LINKS)) {
        String path = String.valueOf(link);
        if (path.startsWith("/") && kinds.add(kindOf(path))) {
          next.add(path);
        }
      }
    }
    assertThat(kinds).hasSizeGreaterThan(4);
  }

  /** False for what is a file to keep and no page. */
  private static boolean open(TestWindow window, String path) {
    try {
      window.open(path);
      return true;
    } catch (PlaywrightException e) {
      assertThat(e.getMessage()).contains("Download is starting");
      return false;
    }
  }

  private static String kindOf(String path) {
    return path.replaceFirst("[?#].*", "").replaceAll("\\d+", "0");
  }
}
