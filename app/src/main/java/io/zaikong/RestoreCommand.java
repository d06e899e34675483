package io.zaikong;

import io.zaikong.backup.BackupRefusedException;
import io.zaikong.backup.Manifest;
import io.zaikong.backup.Restore;
import io.zaikong.database.DataFolder;
import io.zaikong.database.Database;
import io.zaikong.journal.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/**
 * {@code restore FILE [--data DIR]}: fills an empty data folder, or the empty database that the
 * environment names, and verifies the journal. Also the way to a newer PostgreSQL.
 */
final class RestoreCommand {

  private RestoreCommand() {}

  /** 0 done, 1 refused or not as it should be, 2 wrong usage. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Map<String, String> options;
    try {
      options = SideOptions.parse(arguments, "", "--data");
      SideOptions.requireFile(options);
    } catch (IllegalArgumentException e) {
      err.println("restore: " + e.getMessage());
      err.println("用法 usage: zaikong restore FILE [--data DIR]");
      return 2;
    }
    try (Restore restore = Restore.of(Path.of(options.getOrDefault("", "")));
        DataFolder folder = DataFolder.open(SideOptions.folder(options));
        Database database = Database.openTarget(folder, System.getenv(), err::println)) {
      restore.into(database.settings(), Clock.systemUTC(), err::println);
      return report(restore, database, out, err);
    } catch (BackupRefusedException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException | SQLException | DataAccessException | FlywayException e) {
      err.println("恢复没有完成,目标不能使用,可再次运行恢复:" + e.getMessage());
      err.println("The restore was not finished; run it again: " + e.getMessage());
      return 1;
    }
  }

  private static int report(Restore restore, Database database, PrintStream out, PrintStream err) {
    Manifest manifest = restore.manifest();
    out.printf(
        "已恢复 restored: %s 的备份 backup, %d 张表 tables, %,d 行 rows%n",
        manifest.createdAt(), manifest.tables().size(), manifest.rows());
    out.println("seal " + restore.seal());
    Verification.Result journal =
        new Verification(SideOptions.reader(database.settings())).verify(Map.of());
    journal.faults().forEach(err::println);
    if (!journal.isIntact()) {
      err.println("数据已按备份恢复,但其审计日志校验未通过:" + journal.faults().size() + " 处");
      err.println("The data are as in the backup, but its journal does not verify.");
      return 1;
    }
    out.printf("审计日志完整:%d 个区块,%d 条记录%n", journal.head().height(), journal.entries());
    out.printf("head %d %s%n", journal.head().height(), journal.head().seal());
    return 0;
  }
}
