package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator gives them, on the demonstration city. */
class BackupCommandTests {

  private static final Duration LIMIT = Duration.ofSeconds(180);

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasBackedUpFromTheRunningApplicationRunsFromAnotherFolder() throws Exception {
    Path file = folder.resolve("zibo.backup");
    Path head = folder.resolve("head");
    int port = freePort();
    String password;
    List<String> before;
    try (ChildJvm server = start("first", "data", port, "--demo", "--enterprises", "1000")) {
      server.awaitOutput("ready: ", LIMIT);
      password = password(server.output());
      before = figures(new TestVisitor(url(port)).signedIn("officer", password));
      Files.writeString(head, run(0, "verify", "--data", data("data")));
      assertThat(run(0, "backup", file.toString(), "--data", data("data"))).contains("seal ");
    }
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    String restored = run(0, "restore", file.toString(), "--data", data("other"));

    assertThat(restored).contains("已恢复", "审计日志完整", "head ");
    assertThat(run(1, "restore", file.toString(), "--data", data("other"))).contains("不是空的");
    assertThat(run(2, "restore")).contains("usage: zaikong restore");
    run(0, "verify", "--head", head.toString(), "--data", data("other"));
    int other = freePort();
    try (ChildJvm server = start("second", "other", other)) {
      server.awaitOutput("ready: ", LIMIT);
      assertThat(figures(new TestVisitor(url(other)).signedIn("officer", password)))
          .isEqualTo(before);
      Eventually.within(
          LIMIT, () -> !run(0, "verify", "--data", data("other")).contains(lastHead(restored)));
    }
    run(0, "verify", "--head", head.toString(), "--data", data("other"));
  }

  /** How many units an officer of the city sees, and the first page of them. */
  private static List<String> figures(TestVisitor officer) {
    String page = officer.get("/hazards/units").body();
    Matcher count = Pattern.compile("共 ([\\d,]+) 条").matcher(page);
    assertThat(count.find()).isTrue();
    String rows = page.substring(page.indexOf("<tbody"), page.indexOf("</tbody>"));
    return List.of(count.group(1), rows);
  }

  private static String lastHead(String output) {
    return output.lines().filter(line -> line.startsWith("head ")).findFirst().orElseThrow();
  }

  private String run(int expected, String... arguments) throws Exception {
    Path output = Files.createTempFile(folder, "command", "");
    try (ChildJvm command = ChildJvm.startApplication(output, arguments)) {
      assertThat(command.awaitEnd(LIMIT)).as(command.output()).isEqualTo(expected);
      return command.output();
    }
  }

  private ChildJvm start(String output, String data, int port, String... more) throws Exception {
    String[] fixed = {"start", "--data", data(data), "--port", String.valueOf(port)};
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return ChildJvm.startApplication(folder.resolve(output), all);
  }

  private String data(String name) {
    return folder.resolve(name).toString();
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

  private static String url(int port) {
    return "http://localhost:" + port;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
