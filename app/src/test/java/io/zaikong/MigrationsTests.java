package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration that was released is never edited. */
class MigrationsTests {

  private static final Path ROOT = JavaSource.root();

  @Test
  void aReleasedMigrationIsAsItWas() throws IOException {
    Map<String, String> present = new TreeMap<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("app/src/main/resources/db/migration"))) {
      for (Path file : files.toList()) {
        present.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
      }
    }
    List<String> released =
        Files.readAllLines(ROOT.resolve("app/src/test/resources/migrations.sha256"));

    assertThat(present.keySet())
        .allMatch(name -> name.matches("V\\d{12}__[a-z]+_[a-z0-9_]+\\.sql"));
    assertThat(faults(released, present)).isEmpty();
  }

  @Test
  void anEditedOrMissingOneIsFound() {
    String sum = sha256("create".getBytes(StandardCharsets.UTF_8));
    List<String> released = List.of("# list", "", sum + "  V1__a.sql", sum + "  V2__b.sql");

    assertThat(faults(released, Map.of("V1__a.sql", sum, "V2__b.sql", sum, "V3__new.sql", "x")))
        .isEmpty();
    assertThat(faults(released, Map.of("V1__a.sql", "other")))
        .containsExactly("edited: V1__a.sql", "missing: V2__b.sql");
  }

  private static List<String> faults(List<String> released, Map<String, String> present) {
    List<String> faults = new ArrayList<>();
    for (String line : released) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String sum = line.substring(0, line.indexOf(' '));
      String name = line.substring(line.indexOf(' ')).strip();
      if (!present.containsKey(name)) {
        faults.add("missing: " + name);
      } else if (!sum.equals(present.get(name))) {
        faults.add("edited: " + name);
      }
    }
    return faults;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
