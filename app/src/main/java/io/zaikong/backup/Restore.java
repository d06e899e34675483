package io.zaikong.backup;

import io.zaikong.database.DatabaseSettings;
import io.zaikong.journal.Relocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills an empty database from a backup and brings it to this program's version. */
public final class Restore implements AutoCloseable {

  private final BackupFile file;

  private Restore(BackupFile file) {
    this.file = file;
  }

  /**
   * Reads the file through.
   *
   * @throws BackupRefusedException when it is not as it was written, or of a newer program
   */
  public static Restore of(Path path) throws IOException {
    BackupFile file = BackupFile.open(path);
    try {
      Manifest manifest = file.manifest();
      Migrations.requireKnown(manifest.schemaVersion(), manifest.product());
      return new Restore(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public Manifest manifest() {
    return file.manifest();
  }

  public String seal() {
    return file.seal();
  }

  /**
   * Fills the database. What ends it early leaves the mark on it, and the next restore begins anew.
   *
   * @param progress gets a line for each step
   * @throws BackupRefusedException when the database is not empty, or the file does not fit it
   */
  public void into(DatabaseSettings settings, Clock clock, Consumer<String> progress)
      throws IOException, SQLException {
    var owner =
        new DriverManagerDataSource(
            settings.url(), settings.owner().user(), settings.owner().password());
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      var single = new SingleConnectionDataSource(connection, true);
      Target target = new Target(single);
      begin(target);
      connection.commit();
      progress.accept("建立 %s 版结构 building the schema …".formatted(manifest().schemaVersion()));
      Migrations.migrateTo(settings, manifest().schemaVersion());
      progress.accept("装入 %,d 行 loading %<,d rows …".formatted(manifest().rows()));
      load(connection, target, new Catalogue(single));
      connection.commit();
      progress.accept("升级到当前版本 upgrading to the current version …");
      Migrations.migrateToLatest(settings);
      new Relocation(single, clock)
          .recordRestore(
              Map.of(
                  "seal", seal(),
                  "createdAt", manifest().createdAt().toString(),
                  "product", manifest().product()));
      target.analyze();
      target.markFinished();
      connection.commit();
    }
  }

  private static void begin(Target target) {
    if (!target.takeAlone()) {
      throw new BackupRefusedException(
          "另一个恢复正在这个数据库上进行。", "Another restore works on this database.");
    }
    if (target.isUnfinished()) {
      target.clear();
    } else if (target.isEmpty()) {
      target.markUnfinished();
    } else {
      throw new BackupRefusedException(
          "目标数据库不是空的,未恢复任何内容。请换一个数据目录或空数据库。",
          "The target database is not empty; nothing was restored. Choose another data folder or an"
              + " empty database.");
    }
  }

  private void load(Connection connection, Target target, Catalogue catalogue)
      throws IOException, SQLException {
    catalogue.fixForms();
    List<String> migrations = catalogue.listMigrations();
    List<Catalogue.Table> tables = catalogue.listTables();
    requireSameTables(tables);
    List<Target.ForeignKey> keys = target.listForeignKeys();
    target.drop(keys);
    target.emptyTables();
    Copy copy = new Copy(connection);
    for (int i = 0; i < tables.size(); i++) {
      Manifest.Table expected = manifest().tables().get(i);
      try (InputStream rows = file.open(expected)) {
        requireSame(expected, copy.in(tables.get(i), rows));
      }
    }
    target.setSequences(manifest().sequences());
    target.add(keys);
    target.enableTriggers();
    if (!migrations.equals(catalogue.listMigrations())) {
      throw new BackupRefusedException(
          "备份所用的结构升级脚本与本程序的不同,不能恢复。",
          "The migrations of the backup are not those of this program; it cannot be restored.");
    }
    for (int i = 0; i < tables.size(); i++) {
      requireSame(
          manifest().tables().get(i), copy.out(tables.get(i), OutputStream.nullOutputStream()));
    }
  }

  private void requireSameTables(List<Catalogue.Table> tables) {
    List<String> expected =
        manifest().tables().stream().map(t -> t.name() + " " + t.columns()).toList();
    List<String> found = tables.stream().map(t -> t.name() + " " + t.columns()).toList();
    if (!expected.equals(found)) {
      List<String> odd =
          Stream.concat(expected.stream(), found.stream())
              .filter(t -> !expected.contains(t) || !found.contains(t))
              .toList();
      throw new BackupRefusedException(
          "备份中的表与其版本的结构不符:" + odd, "The backup's tables are not those of its version: " + odd);
    }
  }

  private static void requireSame(Manifest.Table expected, Manifest.Table found) {
    if (!expected.equals(found)) {
      throw new BackupRefusedException(
          "表 %s 与备份清单不符:应为 %d 行 %s,实为 %d 行 %s。"
              .formatted(
                  expected.name(),
                  expected.rows(),
                  expected.sha256(),
                  found.rows(),
                  found.sha256()),
          "The table %s is not as the manifest says: %d rows, not %d, or other contents."
              .formatted(expected.name(), found.rows(), expected.rows()));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
