package io.zaikong;

import io.zaikong.edge.Exposure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code zaikong start} was asked for.
 *
 * @param asOf the day that the application takes for today, for demonstrations
 * @param enterprises how many the demonstration city is to have
 * @param data the data folder
 * @param exposure who can reach the pages and how the way is protected
 */
record StartOptions(
    boolean demo, Optional<LocalDate> asOf, int enterprises, Path data, Exposure exposure) {

  static final String USAGE =
      """
      zaikong start [--demo] [--as-of DATE] [--enterprises N]
                    [--host H] [--port N] [--data DIR]
                    [--tls-cert FILE --tls-key FILE | --behind-proxy ADDR | --insecure]
      """;

  private static final Set<String> FLAGS = Set.of("--demo", "--insecure");
  private static final Set<String> VALUES =
      Set.of(
          "--as-of",
          "--enterprises",
          "--host",
          "--port",
          "--data",
          "--tls-cert",
          "--tls-key",
          "--behind-proxy");
  private static final int DEFAULT_PORT = 8080;
  private static final int LAST_PORT = 65_535;
  private static final int DEFAULT_ENTERPRISES = 6_000;
  private static final int LEAST_ENTERPRISES = 1_000;
  private static final int GREATEST_ENTERPRISES = 60_000;

  /**
   * @param arguments those after {@code start}
   * @param home where the data folder is unless {@code --data} names another
   * @throws UsageException when an option is unknown, incomplete or contradicts another
   */
  static StartOptions parse(List<String> arguments, Path home) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      boolean flag = FLAGS.contains(name);
      if (!flag && !VALUES.contains(name)) {
        throw new UsageException("未知的选项 " + name, "unknown option " + name);
      }
      if (!flag && (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--"))) {
        throw new UsageException("选项 " + name + " 缺少值", name + " needs a value");
      }
      if (given.put(name, flag ? "" : arguments.get(++i)) != null) {
        throw new UsageException("选项 " + name + " 重复", name + " is given twice");
      }
    }
    return of(given, home);
  }

  private static StartOptions of(Map<String, String> given, Path home) {
    try {
      Exposure exposure =
          Exposure.of(
              given.getOrDefault("--host", "127.0.0.1"),
              port(given),
              find(given, "--tls-cert").map(Path::of),
              find(given, "--tls-key").map(Path::of),
              find(given, "--behind-proxy"),
              given.containsKey("--insecure"));
      return new StartOptions(
          given.containsKey("--demo"),
          find(given, "--as-of").map(StartOptions::date),
          enterprises(given),
          find(given, "--data").map(Path::of).orElse(home.resolve("data")).toAbsolutePath(),
          exposure);
    } catch (Exposure.RefusedException e) {
      throw new UsageException(e.chinese(), e.english());
    }
  }

  private static Optional<String> find(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name));
  }

  private static int port(Map<String, String> given) {
    return number(given, "--port", DEFAULT_PORT, 1, LAST_PORT);
  }

  private static int enterprises(Map<String, String> given) {
    return number(
        given, "--enterprises", DEFAULT_ENTERPRISES, LEAST_ENTERPRISES, GREATEST_ENTERPRISES);
  }

  private static int number(
      Map<String, String> given, String name, int usual, int least, int greatest) {
    String text = given.getOrDefault(name, String.valueOf(usual));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(
        "%s 应是 %d 到 %d 的整数，而不是 %s".formatted(name, least, greatest, text),
        "%s must be %d to %d, not %s".formatted(name, least, greatest, text));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--as-of 应是日期，如 2026-11-24，而不是 " + text,
          "--as-of must be a date such as 2026-11-24, not " + text);
    }
  }

  /** The command line cannot be carried out as it stands. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String chinese, String english) {
      super(chinese + System.lineSeparator() + english);
    }
  }
}
