package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A person's window of the browser, with cookies of its own. It notes whatever goes wrong in any
 * page; {@link #expectNoProblem} ends a test.
 */
public final class TestWindow implements AutoCloseable {

  /** A screen that every page must suit. */
  public record Look(int width, int height, String theme) {}

  public static final Look DESK = new Look(1440, 900, "light");
  public static final Look WALL = new Look(1920, 1080, "dark");
  public static final Look PHONE = new Look(390, 844, "light");
  public static final Look PHONE_AT_NIGHT = new Look(390, 844, "dark");

  private static final Path SHOTS = Path.of("target/screenshots");
  private static final String AXE = read("/axe.min.js");
  private static final String VIOLATIONS =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ['violations'] });
        return found.violations.map((v) => `${v.id} ${v.nodes[0].html}`);
      }
      """;
  private static final String LOOK_LIKE =
      """
      (theme) => {
        document.documentElement.dataset.bsTheme = theme;
        document.dispatchEvent(new CustomEvent('theme', { detail: theme }));
      }
      """;

  private final String base;
  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();

  public TestWindow(String base, Look look, String language) {
    this.base = base;
    this.context =
        TestBrowser.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(look.width, look.height)
                    .setReducedMotion(ReducedMotion.REDUCE)); // no colour in between
    context.addCookies(
        List.of(
            new Cookie("theme", look.theme).setUrl(base),
            new Cookie("language", language).setUrl(base)));
    context.setDefaultTimeout(15_000);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // a failed load is judged by its answer, below
          if (message.type().equals("error")
              && !message.text().startsWith("Failed to load resource")) {
            problems.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> problems.add(page.url() + ": " + error));
    page.onResponse(
        response -> {
          if (response.status() >= 400 && !response.request().isNavigationRequest()) {
            problems.add(page.url() + ": " + response.status() + " for " + response.url());
          }
        });
  }

  public Page page() {
    return page;
  }

  public TestWindow open(String path) {
    page.navigate(base + path);
    return this;
  }

  /** The path of the page shown, with its parameters. */
  public String path() {
    return page.url().substring(base.length());
  }

  /** As a person does it, at the login page. */
  public TestWindow signIn(String username) {
    open("/login");
    page.fill("#username", username);
    page.fill("#password", TestCity.PASSWORD);
    page.click("main .btn-primary");
    assertThat(path()).doesNotStartWith("/login?refused");
    return this;
  }

  /** As a session that has ended: the browser no longer knows who it is. */
  public void forgetSession() {
    context
        .cookies()
        .forEach(
            cookie -> {
              if (!cookie.name.equals("theme") && !cookie.name.equals("language")) {
                context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie.name));
              }
            });
  }

  public void setOffline(boolean offline) {
    context.setOffline(offline);
  }

  /** Words and width in the look that the window has. */
  public TestWindow check() {
    if (page.textContent("body").matches("(?s).*![a-z_]+(\\.\\w+)+!.*")) {
      problems.add(path() + ": a text is missing");
    }
    if ((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
      problems.add(path() + ": wider than " + page.viewportSize().width);
    }
    return this;
  }

  /** Words, width and accessibility in these looks; the window keeps the first. */
  public TestWindow check(Look... looks) {
    page.evaluate(AXE);
    for (Look look : looks) {
      wear(look);
      check();
      for (Object violation : (List<?>) page.evaluate(VIOLATIONS)) {
        problems.add(path() + " " + look + ": " + violation);
      }
    }
    wear(looks[0]);
    return this;
  }

  private void wear(Look look) {
    page.setViewportSize(look.width, look.height);
    page.evaluate(LOOK_LIKE, look.theme);
  }

  /** For whoever wants to see it. */
  public TestWindow shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    return this;
  }

  public void expectNoProblem() {
    assertThat(problems).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(AxeBuilder.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
