package io.zaikong;

import io.zaikong.backup.Backup;
import io.zaikong.backup.BackupRefusedException;
import io.zaikong.database.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataAccessException;

/**
 * {@code backup FILE [--data DIR]}: copies everything into one file while the application goes on.
 * Its last line is {@code seal SHA256}.
 */
final class BackupCommand {

  private BackupCommand() {}

  /** 0 done, 1 refused, 2 wrong usage. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Map<String, String> options;
    try {
      options = SideOptions.parse(arguments, "", "--data");
      SideOptions.requireFile(options);
    } catch (IllegalArgumentException e) {
      err.println("backup: " + e.getMessage());
      err.println("用法 usage: zaikong backup FILE [--data DIR]");
      return 2;
    }
    Path file = Path.of(options.getOrDefault("", ""));
    try (Database database = SideOptions.attach(options)) {
      Backup.Made made = Backup.make(database.settings(), file, product(), Clock.systemUTC());
      out.printf(
          "已备份 backed up: %s, %,d 字节 bytes, %d 张表 tables, %,d 行 rows%n",
          file, made.bytes(), made.manifest().tables().size(), made.manifest().rows());
      out.println("seal " + made.seal());
      return 0;
    } catch (BackupRefusedException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException | SQLException | DataAccessException e) {
      err.println("备份失败,没有留下文件:" + e.getMessage());
      err.println("The backup failed and left no file: " + e.getMessage());
      return 1;
    }
  }

  private static String product() {
    return Objects.requireNonNullElse(
        Zaikong.class.getPackage().getImplementationVersion(), "development");
  }
}
