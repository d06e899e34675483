package io.zaikong.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The random passwords of a data folder's roles, in a file that only its owner may read. */
record Secrets(String superuser, String owner, String app, String audit) {

  private static final String FILE = "secrets";
  private static final int PASSWORD_BYTES = 24;

  static Secrets loadOrCreate(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      SecureRandom random = new SecureRandom();
      Secrets made =
          new Secrets(password(random), password(random), password(random), password(random));
      writePrivately(file, made.asText());
    }
    return load(folder);
  }

  /**
   * @throws IOException when the file is missing, unreadable or incomplete
   */
  static Secrets load(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Properties values = new Properties();
    values.load(new StringReader(Files.readString(file)));
    return new Secrets(
        get(values, "superuser", file),
        get(values, "owner", file),
        get(values, "app", file),
        get(values, "audit", file));
  }

  /** Writes a file that only its owner may read; it appears whole or not at all. */
  static void writePrivately(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var channel =
        java.nio.channels.FileChannel.open(draft, java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String get(Properties values, String key, Path file) throws IOException {
    String value = values.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IOException(file + " holds no " + key);
    }
    return value;
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String asText() {
    return "superuser=%s%nowner=%s%napp=%s%naudit=%s%n".formatted(superuser, owner, app, audit);
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
