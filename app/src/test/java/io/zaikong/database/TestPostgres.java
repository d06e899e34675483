package io.zaikong.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One real PostgreSQL for all tests of this JVM, without waiting for the disk. A test that changes
 * data takes a database of its own, copied from the template in some tens of milliseconds.
 */
public final class TestPostgres {

  private static final String TEMPLATE = "zaikong_template";
  private static final String NAME = "[a-z][a-z0-9_]{0,50}";

  private final EmbeddedPostgres server;
  private final Secrets secrets;
  private boolean prepared;

  private TestPostgres(EmbeddedPostgres server, Secrets secrets) throws SQLException {
    this.server = server;
    this.secrets = secrets;
    Roles.create(server, secrets);
    create(TEMPLATE, "template0");
  }

  public static TestPostgres shared() {
    return Holder.SHARED;
  }

  private static final class Holder {
    static final TestPostgres SHARED = start();
  }

  private static TestPostgres start() {
    try {
      DataFolder folder = DataFolder.open(newFolder());
      EmbeddedPostgres server = EmbeddedPostgres.start(folder, false, line -> {});
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    folder.close();
                    delete(folder.path());
                  }));
      return new TestPostgres(server, Secrets.load(folder.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new data folder in which PostgreSQL's programs are unpacked already. */
  public static Path newFolder() throws IOException {
    Path tests = Path.of("target", "test-postgres").toAbsolutePath();
    Files.createDirectories(tests);
    Path binaries;
    synchronized (TestPostgres.class) {
      binaries = Binaries.unpack(tests, line -> {});
    }
    Path folder = Files.createTempDirectory(tests, "data");
    Files.createSymbolicLink(folder.resolve(binaries.getFileName()), binaries);
    return folder;
  }

  public static void delete(Path folder) {
    try {
      Binaries.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database, shared by tests that leave nothing behind. */
  public DatabaseSettings settings() {
    return settings(Roles.DATABASE);
  }

  public DatabaseSettings settings(String database) {
    return Database.settings(server.url(database), secrets);
  }

  /**
   * Runs the migration on the template, once a JVM. It must close its connections: a database in
   * use cannot be copied.
   */
  public synchronized void prepareTemplate(Consumer<DatabaseSettings> migration) {
    if (!prepared) {
      migration.accept(settings(TEMPLATE));
      prepared = true;
    }
  }

  /** A copy of the template under this name, in place of any older one. */
  public synchronized DatabaseSettings createDatabaseFromTemplate(String name) {
    try {
      create(name, TEMPLATE);
      return settings(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * An empty database of another server's roles, as an installation finds it that brings its own.
   */
  public synchronized DatabaseSettings createForeignDatabase(String name) {
    drop(name);
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      for (String role : List.of("owner", "app", "audit")) {
        statement.execute(
            """
            do $$ begin
              if to_regrole('foreign_%1$s') is null then
                create role foreign_%1$s login password 'Foreign-%1$s-1';
              end if;
            end $$
            """
                .formatted(role));
      }
      statement.execute(
          "create database %s owner foreign_owner template template0".formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseSettings(
        server.url(name),
        new Credentials("foreign_owner", "Foreign-owner-1"),
        new Credentials("foreign_app", "Foreign-app-1"),
        Optional.of(new Credentials("foreign_audit", "Foreign-audit-1")));
  }

  /** An empty database of this name, for a test that migrates it itself. */
  public synchronized DatabaseSettings createEmptyDatabase(String name) {
    try {
      create(name, "template0");
      return settings(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The superuser, whom the application never uses, for what tests must see or break. */
  public Connection superuser(String database) throws SQLException {
    return Connections.open(server.url(database), server.superuser());
  }

  public Credentials superuser() {
    return server.superuser();
  }

  public void drop(String name) {
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists %s with (force)".formatted(checked(name)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String checked(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(name);
    }
    return name;
  }

  private void create(String name, String template) throws SQLException {
    drop(name);
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database %s owner zaikong_owner template %s".formatted(name, template));
      statement.execute("revoke all on database " + name + " from public");
      statement.execute("grant connect, temporary on database " + name + " to zaikong_app");
      statement.execute("grant connect on database " + name + " to zaikong_audit");
    }
  }
}
