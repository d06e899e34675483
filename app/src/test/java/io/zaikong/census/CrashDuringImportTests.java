package io.zaikong.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.ChildJvm;
import io.zaikong.Eventually;
import io.zaikong.TestVisitor;
import io.zaikong.kit.CreditCode;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server and PostgreSQL killed in the middle of an import: nothing of it remains. */
class CrashDuringImportTests {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Pattern COUNT = Pattern.compile("共 ([\\d,]+) 条");
  private static final int ENTERPRISES = 3_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void afterAKillOfEverythingNothingIsHalfImportedAndTheJournalVerifies() throws Exception {
    int port = freePort();
    String password;
    String before;
    try (ChildJvm server = start("first", port, "--demo", "--enterprises", "1000")) {
      server.awaitOutput("ready: ", LIMIT);
      password = password(server.output());
      TestVisitor officer = new TestVisitor(url(port)).signedIn("officer", password);
      before = count(officer);
      String page =
          officer
              .upload("/imports/census", "/imports/census", "large.xlsx", largeWorkbook())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      String census = java.net.URI.create(page).getPath();
      officer.post(census, census + "/import", Map.of("mode", "ALL_OR_NOTHING"));
      Eventually.within(
          LIMIT,
          () ->
              officer
                  .get(census + "/progress")
                  .body()
                  .matches("(?s).*progress[^>]*value=\"[1-9].*"));
      assertThat(officer.get(census).body()).contains("正在导入");
      long postmaster =
          Long.parseLong(
              Files.readAllLines(folder.resolve("data/pgdata/postmaster.pid")).getFirst());
      ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
      server.kill();
    }
    try (ChildJvm server = start("second", port)) {
      server.awaitOutput("ready: ", LIMIT);
      TestVisitor officer = new TestVisitor(url(port)).signedIn("officer", password);
      assertThat(count(officer)).isEqualTo(before);
      assertThat(officer.get("/imports/census").body()).contains("已中断");
      try (ChildJvm verify =
          ChildJvm.startApplication(
              folder.resolve("verify"), "verify", "--data", folder.resolve("data").toString())) {
        assertThat(verify.awaitEnd(LIMIT)).as(verify.output()).isZero();
      }
    }
  }

  private ChildJvm start(String output, int port, String... more) throws Exception {
    String[] fixed = {
      "start", "--data", folder.resolve("data").toString(), "--port", String.valueOf(port)
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return ChildJvm.startApplication(folder.resolve(output), all);
  }

  private static String password(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("officer "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  private static String count(TestVisitor officer) {
    Matcher count = COUNT.matcher(officer.get("/hazards/units").body());
    assertThat(count.find()).isTrue();
    return count.group(1);
  }

  private static byte[] largeWorkbook() {
    CensusBook book = CensusBook.empty();
    for (int i = 0; i < ENTERPRISES; i++) {
      String code = CreditCode.completing("91370305MA%07d".formatted(i)).value();
      book.enterprise(code, "示例厂" + i, "370305107", "示例路", null, null, "冶金", 10);
      for (String unit : new String[] {"一库", "二库", "三库"}) {
        book.unit(code, unit, "储存", "氨", "7664-41-7", null, 20);
      }
    }
    return book.bytes();
  }

  private static String url(int port) {
    return "http://localhost:" + port;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
