package io.zaikong;

import io.zaikong.database.Database;
import io.zaikong.journal.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code verify [--head FILE] [--data DIR]}: recomputes the journal's blocks. The last line of its
 * output, {@code head HEIGHT SEAL}, kept outside and given back with {@code --head}, shows a chain
 * that was rebuilt as a whole.
 */
final class VerifyCommand {

  private static final Pattern HEAD = Pattern.compile("head (\\d{1,18}) ([0-9a-f]{64})");

  private VerifyCommand() {}

  /** 0 intact, 1 not, 2 wrong usage. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Map<String, String> options;
    Map<Long, String> heads;
    try {
      options = SideOptions.parse(arguments, "--head", "--data");
      heads = readHeads(options.get("--head"));
    } catch (IOException | IllegalArgumentException e) {
      err.println("verify: " + e.getMessage());
      err.println("用法 usage: zaikong verify [--head FILE] [--data DIR]");
      return 2;
    }
    try (Database database = SideOptions.attach(options)) {
      Verification.Result result =
          new Verification(SideOptions.reader(database.settings())).verify(heads);
      result.faults().forEach(err::println);
      if (!result.isIntact()) {
        err.println("审计日志校验未通过:" + result.faults().size() + " 处");
        return 1;
      }
      out.printf("审计日志完整:%d 个区块,%d 条记录%n", result.head().height(), result.entries());
      out.printf("head %d %s%n", result.head().height(), result.head().seal());
      return 0;
    }
  }

  private static Map<Long, String> readHeads(@org.jspecify.annotations.Nullable String file)
      throws IOException {
    Map<Long, String> heads = new HashMap<>();
    if (file == null) {
      return heads;
    }
    for (String line : Files.readAllLines(Path.of(file))) {
      Matcher head = HEAD.matcher(line.strip());
      if (head.matches()) {
        heads.put(Long.valueOf(head.group(1)), head.group(2));
      }
    }
    if (heads.isEmpty()) {
      throw new IllegalArgumentException(file + " 中没有形如 head 高度 封印 的行");
    }
    return heads;
  }
}
