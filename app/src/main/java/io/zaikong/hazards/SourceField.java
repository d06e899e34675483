package io.zaikong.hazards;

import java.math.BigDecimal;
import java.util.List;

/**
 * A field by which sources of a kind are declared.
 *
 * @param key also the end of its text key, with the unit at its end
 * @param unit as shown behind a value; empty when it has none
 * @param least least number allowed, {@code greatest} the greatest; for a text its greatest length
 * @param choices of a choice; the end of their text keys
 * @param clause the law that it is about; empty when it is about none
 */
public record SourceField(
    String key,
    Type type,
    String unit,
    boolean required,
    BigDecimal least,
    BigDecimal greatest,
    List<String> choices,
    String clause) {

  /** How it is typed and checked. */
  public enum Type {
    NUMBER,
    WHOLE,
    CHOICE,
    TEXT
  }

  public SourceField {
    choices = List.copyOf(choices);
    if ((type == Type.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException("a choice has choices: " + key);
    }
  }

  static SourceField number(String key, String unit, long least, long greatest) {
    return new SourceField(
        key,
        Type.NUMBER,
        unit,
        true,
        BigDecimal.valueOf(least),
        BigDecimal.valueOf(greatest),
        List.of(),
        "");
  }

  static SourceField whole(String key, String unit, long least, long greatest) {
    return new SourceField(
        key,
        Type.WHOLE,
        unit,
        true,
        BigDecimal.valueOf(least),
        BigDecimal.valueOf(greatest),
        List.of(),
        "");
  }

  static SourceField choice(String key, String... choices) {
    return new SourceField(
        key, Type.CHOICE, "", true, BigDecimal.ZERO, BigDecimal.ZERO, List.of(choices), "");
  }

  static SourceField text(String key, int longest) {
    return new SourceField(
        key, Type.TEXT, "", true, BigDecimal.ZERO, BigDecimal.valueOf(longest), List.of(), "");
  }

  SourceField optional() {
    return new SourceField(key, type, unit, false, least, greatest, choices, clause);
  }

  SourceField by(String law) {
    return new SourceField(key, type, unit, required, least, greatest, choices, law);
  }

  /** The text key of its label. */
  public String textKey() {
    return "hazards.field." + key;
  }

  /** The text key of one of its choices. */
  public String choiceKey(String choice) {
    return "hazards.choice." + choice;
  }
}
