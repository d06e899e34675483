package io.zaikong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application's own PostgreSQL server: started, watched, started again on the same port when it
 * ends by itself, and stopped with the application.
 */
final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final long LOG_LIMIT_BYTES = 10_000_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final ServerCommand command;
  private final Credentials superuser;
  private final int port;
  private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
  private final Thread watcher;
  private final Object state = new Object();
  private boolean stopping;
  private @Nullable Process process;

  private EmbeddedPostgres(
      DataFolder folder, ServerCommand command, Credentials superuser, int port) {
    this.folder = folder;
    this.command = command;
    this.superuser = superuser;
    this.port = port;
    // the kernel ties a server's end to the thread that started it: this one lives as long as we do
    this.watcher = Thread.ofPlatform().daemon().name("postgres-watcher").unstarted(this::watch);
  }

  /**
   * Returns when the server answers.
   *
   * @param durable false only for tests: a commit need not be on disk
   * @param progress gets a line for each step that takes time
   * @throws DatabaseUnavailableException when it does not start
   */
  static EmbeddedPostgres start(DataFolder folder, boolean durable, Consumer<String> progress) {
    try {
      Secrets secrets = Secrets.loadOrCreate(folder.path());
      rotateLog(folder.databaseLog());
      Path binaries = Binaries.unpack(folder.path(), progress);
      Cluster.create(folder, binaries, secrets, durable, progress);
      Leftovers.awaitNone(folder.databaseFiles());
      int port = Ports.choose(DataFolder.findPort(folder.path()));
      EmbeddedPostgres server =
          new EmbeddedPostgres(
              folder,
              new ServerCommand(binaries, folder.databaseFiles(), port, durable),
              new Credentials(Cluster.SUPERUSER, secrets.superuser()),
              port);
      server.watcher.start();
      server.awaitFirstStart();
      folder.writePort(port);
      return server;
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "数据库无法启动：" + e, "The database cannot be started: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database starts", e);
    }
  }

  int port() {
    return port;
  }

  Credentials superuser() {
    return superuser;
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  private void awaitFirstStart() {
    try {
      firstStart.join();
    } catch (CompletionException e) {
      close();
      if (e.getCause() instanceof DatabaseUnavailableException reason) {
        throw reason;
      }
      throw e;
    }
  }

  private void watch() {
    Duration pause = FIRST_PAUSE;
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isStopping()) {
      try {
        Leftovers.awaitNone(folder.databaseFiles());
        Process started = launch();
        if (new Readiness(url("postgres"), superuser).await(started)) {
          firstStart.complete(null);
          pause = FIRST_PAUSE;
        }
        int exit = started.waitFor();
        if (!isStopping()) {
          LOG.warn("PostgreSQL ended by itself ({}); starting it again", exit);
        }
      } catch (IOException | RuntimeException e) {
        LOG.warn("PostgreSQL could not be started: {}", e.toString());
      } catch (InterruptedException e) {
        return;
      }
      if (!firstStart.isDone() && System.nanoTime() > deadline) {
        firstStart.completeExceptionally(notStarting());
        return;
      }
      pause = pauseUnlessStopping(pause);
    }
  }

  private Process launch() throws IOException {
    synchronized (state) {
      if (stopping) {
        throw new IOException("stopping");
      }
      Process started =
          new ProcessBuilder(command.line())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.databaseLog().toFile()))
              .start();
      process = started;
      return started;
    }
  }

  private DatabaseUnavailableException notStarting() {
    return new DatabaseUnavailableException(
        "PostgreSQL 未能启动，见 " + folder.databaseLog(),
        "PostgreSQL does not start, see " + folder.databaseLog());
  }

  private boolean isStopping() {
    synchronized (state) {
      return stopping;
    }
  }

  private Duration pauseUnlessStopping(Duration pause) {
    synchronized (state) {
      long end = System.nanoTime() + pause.toNanos();
      for (long left = pause.toMillis(); !stopping && left > 0; ) {
        try {
          state.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return pause;
        }
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private static void rotateLog(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Stops the server after its running statements are broken off; committed data stay. */
  @Override
  public void close() {
    Process running;
    synchronized (state) {
      stopping = true;
      running = process;
      state.notifyAll();
    }
    if (running == null) {
      return;
    }
    try {
      HostTools.signal("INT", running.pid());
      if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        HostTools.signal("QUIT", running.pid());
        if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          running.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
