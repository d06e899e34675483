package io.zaikong;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The machine's browser: one for all tests of the build, closed after the last. */
public final class TestBrowser implements BeforeAllCallback {

  static final String NOT_INSTALLED = "no browser is installed";
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Closed by JUnit with the store that holds it. */
  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

    static Running start() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(findProgram().orElseThrow())
                      .setArgs(FLAGS));
      return new Running(playwright, browser);
    }

    @Override
    public void close() {
      playwright.close();
    }
  }

  private static Optional<Running> running = Optional.empty();

  static boolean isInstalled() {
    return findProgram().isPresent();
  }

  /** Where {@code zaikong.browser} says, else where distributions put it. */
  private static Optional<Path> findProgram() {
    String given = System.getProperty("zaikong.browser", "");
    return (given.isEmpty() ? PLACES.stream() : Stream.of(given))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        Optional.of(
            context
                .getRoot()
                .getStore(Namespace.create(TestBrowser.class))
                .computeIfAbsent("running", key -> Running.start(), Running.class));
  }

  static Browser browser() {
    return running.orElseThrow(() -> new IllegalStateException("not a BrowserTest")).browser();
  }
}
