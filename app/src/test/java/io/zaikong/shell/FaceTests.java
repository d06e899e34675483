package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Every page of the shell in a browser: accessible, within the content policy, no word missing. */
@EnabledIf("hasChromium")
class FaceTests {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
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
  private static Playwright playwright;
  private static Browser browser;
  private static String base;

  static boolean hasChromium() {
    return Files.exists(CHROMIUM);
  }

  @BeforeAll
  static void start() {
    application = DevFace.start(0);
    base = "http://localhost:" + DevFace.port(application);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void stop() {
    playwright.close();
    application.close();
  }

  private static BrowserContext open(int width, int height, String theme, String language) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.addCookies(
        List.of(
            new Cookie("theme", theme).setUrl(base),
            new Cookie("language", language).setUrl(base)));
    return context;
  }

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, zh-CN",
    "1920, 1080, dark, zh-CN",
    "390, 844, light, zh-CN",
    "390, 844, dark, en"
  })
  void everyPageIsAccessibleAndKeepsTheContentPolicy(
      int width, int height, String theme, String language) throws Exception {
    Path shots = Files.createDirectories(Path.of("target/screenshots"));
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = open(width, height, theme, language)) {
      for (String path : PAGES) {
        var page = context.newPage();
        page.onConsoleMessage(
            message -> {
              boolean isExpected = message.text().contains("Failed to load resource");
              if (message.type().equals("error") && !isExpected) {
                problems.add(path + ": " + message.text());
              }
            });
        page.onPageError(error -> problems.add(path + ": " + error));
        page.navigate(base + path);
        if (path.equals("/map")) {
          page.waitForSelector("#map-objects li");
        }
        new AxeBuilder(page)
            .analyze()
            .getViolations()
            .forEach(
                v ->
                    problems.add(
                        path + ": " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
        if (page.textContent("body").matches("(?s).*![a-z_.]+!.*")) {
          problems.add(path + ": a text is missing");
        }
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
          problems.add(path + ": wider than the screen");
        }
        String name = path.replaceAll("\\W+", "_") + "-" + width + "-" + theme + "-" + language;
        page.screenshot(
            new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(shots.resolve(name + ".png")));
        page.close();
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void theMenuOnAPhoneOpensByButtonAndClosesByEscape() {
    try (BrowserContext context = open(390, 844, "light", "zh-CN")) {
      var page = context.newPage();
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
    try (BrowserContext context = open(1440, 900, "light", "zh-CN")) {
      var page = context.newPage();
      page.navigate(base + "/inbox");
      assertThat(page.textContent("#menu")).contains("待办", "台账").doesNotContain("审计");
    }
  }

  @Test
  void whatWasTypedSurvivesARefusal() {
    try (BrowserContext context = open(1440, 900, "light", "zh-CN")) {
      var page = context.newPage();
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
    try (BrowserContext context = open(1440, 900, "light", "zh-CN")) {
      var page = context.newPage();
      page.navigate(base + "/settings");
      page.click("header button[value=en]");
      assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
      page.waitForResponse("**/theme", () -> page.click("header .only-light"));
      page.reload();
      assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
    }
  }
}
