package io.zaikong.figures;

import io.zaikong.shell.Tone;
import java.util.List;
import java.util.Optional;

/**
 * What a number is, and where its records are.
 *
 * @param name unique, such as {@code hazards.major}; also its text key
 * @param unitKey text key of the unit, such as {@code shell.unit.source}
 * @param datesKey text key of the date that {@code from} and {@code to} are about
 * @param order where it stands among the figures, small first
 * @param dimensions its own ones, besides division, from and to
 * @param page address of the list of its records
 * @param api address of the same list for programs
 * @param tone what a value above 0 means at a glance
 */
public record Figure(
    String name,
    Kind kind,
    String unitKey,
    String datesKey,
    int order,
    List<Dimension> dimensions,
    String page,
    String api,
    Tone tone) {

  /** How a value comes about, which decides what it opens to. */
  public enum Kind {
    /** Opens to the records that it counts. */
    COUNT
  }

  /**
   * By what else a figure can be asked for.
   *
   * @param name also the parameter of the address
   * @param values the allowed ones
   * @param apart whether the situation page shows every value as a figure of its own, with the text
   *     key {@code FIGURE.DIMENSION.VALUE}
   * @param overlapping whether a record may have several values, so that they do not add up: the
   *     source then tallies the whole, without the dimension, beside each value
   */
  public record Dimension(String name, List<String> values, boolean apart, boolean overlapping) {

    public Dimension {
      values = List.copyOf(values);
    }

    /** One whose values exclude each other. */
    public Dimension(String name, List<String> values, boolean apart) {
      this(name, values, apart, false);
    }
  }

  public Figure {
    dimensions = List.copyOf(dimensions);
  }

  Optional<Dimension> findDimension(String dimension) {
    return dimensions.stream().filter(d -> d.name().equals(dimension)).findFirst();
  }
}
