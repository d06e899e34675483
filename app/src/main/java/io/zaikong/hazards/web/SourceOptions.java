package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceFacts.Excess;
import io.zaikong.hazards.SourceField;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.UnitKind;
import io.zaikong.shell.Page;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sources can be filtered by, and their words. */
public final class SourceOptions {

  private SourceOptions() {}

  public static Map<String, String> kinds(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (SourceKind kind : SourceKind.values()) {
      options.put(kind.name(), page.text(kind.textKey()));
    }
    return options;
  }

  public static Map<String, String> grades(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Grade grade : Grade.values()) {
      options.put(grade.name(), page.text("hazards.source.grade." + grade.name()));
    }
    return options;
  }

  /** Results of hazchem units alone. */
  public static Map<String, String> unitGrades(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Grade grade : Grade.values()) {
      if (page.words().has("hazards.grade." + grade.name())) {
        options.put(grade.name(), page.text("hazards.grade." + grade.name()));
      }
    }
    return options;
  }

  public static Map<String, String> unitKinds(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (UnitKind kind : UnitKind.values()) {
      options.put(kind.name(), page.text("hazards.kind." + kind.name()));
    }
    return options;
  }

  public static Map<String, String> states(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (HazardSource.State state : HazardSource.State.values()) {
      options.put(state.name(), page.text("hazards.state." + state.name()));
    }
    return options;
  }

  /** The states that a person declares. */
  public static Map<String, String> declaredStates(Page page) {
    Map<String, String> options = states(page);
    options.remove(HazardSource.State.INCOMPLETE.name());
    return options;
  }

  public static Map<String, String> years(Page page, List<Integer> years) {
    Map<String, String> options = new LinkedHashMap<>();
    years.forEach(
        year ->
            options.put(year.toString(), page.text("hazards.designated.year", year.toString())));
    return options;
  }

  public static Map<String, String> choices(Page page, SourceField field) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "");
    field.choices().forEach(c -> options.put(c, page.text(field.choiceKey(c))));
    return options;
  }

  public static Tone tone(HazardSource.State state) {
    return switch (state) {
      case IN_USE -> Tone.GOOD;
      case STOPPED, INCOMPLETE -> Tone.WARNING;
      case REMOVED -> Tone.QUIET;
    };
  }

  /** The text key of a level; null: not major. */
  public static String gradeKey(@Nullable Integer level) {
    return "hazards.grade." + (level == null ? "NOT_MAJOR" : "LEVEL_" + level);
  }

  /** The words of a level or class, or of what is more than permitted; empty when it has none. */
  static String grade(
      SourceKind kind,
      @Nullable Integer level,
      @Nullable Integer pondClass,
      List<Excess> excesses,
      Words words) {
    if (kind == SourceKind.HAZCHEM_UNIT) {
      return words.text(gradeKey(level));
    }
    if (!excesses.isEmpty()) {
      return String.join("、", excesses.stream().map(e -> words.text(e.textKey())).toList());
    }
    return pondClass == null ? "" : words.text("hazards.source.grade.CLASS_" + pondClass);
  }

  /** A stored value in words, with its unit. */
  public static String value(SourceField field, String stored, Words words) {
    if (stored.isEmpty()) {
      return words.text("hazards.field.unknown");
    }
    return switch (field.type()) {
      case CHOICE -> words.text(field.choiceKey(stored));
      case TEXT -> stored;
      case NUMBER, WHOLE -> {
        String number = words.number(new BigDecimal(stored));
        yield field.unit().isEmpty()
            ? number
            : number + " " + words.text("hazards.measure." + field.unit());
      }
    };
  }

  /** The label of a field with its unit. */
  public static String label(SourceField field, Words words) {
    return field.unit().isEmpty()
        ? words.text(field.textKey())
        : words.text(
            "hazards.field.with_unit",
            words.text(field.textKey()),
            words.text("hazards.measure." + field.unit()));
  }
}
