package io.zaikong.kit;

import java.util.regex.Pattern;

/**
 * An administrative division's code (GB/T 2260 and the statistical codes below it): 6 digits down
 * to a district, 9 a township, 12 a village. An area contains every code that it prefixes.
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(\\d{3}){0,2}");

  /** A division's place in the tree. */
  public enum Level {
    PROVINCE,
    CITY,
    DISTRICT,
    TOWNSHIP,
    VILLAGE
  }

  /**
   * @throws IllegalArgumentException unless the value is 6, 9 or 12 digits
   */
  public DivisionCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a division code has 6, 9 or 12 digits, this has not: " + value);
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  public Level level() {
    return switch (value.length()) {
      case 12 -> Level.VILLAGE;
      case 9 -> Level.TOWNSHIP;
      default ->
          value.endsWith("0000")
              ? Level.PROVINCE
              : value.endsWith("00") ? Level.CITY : Level.DISTRICT;
    };
  }

  /** The digits that every code inside this division begins with: 3703 for 370300. */
  public String prefix() {
    return switch (level()) {
      case PROVINCE -> value.substring(0, 2);
      case CITY -> value.substring(0, 4);
      default -> value;
    };
  }

  /** The codes inside this division, as a half-open range in byte order. */
  public CodeRange range() {
    String prefix = prefix();
    int last = prefix.length() - 1;
    return new CodeRange(prefix, prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
  }

  public boolean contains(DivisionCode other) {
    return other.value.startsWith(prefix());
  }

  /** The division of the given level that this one lies in; itself when it is of that level. */
  public DivisionCode at(Level wanted) {
    if (wanted.compareTo(level()) > 0) {
      throw new IllegalArgumentException(value + " lies above the level " + wanted);
    }
    return switch (wanted) {
      case PROVINCE -> new DivisionCode(value.substring(0, 2) + "0000");
      case CITY -> new DivisionCode(value.substring(0, 4) + "00");
      case DISTRICT -> new DivisionCode(value.substring(0, 6));
      case TOWNSHIP -> new DivisionCode(value.substring(0, 9));
      case VILLAGE -> this;
    };
  }

  @Override
  public int compareTo(DivisionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
