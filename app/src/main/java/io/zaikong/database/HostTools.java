package io.zaikong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are run on this machine. PostgreSQL refuses to run as root, so root
 * runs them in a user name space of their own ({@code unshare -U}), where the user is nobody in
 * particular. {@code setsid} keeps the terminal's Ctrl-C from reaching the server before the
 * application; {@code setpriv --pdeathsig} stops it when the application dies.
 */
final class HostTools {

  private static final int PROBE_SECONDS = 10;

  private HostTools() {}

  /**
   * @param server whether the program must end with this process
   * @throws DatabaseUnavailableException when this is root and user name spaces are off
   */
  static List<String> prefix(boolean server) {
    List<String> prefix = new ArrayList<>();
    if (isRoot()) {
      if (!works("unshare", "-U", "true")) {
        throw new DatabaseUnavailableException(
            "PostgreSQL 不能以 root 运行，而本机不允许用户命名空间（unshare -U）。请改用普通用户启动，"
                + "或用环境变量 ZAIKONG_DB_URL 指定已有的 PostgreSQL。",
            "PostgreSQL does not run as root, and user name spaces (unshare -U) are off here. Start"
                + " as an ordinary user, or name an existing PostgreSQL with ZAIKONG_DB_URL.");
      }
      prefix.addAll(List.of("unshare", "-U"));
    }
    if (server && works("setsid", "true")) {
      prefix.add("setsid");
    }
    if (server && works("setpriv", "--pdeathsig", "INT", "true")) {
      // INT and not TERM: TERM would wait for a connected side command to leave
      prefix.addAll(List.of("setpriv", "--pdeathsig", "INT"));
    }
    return prefix;
  }

  /** Sends a signal, such as INT, which Java itself cannot. */
  static void signal(String name, long pid) {
    works("kill", "-" + name, String.valueOf(pid));
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return System.getProperty("user.name", "").equals("root");
    }
  }

  private static boolean works(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false; // not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
