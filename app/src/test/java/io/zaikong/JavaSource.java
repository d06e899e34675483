package io.zaikong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Java source for the checks of the build.
 *
 * @param path below the repository's root
 * @param code without comments, each string literal replaced by {@code "N"}, its place in {@code
 *     literals}
 * @param literals the contents of the string literals and text blocks
 */
record JavaSource(String path, String text, String code, List<String> literals) {

  static JavaSource of(String path, String text) {
    List<String> literals = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end;
      if (text.startsWith("//", at)) {
        end = endOf(text, "\n", at) - 1;
      } else if (text.startsWith("/*", at)) {
        end = endOf(text, "*/", at + 2);
      } else if (text.startsWith("\"\"\"", at)) {
        end = endOf(text, "\"\"\"", at + 3);
        code.append('"').append(literals.size()).append('"');
        literals.add(text.substring(at + 3, end - 3).strip());
      } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
        end = endOfQuoted(text, at);
        if (text.charAt(at) == '"') {
          code.append('"').append(literals.size()).append('"');
          literals.add(text.substring(at + 1, end - 1));
        } else {
          code.append("' '");
        }
      } else {
        end = at + 1;
        code.append(text.charAt(at));
      }
      at = Math.max(end, at + 1);
    }
    return new JavaSource(path, text, code.toString(), List.copyOf(literals));
  }

  private static int endOf(String text, String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private static int endOfQuoted(String text, int begin) {
    int at = begin + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(begin)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  static Path root() {
    return Path.of(System.getProperty("zaikong.root", ".."));
  }

  /** The hand-written main sources of the modules that ship. */
  static List<JavaSource> main() {
    return Stream.of("kit", "calc-hazard", "calc-alarm", "app")
        .flatMap(m -> under(m + "/src/main/java"))
        .toList();
  }

  static List<JavaSource> tests() {
    return Stream.of("kit", "calc-hazard", "calc-alarm", "app")
        .flatMap(m -> under(m + "/src/test/java"))
        .toList();
  }

  private static Stream<JavaSource> under(String folder) {
    try (Stream<Path> files = Files.walk(root().resolve(folder))) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .map(JavaSource::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaSource read(Path file) {
    try {
      return of(root().relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The type's simple name. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The capability that it belongs to; empty in the root package and outside the application. */
  String capability() {
    String inside = folder().replaceFirst("^app/src/(main|test)/java/io/zaikong/?", "");
    return inside.equals(folder()) ? "" : inside.replaceFirst("/.*", "");
  }

  long lines() {
    return text.lines().count();
  }
}
