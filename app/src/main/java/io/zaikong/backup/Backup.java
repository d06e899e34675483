package io.zaikong.backup;

import io.zaikong.database.Credentials;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.journal.Relocation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Copies everything into one file while the application goes on. */
public final class Backup {

  private Backup() {}

  /**
   * A finished backup.
   *
   * @param seal of the file, to be kept elsewhere: a file that was made anew has another
   */
  public record Made(Manifest manifest, long bytes, String seal) {}

  /**
   * Writes the file as of one moment, and into the journal that it was made.
   *
   * @throws BackupRefusedException when the file is there already
   */
  public static Made make(DatabaseSettings settings, Path file, String product, Clock clock)
      throws IOException, SQLException {
    Credentials owner = settings.owner();
    var source = new DriverManagerDataSource(settings.url(), owner.user(), owner.password());
    try (BackupWriter writer = BackupWriter.create(file)) {
      new Relocation(source, clock)
          .recordBackup(Map.of("file", String.valueOf(file.getFileName()), "product", product));
      try (Connection connection = source.getConnection()) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        Manifest manifest = copyAll(connection, writer, product, clock);
        connection.rollback();
        String seal = writer.finish();
        return new Made(manifest, Files.size(file), seal);
      }
    }
  }

  private static Manifest copyAll(
      Connection connection, BackupWriter writer, String product, Clock clock)
      throws IOException, SQLException {
    Catalogue catalogue = new Catalogue(new SingleConnectionDataSource(connection, true));
    catalogue.fixForms();
    catalogue.lockTables();
    Copy copy = new Copy(connection);
    List<Manifest.Table> tables = new ArrayList<>();
    for (Catalogue.Table table : catalogue.listTables()) {
      try (OutputStream entry = writer.entry(BackupWriter.TABLES + table.name())) {
        tables.add(copy.out(table, entry));
      }
    }
    // sequences know no snapshot: read last, none is behind the rows
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            product,
            catalogue.schemaVersion(),
            catalogue.serverVersion(),
            clock.instant(),
            tables,
            catalogue.sequences());
    try (OutputStream entry = writer.entry(BackupWriter.MANIFEST)) {
      entry.write(new JsonMapper().writeValueAsBytes(manifest));
    }
    return manifest;
  }
}
