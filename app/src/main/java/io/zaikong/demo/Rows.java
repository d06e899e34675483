package io.zaikong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tab-separated tables of this package: a header line, then one row a line. */
final class Rows {

  private Rows() {}

  static List<List<String>> read(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Rows.class.getResourceAsStream(file), () -> "no table " + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
