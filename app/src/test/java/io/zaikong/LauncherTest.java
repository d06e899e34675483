package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("zaikong.root", ".."), "zaikong").toAbsolutePath();

  @TempDir private Path elsewhere = Path.of("");

  private record Result(int exit, String output) {}

  private Result run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  @Test
  void theScriptIsSoundForThePlainShell() throws Exception {
    assertThat(run("sh", "-n", LAUNCHER.toString())).isEqualTo(new Result(0, ""));
  }

  @Test
  void itHelpsFromAnyFolderAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("zk"), LAUNCHER);
    Result result = run(link.toString(), "help");
    assertThat(result.exit()).isZero();
    for (String command :
        List.of("start", "test", "dev", "identify", "verify", "backup", "restore", "token")) {
      assertThat(result.output()).contains(command);
    }
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    Result result = run(LAUNCHER.toString(), "fly");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output()).contains("unknown command: fly");
  }
}
