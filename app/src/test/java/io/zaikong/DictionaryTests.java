package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of DICTIONARY.md and the names in the code are the same. */
class DictionaryTests {

  private static final Pattern ROW = Pattern.compile("\\|([^|]+)\\|([^|]+)\\|([^|]*)\\|");
  private static final Pattern PUBLIC =
      Pattern.compile("(?m)^public (?:\\w+ |non-sealed )*?(?:class|record|enum|interface) (\\w+)");

  /** Public for the machinery; not words of the bureau. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "\\w+(Command|Filter|Store|Page|Pages|View|Form|Config|Api|Places|Layer|Figures|Figure|Menu)"
              + "|Fraction|Problem|Reason|Tables");

  private static final List<String> WORDY =
      List.of(
          "app/src/main/java/io/zaikong/org",
          "app/src/main/java/io/zaikong/enterprises",
          "app/src/main/java/io/zaikong/hazards",
          "app/src/main/java/io/zaikong/census",
          "app/src/main/java/io/zaikong/filings",
          "app/src/main/java/io/zaikong/coverage",
          "app/src/main/java/io/zaikong/imports",
          "app/src/main/java/io/zaikong/telemetry",
          "calc-hazard/src/main/java/io/zaikong/calc/hazard",
          "calc-alarm/src/main/java/io/zaikong/calc/alarm");

  private static String dictionary() throws IOException {
    return Files.readString(JavaSource.root().resolve("DICTIONARY.md"));
  }

  /** The names in code style of the second column. */
  private static Set<String> names(String dictionary) {
    Set<String> names = new TreeSet<>();
    for (String line : dictionary.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.lookingAt()) {
        Pattern.compile("`([^`]+)`")
            .matcher(row.group(2))
            .results()
            .forEach(r -> names.addAll(List.of(r.group(1).split("\\.", -1))));
      }
    }
    return names;
  }

  private static List<String> unknown(Set<String> names, List<JavaSource> sources) {
    Set<String> used = new TreeSet<>();
    sources.forEach(
        s -> Pattern.compile("\\w+").matcher(s.code()).results().forEach(r -> used.add(r.group())));
    return names.stream().filter(name -> !used.contains(name)).toList();
  }

  private static List<String> missing(Set<String> names, List<JavaSource> sources) {
    return sources.stream()
        .filter(s -> WORDY.contains(s.folder()))
        .flatMap(s -> PUBLIC.matcher(s.code()).results().map(r -> r.group(1)))
        .filter(type -> !MACHINERY.matcher(type).matches() && !names.contains(type))
        .toList();
  }

  @Test
  void everyNameInTheDictionaryIsInTheCode() throws IOException {
    Set<String> names = names(dictionary());
    assertThat(names).hasSizeGreaterThan(30);
    assertThat(unknown(names, JavaSource.main())).isEmpty();
  }

  @Test
  void everyPublicNounIsInTheDictionary() throws IOException {
    assertThat(missing(names(dictionary()), JavaSource.main())).isEmpty();
  }

  @Test
  void aStrangeNameAndAMissingNounAreFound() {
    Set<String> names = names("| 企业 | `Company`, `Sector.of` | x |\n| --- | --- | --- |\n");
    JavaSource source = JavaSource.of(WORDY.get(0) + "/Post.java", "public record Post(int of) {}");

    assertThat(names).containsExactly("Company", "Sector", "of");
    assertThat(unknown(names, List.of(source))).containsExactly("Company", "Sector");
    assertThat(missing(names, List.of(source))).containsExactly("Post");
  }
}
