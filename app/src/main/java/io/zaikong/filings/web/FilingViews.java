package io.zaikong.filings.web;

import io.zaikong.filings.FilingRegister.Due;
import io.zaikong.filings.FilingState;
import io.zaikong.filings.Lack;
import io.zaikong.shell.Conditions;
import io.zaikong.shell.Page;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words and tones of filings, for the templates. */
public final class FilingViews {

  private FilingViews() {}

  /** A lack in words. */
  public static String lack(Lack lack, Words words) {
    return words.text(
        lack.textKey(),
        lack.parameters().stream().map(p -> Conditions.inWords(p, words)).toArray());
  }

  /**
   * Lacks in words by how urgent they are: for a list, where each on a line of its own is too much.
   */
  public static Map<Tone, String> lacks(List<Lack> lacks, Words words) {
    return lacks.stream()
        .collect(
            Collectors.groupingBy(
                FilingViews::tone,
                LinkedHashMap::new,
                Collectors.mapping(
                    lack -> lack(lack, words),
                    Collectors.joining(words.text("filings.lacks.and")))));
  }

  public static Tone tone(Lack lack) {
    return lack.overdue() ? Tone.BAD : lack.isAhead() ? Tone.NEUTRAL : Tone.WARNING;
  }

  /** Of a state's name, NONE too. */
  public static Tone tone(String state) {
    return switch (state) {
      case "FILED" -> Tone.GOOD;
      case "RETURNED" -> Tone.BAD;
      case "NONE" -> Tone.WARNING;
      case "CANCELLED", "SUPERSEDED" -> Tone.QUIET;
      default -> Tone.NEUTRAL;
    };
  }

  public static Map<String, String> states(Page page) {
    List<String> names = new ArrayList<>(List.of("NONE", "WAITING", "INCOMPLETE"));
    Arrays.stream(FilingState.Name.values())
        .filter(n -> n != FilingState.Name.SUPERSEDED && n != FilingState.Name.CANCELLED)
        .forEach(n -> names.add(n.name()));
    return options(page, "filings.state.", names);
  }

  public static Map<String, String> levels(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int level = 1; level <= 4; level++) {
      options.put(Integer.toString(level), page.text("hazards.grade.LEVEL_" + level));
    }
    return options;
  }

  /** To choose from in a form, nothing chosen yet. */
  public static Map<String, String> levelsToChoose(Page page) {
    Map<String, String> options = new LinkedHashMap<>(Map.of("", ""));
    options.putAll(levels(page));
    return options;
  }

  /** The words of a level; null: not major. */
  public static String level(@Nullable Integer level, Words words) {
    return words.text(level == null ? "hazards.grade.NOT_MAJOR" : "hazards.grade.LEVEL_" + level);
  }

  public static Map<String, String> dues(Page page) {
    return options(page, "filings.due.", Arrays.stream(Due.values()).map(Enum::name).toList());
  }

  public static <E extends Enum<E>> Map<String, String> choices(
      Page page, String prefix, E[] values) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "");
    options.putAll(options(page, prefix, Arrays.stream(values).map(Enum::name).toList()));
    return options;
  }

  private static Map<String, String> options(Page page, String prefix, List<String> names) {
    Map<String, String> options = new LinkedHashMap<>();
    names.forEach(name -> options.put(name, page.text(prefix + name)));
    return options;
  }
}
