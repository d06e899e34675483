package io.zaikong.org;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was typed into a field that suggests records: {@code KEY NAME} as suggested, the key alone,
 * or a name that fits one record only.
 */
record Typed(String key, String name) {

  static Typed of(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    return new Typed(parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** Whether the record that the key leads to is the one that was meant. */
  boolean fits(String actual) {
    return name.isEmpty() || name.equals(actual);
  }

  /** The one of those found that has exactly the typed name. */
  static <T> Optional<T> only(List<T> found, String text, Function<T, String> nameOf) {
    List<T> exact = found.stream().filter(t -> nameOf.apply(t).equals(text.strip())).toList();
    return exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.empty();
  }
}
