import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads the reports of the test run that has just ended: the ten slowest tests, the skipped browser
 * tests, and a closing line. Ends with 1 when a test failed, none ran, or a browser test was
 * skipped though {@code ZAIKONG_REQUIRE_BROWSER} is set.
 */
class TestReport {

  private record Test(String name, double seconds, String outcome, String reason) {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    FileTime begin = Files.getLastModifiedTime(root.resolve("target/tests.begin"));
    List<Test> tests = new ArrayList<>();
    for (Path report : reports(root)) {
      if (Files.getLastModifiedTime(report).compareTo(begin) >= 0) {
        read(report, tests);
      }
    }
    System.out.println("最慢的测试 slowest tests:");
    tests.stream()
        .sorted(Comparator.comparingDouble(Test::seconds).reversed())
        .limit(10)
        .forEach(t -> System.out.printf(Locale.ROOT, "%8.2f s  %s%n", t.seconds(), t.name()));
    List<Test> failed = tests.stream().filter(t -> t.outcome().equals("failed")).toList();
    failed.forEach(t -> System.out.println("FAILED " + t.name() + " " + t.reason()));
    long skipped = tests.stream().filter(t -> t.outcome().equals("skipped")).count();
    long browser =
        tests.stream()
            .filter(t -> t.outcome().equals("skipped"))
            .filter(t -> t.reason().toLowerCase(Locale.ROOT).contains("browser"))
            .count();
    boolean required = !System.getenv().getOrDefault("ZAIKONG_REQUIRE_BROWSER", "").isEmpty();
    if (browser > 0) {
      System.out.println("browser tests: SKIPPED (" + browser + ")");
      System.out.println("  ./zaikong test --install   (apt-get install chromium fonts-noto-cjk)");
    }
    long bad = failed.size() + (required ? browser : 0);
    long passed = tests.size() - failed.size() - skipped;
    System.out.printf(
        "%d passed, %d failed, %d skipped%n", passed, bad, required ? skipped - browser : skipped);
    boolean built = Files.exists(root.resolve("target/tests.built"));
    if (!built) {
      System.err.println("构建或测试失败 the build or a test failed, see above");
    }
    System.exit(bad > 0 || tests.isEmpty() || !built ? 1 : 0);
  }

  private static List<Path> reports(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var modules = Files.list(root)) {
      for (Path folder : modules.map(m -> m.resolve("target/surefire-reports")).toList()) {
        if (Files.isDirectory(folder)) {
          try (var files = Files.list(folder)) {
            files
                .filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
                .forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  private static void read(Path report, List<Test> tests) throws Exception {
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      String outcome = "passed";
      String reason = "";
      for (String bad : List.of("failure", "error", "skipped")) {
        NodeList found = test.getElementsByTagName(bad);
        if (found.getLength() > 0) {
          outcome = bad.equals("skipped") ? "skipped" : "failed";
          reason = ((Element) found.item(0)).getAttribute("message");
        }
      }
      String seconds = test.getAttribute("time").replace(",", "");
      tests.add(
          new Test(
              test.getAttribute("classname") + "." + test.getAttribute("name"),
              seconds.isEmpty() ? 0 : Double.parseDouble(seconds),
              outcome,
              reason));
    }
  }
}
