package io.zaikong.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Server processes that an application killed before us left on its data. Every PostgreSQL process
 * works in its data folder, so they are found by that, whatever their ids and names.
 */
final class Leftovers {

  private static final Path PROCESSES = Path.of("/proc");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration LOOK = Duration.ofMillis(50);

  private Leftovers() {}

  /**
   * Waits until no process works on the data, asking a server that stays to stop; then removes the
   * stale lock file, which otherwise stops the start when its process id has been given to another.
   * Only the holder of the data folder may call it.
   *
   * @throws DatabaseUnavailableException when one does not end
   */
  static void awaitNone(Path data) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    boolean asked = false;
    while (!listProcesses(data).isEmpty()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      if (waited.compareTo(LIMIT) > 0) {
        throw new DatabaseUnavailableException(
            "上次运行的数据库进程仍在使用 %s：%s".formatted(data, listProcesses(data)),
            "Database processes of an earlier run still work on %s: %s"
                .formatted(data, listProcesses(data)));
      }
      if (!asked && waited.compareTo(PATIENCE) > 0) {
        findPostmaster(data).ifPresent(pid -> HostTools.signal("INT", pid));
        asked = true;
      }
      Thread.sleep(LOOK);
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  static List<Long> listProcesses(Path data) throws IOException {
    if (!Files.isDirectory(PROCESSES)) {
      return List.of();
    }
    try (var entries = Files.list(PROCESSES)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .filter(pid -> worksIn(pid, data))
          .toList();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  /** The server's own process, among those that work on the data. */
  static Optional<Long> findPostmaster(Path data) {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines.findFirst().map(l -> Long.valueOf(l.strip())).filter(pid -> worksIn(pid, data));
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean worksIn(long pid, Path data) {
    try {
      Path process = PROCESSES.resolve(String.valueOf(pid));
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data) && isPostgres(process);
    } catch (IOException e) {
      return false; // ended, or not ours to look into
    }
  }

  private static boolean isPostgres(Path process) throws IOException {
    return Files.readString(process.resolve("comm")).strip().equals("postgres");
  }
}
