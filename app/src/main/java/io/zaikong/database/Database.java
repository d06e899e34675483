package io.zaikong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open database: closing it stops the server that was started for it, if one was. */
public final class Database implements AutoCloseable {

  private static final Duration ATTACH_LIMIT = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final DatabaseSettings settings;
  private final @Nullable EmbeddedPostgres server;
  private final @Nullable DataFolder ownFolder;

  private Database(
      DatabaseSettings settings,
      @Nullable EmbeddedPostgres server,
      @Nullable DataFolder ownFolder) {
    this.settings = settings;
    this.server = server;
    this.ownFolder = ownFolder;
  }

  /**
   * The application's database: the one named by {@code ZAIKONG_DB_URL}, or the folder's own, which
   * is started. The folder stays the caller's to close, after this.
   *
   * @param progress gets a line for each step that takes time
   * @throws DatabaseUnavailableException when there is none that can be used
   */
  public static Database open(
      DataFolder folder, Map<String, String> environment, Consumer<String> progress) {
    return openTarget(folder, environment, progress).requireFinished();
  }

  /** As {@link #open}, for a restore: it may hold one that was not finished. */
  public static Database openTarget(
      DataFolder folder, Map<String, String> environment, Consumer<String> progress) {
    Optional<DatabaseSettings> external = ExternalDatabase.find(environment);
    if (external.isPresent()) {
      DatabaseCheck.require(external.get());
      return new Database(external.get(), null, null);
    }
    return start(folder, null, progress);
  }

  /**
   * The database for a side command, whether the application runs or not: joins the server that
   * runs on the folder, or starts it for as long as this is open.
   *
   * @throws DatabaseUnavailableException when the folder holds no database or it does not answer
   */
  public static Database attach(Path folder, Map<String, String> environment) {
    return attachToAny(folder, environment).requireFinished();
  }

  private static Database attachToAny(Path folder, Map<String, String> environment) {
    Optional<DatabaseSettings> external = ExternalDatabase.find(environment);
    if (external.isPresent()) {
      DatabaseCheck.require(external.get());
      return new Database(external.get(), null, null);
    }
    if (!Files.isDirectory(folder.resolve("pgdata"))) {
      throw new DatabaseUnavailableException(
          "%s 中没有数据库。".formatted(folder), "There is no database in %s.".formatted(folder));
    }
    long deadline = System.nanoTime() + ATTACH_LIMIT.toNanos();
    while (true) {
      Optional<DataFolder> free = DataFolder.findFree(folder);
      if (free.isPresent()) {
        return start(free.get(), free.get(), line -> {});
      }
      try {
        return join(folder);
      } catch (DatabaseUnavailableException | IOException e) {
        pause(folder, deadline, e); // it may just be starting or stopping
      }
    }
  }

  private Database requireFinished() {
    try {
      DatabaseCheck.requireFinished(settings);
      return this;
    } catch (DatabaseUnavailableException e) {
      close();
      throw e;
    }
  }

  private static Database join(Path folder) throws IOException {
    int port =
        DataFolder.findPort(folder)
            .orElseThrow(() -> new IOException("no server has been started on " + folder));
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Roles.DATABASE);
    DatabaseSettings settings = settings(url, Secrets.load(folder));
    DatabaseCheck.require(settings);
    return new Database(settings, null, null);
  }

  private static void pause(Path folder, long deadline, Exception last) {
    if (System.nanoTime() > deadline) {
      throw new DatabaseUnavailableException(
          "%s 的数据库没有应答：%s".formatted(folder, last.getMessage()),
          "The database of %s does not answer: %s".formatted(folder, last.getMessage()),
          last);
    }
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Database start(
      DataFolder folder, @Nullable DataFolder ownFolder, Consumer<String> progress) {
    EmbeddedPostgres server = null;
    try {
      server = EmbeddedPostgres.start(folder, true, progress);
      Secrets secrets = Secrets.load(folder.path());
      Roles.create(server, secrets);
      DatabaseSettings settings = settings(server.url(Roles.DATABASE), secrets);
      DatabaseCheck.require(settings);
      return new Database(settings, server, ownFolder);
    } catch (IOException | SQLException | RuntimeException e) {
      close(server, ownFolder);
      if (e instanceof DatabaseUnavailableException reason) {
        throw reason;
      }
      throw new DatabaseUnavailableException(
          "数据库无法准备：" + e.getMessage(), "The database cannot be prepared: " + e.getMessage(), e);
    }
  }

  static DatabaseSettings settings(String url, Secrets secrets) {
    return new DatabaseSettings(
        url + "?connectTimeout=5&tcpKeepAlive=true&ApplicationName=zaikong",
        new Credentials(Roles.OWNER, secrets.owner()),
        new Credentials(Roles.APP, secrets.app()),
        Optional.of(new Credentials(Roles.AUDIT, secrets.audit())));
  }

  public DatabaseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    close(server, ownFolder);
  }

  private static void close(@Nullable EmbeddedPostgres server, @Nullable DataFolder ownFolder) {
    if (server != null) {
      server.close();
    }
    if (ownFolder != null) {
      ownFolder.close();
    }
  }
}
