package io.zaikong.calc.tailings;

import io.zaikong.calc.hazard.Confidence;
import io.zaikong.calc.text.Csv;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One edition of the rule for the class of a tailings pond: its name, the day from which it
 * applies, and its table, the highest class first. Made once and shared by threads.
 */
public record PondEdition(String name, LocalDate from, List<PondClass> classes) {

  private static final PondEdition GB_39496_2020 =
      new PondEdition("GB 39496-2020", LocalDate.of(2021, 9, 1), load("gb39496-2020/classes.csv"));

  public PondEdition {
    classes = List.copyOf(classes);
  }

  /** The edition in force since 2021-09-01; it replaced AQ 2006-2005. */
  public static PondEdition gb39496Of2020() {
    return GB_39496_2020;
  }

  /** The edition by which a case of that day is judged; empty before the first known one. */
  public static Optional<PondEdition> findInForceOn(LocalDate day) {
    return day.isBefore(GB_39496_2020.from) ? Optional.empty() : Optional.of(GB_39496_2020);
  }

  /**
   * The class of a pond: by capacity and by height each for itself; the same stays, of two
   * neighbours the higher one counts, of two further apart the higher one lowered by one.
   *
   * @param capacity10kM3 total capacity, 10,000 m³
   * @param heightM dam height, m
   * @throws IllegalArgumentException when one of them is negative
   */
  public PondResult classify(BigDecimal capacity10kM3, BigDecimal heightM) {
    PondClass byCapacity =
        classes.stream()
            .filter(c -> capacity10kM3.compareTo(c.from10kM3()) >= 0)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("capacity " + capacity10kM3));
    PondClass byHeight =
        classes.stream()
            .filter(c -> heightM.compareTo(c.fromM()) >= 0)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("height " + heightM));
    int higher = Math.min(byCapacity.number(), byHeight.number());
    int apart = Math.abs(byCapacity.number() - byHeight.number());
    return new PondResult(name, byCapacity, byHeight, classes.get(apart > 1 ? higher : higher - 1));
  }

  private static List<PondClass> load(String path) {
    return Csv.read(PondEdition.class, path).stream()
        .map(
            row ->
                new PondClass(
                    Integer.parseInt(row.get("class")),
                    row.get("label"),
                    new BigDecimal(row.get("capacity_from_10k_m3")),
                    row.get("capacity_expression"),
                    new BigDecimal(row.get("height_from_m")),
                    row.get("height_expression"),
                    Confidence.valueOf(row.get("confidence").toUpperCase(Locale.ROOT)),
                    row.get("note")))
        .toList();
  }
}
