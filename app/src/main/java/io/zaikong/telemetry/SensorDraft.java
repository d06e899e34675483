package io.zaikong.telemetry;

import io.zaikong.shell.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a sensor when it is registered.
 *
 * @param kind null when none was chosen
 */
public record SensorDraft(
    String tag, String name, @Nullable SensorKind kind, String unit, String medium, String cas) {

  private static final int LONGEST_TAG = 80;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_UNIT = 20;

  public SensorDraft {
    tag = tag.strip();
    name = name.strip();
    unit = unit.strip();
    medium = medium.strip();
    cas = cas.strip();
  }

  /** Of the fields of a form, by their keys. */
  public static SensorDraft of(@Nullable SensorKind kind, Map<String, String> typed) {
    return new SensorDraft(
        typed.getOrDefault("tag", ""),
        typed.getOrDefault("name", ""),
        kind,
        typed.getOrDefault("unit", ""),
        typed.getOrDefault("medium", ""),
        typed.getOrDefault("cas", ""));
  }

  List<Refused<?>> findFaults() {
    List<Refused<?>> faults = new ArrayList<>();
    if (tag.isEmpty() || tag.length() > LONGEST_TAG || isUnprintable(tag)) {
      faults.add(refused("tag", "telemetry.text", Integer.toString(LONGEST_TAG)));
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME || isUnprintable(name)) {
      faults.add(refused("name", "telemetry.text", Integer.toString(LONGEST_NAME)));
    }
    if (kind == null) {
      faults.add(refused("kind", "field.required"));
    } else if (!kind.takes(unit) || unit.length() > LONGEST_UNIT || isUnprintable(unit)) {
      faults.add(refused("unit", "telemetry.unit.not_offered", String.join("、", kind.units())));
    }
    if (medium.length() > LONGEST_NAME || isUnprintable(medium)) {
      faults.add(refused("medium", "telemetry.long", Integer.toString(LONGEST_NAME)));
    }
    if (!cas.isEmpty() && !isCas(cas)) {
      faults.add(refused("cas", "telemetry.cas"));
    }
    return faults;
  }

  /** Also a line break, which no drawing has and which a list would hide. */
  private static boolean isUnprintable(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  /** With its check digit. */
  private static boolean isCas(String number) {
    if (!number.matches("[1-9]\\d{1,6}-\\d{2}-\\d")) {
      return false;
    }
    String digits = number.replace("-", "");
    int last = digits.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += (last - i) * Character.digit(digits.charAt(i), 10);
    }
    return sum % 10 == Character.digit(digits.charAt(last), 10);
  }

  private static Refused<?> refused(String field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field, "");
  }
}
