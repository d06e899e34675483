package io.zaikong.hazards.web;

import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitKind;
import io.zaikong.shell.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the list of units can be filtered by. */
public final class UnitOptions {

  private UnitOptions() {}

  /** The words of a level; null: not major. */
  public static String gradeKey(@Nullable Integer level) {
    return "hazards.grade." + (level == null ? "NOT_MAJOR" : "LEVEL_" + level);
  }

  public static Map<String, String> grades(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Grade grade : Grade.values()) {
      options.put(grade.name(), page.text("hazards.grade." + grade.name()));
    }
    return options;
  }

  public static Map<String, String> kinds(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (UnitKind kind : UnitKind.values()) {
      options.put(kind.name(), page.text("hazards.kind." + kind.name()));
    }
    return options;
  }
}
