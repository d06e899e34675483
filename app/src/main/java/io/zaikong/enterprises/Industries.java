package io.zaikong.enterprises;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sections and divisions of the national economy (国民经济行业, GB/T 4754-2017). A code has two to four
 * digits; the first two are the division.
 */
public final class Industries {

  private static final Map<String, String> DIVISIONS = read();

  private Industries() {}

  static boolean isValid(String code) {
    return code.matches("\\d{2,4}") && DIVISIONS.containsKey(code.substring(0, 2));
  }

  /** Section and division, such as 制造业 化学原料和化学制品制造业; empty for no code. */
  public static Optional<String> findName(String code) {
    return code.length() < 2
        ? Optional.empty()
        : Optional.ofNullable(DIVISIONS.get(code.substring(0, 2)));
  }

  private static Map<String, String> read() {
    Map<String, String> divisions = new LinkedHashMap<>();
    String section = "";
    for (String line : lines().split("\\R")) {
      String[] parts = line.split("\t");
      if (line.startsWith("#") || parts.length < 2) {
        continue;
      }
      if (Character.isLetter(parts[0].charAt(0))) {
        section = parts[1];
      } else {
        divisions.put(parts[0], section.equals(parts[1]) ? section : section + " " + parts[1]);
      }
    }
    return Map.copyOf(divisions);
  }

  private static String lines() {
    try (InputStream in = Industries.class.getResourceAsStream("industries.tsv")) {
      if (in == null) {
        throw new IllegalStateException("missing resource industries.tsv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
