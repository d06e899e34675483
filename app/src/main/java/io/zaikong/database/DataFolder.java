package io.zaikong.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder that holds everything the application keeps outside the code: the database, its
 * secrets, certificates, logs. Held by one process at a time.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String PORT = "postgres.port";

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it when it is missing.
   *
   * @throws DatabaseUnavailableException when another process holds it or it cannot be written
   */
  public static DataFolder open(Path folder) {
    return findFree(folder)
        .orElseThrow(
            () ->
                new DatabaseUnavailableException(
                    "数据目录 %s 正被进程 %s 使用。".formatted(folder, holder(folder)),
                    "The data folder %s is in use by process %s; stop it or choose another with --data."
                        .formatted(folder, holder(folder))));
  }

  /** Takes the folder, or nothing when another process holds it. */
  static Optional<DataFolder> findFree(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Path real = folder.toRealPath();
      return lock(real);
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "数据目录 %s 无法使用：%s".formatted(folder, e),
          "The data folder %s cannot be used: %s".formatted(folder, e),
          e);
    }
  }

  private static Optional<DataFolder> lock(Path real) throws IOException {
    FileChannel channel =
        FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // this very process holds it
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    String pid = ProcessHandle.current().pid() + System.lineSeparator();
    channel.write(StandardCharsets.US_ASCII.encode(pid));
    return Optional.of(new DataFolder(real, channel, lock));
  }

  private static String holder(Path folder) {
    try {
      return Files.readString(folder.resolve(LOCK)).strip();
    } catch (IOException e) {
      return "?";
    }
  }

  public Path path() {
    return path;
  }

  Path databaseFiles() {
    return path.resolve("pgdata");
  }

  Path databaseLog() {
    return path.resolve("postgres.log");
  }

  void writePort(int port) throws IOException {
    Secrets.writePrivately(path.resolve(PORT), port + System.lineSeparator());
  }

  /** The port of the folder's server as last started, running or not. */
  static Optional<Integer> findPort(Path folder) {
    Path file = folder.resolve(PORT);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.valueOf(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new IllegalStateException("cannot release " + path, e);
    }
  }
}
