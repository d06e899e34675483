package io.zaikong;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Arrows between the capabilities, and the size of files and packages. */
class ArchitectureTests {

  private static final int MOST_LINES = 400;
  private static final int MOST_TYPES = 40;

  /** Who may know whom; the package-infos must say the same. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("shell", Set.of()),
          Map.entry("workbook", Set.of()),
          Map.entry("identify", Set.of()),
          Map.entry("database", Set.of()),
          Map.entry("edge", Set.of("shell")),
          Map.entry("figures", Set.of("shell")),
          Map.entry("journal", Set.of("shell")),
          Map.entry("backup", Set.of("database", "journal")),
          Map.entry("calendar", Set.of("shell", "journal")),
          Map.entry("documents", Set.of("shell", "journal")),
          Map.entry("maps", Set.of("shell", "journal", "org", "edge")),
          Map.entry("notices", Set.of("shell", "journal", "edge")),
          Map.entry("org", Set.of("shell", "journal", "notices")),
          Map.entry("access", Set.of("shell", "journal", "org")),
          Map.entry(
              "enterprises",
              Set.of("shell", "journal", "org", "figures", "imports", "maps", "workbook")),
          Map.entry("imports", Set.of("shell", "journal", "notices", "workbook")),
          Map.entry("substances", Set.of("shell", "journal", "org", "imports", "workbook")),
          Map.entry(
              "hazards",
              Set.of(
                  "shell",
                  "journal",
                  "documents",
                  "org",
                  "figures",
                  "enterprises",
                  "notices",
                  "substances",
                  "workbook")),
          Map.entry(
              "filings",
              Set.of(
                  "shell",
                  "journal",
                  "notices",
                  "documents",
                  "calendar",
                  "org",
                  "figures",
                  "enterprises",
                  "hazards",
                  "imports",
                  "workbook")),
          Map.entry(
              "coverage",
              Set.of(
                  "shell",
                  "journal",
                  "notices",
                  "org",
                  "figures",
                  "enterprises",
                  "hazards",
                  "imports",
                  "workbook")),
          Map.entry(
              "telemetry",
              Set.of(
                  "shell",
                  "journal",
                  "notices",
                  "org",
                  "figures",
                  "enterprises",
                  "hazards",
                  "imports",
                  "workbook")),
          Map.entry(
              "census",
              Set.of(
                  "shell",
                  "journal",
                  "org",
                  "enterprises",
                  "hazards",
                  "imports",
                  "substances",
                  "workbook")));

  /** It only makes data, so it may know everything; nobody may know it. */
  private static final String DEMO = "demo";

  /** The pure libraries are for everyone. */
  @Test
  void noArrowIsDrawnThatIsNotDeclared() {
    ApplicationModules.of(
            Zaikong.class, resideInAnyPackage("io.zaikong.kit..", "io.zaikong.calc.."))
        .verify();
  }

  @Test
  void theDeclaredArrowsAreThoseOfTheArchitecture() {
    Map<String, Set<String>> declared = new TreeMap<>();
    JavaSource.main().stream()
        .map(JavaSource::capability)
        .filter(c -> !c.isEmpty() && !c.equals(DEMO))
        .forEach(c -> declared.put(c, Arrows.of(c)));
    assertThat(declared).isEqualTo(new TreeMap<>(ARROWS));
    assertThat(declared.values()).noneMatch(known -> known.contains(DEMO));
  }

  /** It would hide the one of the main sources, and with it the arrows. */
  @Test
  void noTestHasAPackageInfoOfItsOwn() {
    assertThat(packageInfos(JavaSource.tests())).isEmpty();
    assertThat(packageInfos(List.of(JavaSource.of("a/package-info.java", "package a;"))))
        .containsExactly("a/package-info.java");
  }

  private static List<String> packageInfos(List<JavaSource> sources) {
    return sources.stream()
        .filter(s -> s.name().equals("package-info"))
        .map(JavaSource::path)
        .toList();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    assertThat(packagesWithoutMark(JavaSource.main())).isEmpty();
  }

  private static Set<String> packagesWithoutMark(List<JavaSource> sources) {
    Set<String> folders = new TreeSet<>();
    sources.forEach(s -> folders.add(s.folder()));
    sources.stream()
        .filter(s -> s.name().equals("package-info"))
        .filter(s -> s.code().contains("NullMarked") && s.text().startsWith("/**"))
        .forEach(s -> folders.remove(s.folder()));
    return folders;
  }

  @Test
  void aPackageWithoutMarkIsFound() {
    JavaSource bare = JavaSource.of("app/a/A.java", "class A {}");
    JavaSource unmarked = JavaSource.of("app/b/package-info.java", "/** B. */ package b;");

    assertThat(packagesWithoutMark(List.of(bare, unmarked))).containsExactly("app/a", "app/b");
  }

  @Test
  void noFileIsLong() {
    assertThat(tooLong(JavaSource.main())).isEmpty();
    assertThat(tooLong(List.of(JavaSource.of("a/A.java", "\n".repeat(MOST_LINES + 1)))))
        .containsExactly("a/A.java");
  }

  private static List<String> tooLong(List<JavaSource> sources) {
    return sources.stream().filter(s -> s.lines() > MOST_LINES).map(JavaSource::path).toList();
  }

  @Test
  void noPackageIsTwo() {
    assertThat(tooLarge(JavaSource.main())).isEmpty();
    List<JavaSource> many =
        IntStream.rangeClosed(0, MOST_TYPES)
            .mapToObj(i -> JavaSource.of("a/A" + i + ".java", "class A" + i + " {}"))
            .toList();
    assertThat(tooLarge(many)).containsExactly("a");
  }

  private static List<String> tooLarge(List<JavaSource> sources) {
    return sources.stream()
        .filter(s -> !s.name().equals("package-info"))
        .collect(groupingBy(JavaSource::folder, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .filter(e -> e.getValue() > MOST_TYPES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
