package io.zaikong.demo;

import io.zaikong.kit.DivisionCode;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A district of the demonstration city. Its weights say how many of the city's enterprises of a
 * kind lie here, relative to the other districts.
 *
 * @param shortName as enterprises carry it in their names
 * @param park township with the chemical park, where half of the producers are
 */
record District(
    DivisionCode code,
    String name,
    String shortName,
    int hazchem,
    int mines,
    int others,
    DivisionCode park) {

  static List<District> all() {
    return Rows.read("districts.tsv").stream()
        .map(
            r ->
                new District(
                    new DivisionCode(r.get(0)),
                    r.get(1),
                    r.get(2),
                    Integer.parseInt(r.get(3)),
                    Integer.parseInt(r.get(4)),
                    Integer.parseInt(r.get(5)),
                    new DivisionCode(r.get(6))))
        .toList();
  }

  static ToIntFunction<District> weight(String column) {
    return switch (column) {
      case "hazchem" -> District::hazchem;
      case "mines" -> District::mines;
      case "others" -> District::others;
      default -> throw new IllegalArgumentException("no weight " + column);
    };
  }
}
