package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.BrowserTest;
import io.zaikong.TestWindow;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Every page of the shell in a browser: accessible, within the content policy, no word missing. */
@BrowserTest
class FaceTests {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/inbox",
          "/map",
          "/settings",
          "/dev/list",
          "/dev/list?name=x&sort=name&page=3",
          "/dev/password",
          "/dev/refused",
          "/dev/broken",
          "/dev/missing",
          "/dev/open/login",
          "/dev/open/passkey",
          "/dev/open/setup");

  private static ConfigurableApplicationContext application;
  private static String base;

  @BeforeAll
  static void start() {
    application = DevFace.start(0);
    base = "http://localhost:" + DevFace.port(application);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void everyPageIsAccessibleAndKeepsTheContentPolicy() {
    lookAtAll("zh-CN", TestWindow.DESK, TestWindow.WALL, TestWindow.PHONE);
    lookAtAll("en", TestWindow.PHONE_AT_NIGHT);
  }

  private static void lookAtAll(String language, TestWindow.Look... looks) {
    try (TestWindow window = new TestWindow(base, looks[0], language)) {
      for (String path : PAGES) {
        window.open(path);
        if (path.equals("/map")) {
          window.page().waitForSelector("#map-objects li");
        }
        window.check(looks);
      }
      window.expectNoProblem();
    }
  }

  @Test
  void theMenuOnAPhoneOpensByButtonAndClosesByEscape() {
    try (TestWindow window = new TestWindow(base, TestWindow.PHONE, "zh-CN")) {
      var page = window.page();
      page.navigate(base + "/inbox");
      assertThat(page.isVisible("#menu")).isFalse();
      page.click(".bottom-bar button");
      assertThat(page.isVisible("#menu")).isTrue();
      assertThat(page.getAttribute(".bottom-bar button", "aria-expanded")).isEqualTo("true");
      page.keyboard().press("Escape");
      assertThat(page.isVisible("#menu")).isFalse();
    }
  }

  @Test
  void theMenuHidesWhatThePersonMayNotOpen() {
    try (TestWindow window = new TestWindow(base, TestWindow.DESK, "zh-CN")) {
      var page = window.page();
      page.navigate(base + "/inbox");
      assertThat(page.textContent("#menu")).contains("待办", "台账").doesNotContain("审计");
    }
  }

  @Test
  void whatWasTypedSurvivesARefusal() {
    try (TestWindow window = new TestWindow(base, TestWindow.DESK, "zh-CN")) {
      var page = window.page();
      page.navigate(base + "/dev/open/setup");
      page.fill("#bureau", "淄博市应急管理局");
      page.fill("#administratorPassword", "not-to-be-kept");
      page.click("main .btn-primary");
      page.waitForURL(base + "/setup"); // the refusal has loaded and its script has run
      page.navigate(base + "/dev/open/setup");
      assertThat(page.inputValue("#bureau")).isEqualTo("淄博市应急管理局");
      assertThat(page.inputValue("#administratorPassword")).isEmpty();
    }
  }

  @Test
  void languageAndThemeAreRemembered() {
    try (TestWindow window = new TestWindow(base, TestWindow.DESK, "zh-CN")) {
      var page = window.page();
      page.navigate(base + "/settings");
      page.click("header button[value=en]");
      assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
      page.waitForResponse("**/theme", () -> page.click("header .only-light"));
      page.reload();
      assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
    }
  }
}
