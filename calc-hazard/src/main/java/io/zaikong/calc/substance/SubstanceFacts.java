package io.zaikong.calc.substance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a substance that decides its categories. Empty: not known, which is never taken
 * for harmless.
 *
 * @param name the whole name with its condition, such as a concentration
 * @param cas may be empty
 * @param classes its classes by the official table
 * @param otherClasses classes by another source that contradicts it; usually empty
 * @param otherSource which source; empty without other classes
 * @param state at 20 °C
 * @param flashC closed-cup flash point, °C
 * @param boilingC initial boiling point at 101.3 kPa, °C; of a range the lower end
 * @param meltingC melting point at 101.3 kPa, °C
 * @param table1Row the row of GB 18218 table 1 that it is; 0: none
 * @param verified whether the row comes from a source that was at hand
 * @param note what is to be known about it; may be empty
 */
public record SubstanceFacts(
    String name,
    String cas,
    List<HazardClass> classes,
    List<HazardClass> otherClasses,
    String otherSource,
    Optional<PhysicalState> state,
    Optional<BigDecimal> flashC,
    Optional<BigDecimal> boilingC,
    Optional<BigDecimal> meltingC,
    int table1Row,
    boolean verified,
    String note) {

  public SubstanceFacts {
    name = name.strip();
    cas = cas.strip();
    classes = List.copyOf(classes);
    otherClasses = List.copyOf(otherClasses);
    if (table1Row < 0) {
      throw new IllegalArgumentException("row " + table1Row + " of table 1");
    }
  }

  /** A substance known by nothing but its classes, state and boiling point. */
  public static SubstanceFacts of(
      String name, String classes, Optional<PhysicalState> state, Optional<BigDecimal> boilingC) {
    return new SubstanceFacts(
        name,
        "",
        HazardClass.listOf(classes),
        List.of(),
        "",
        state,
        Optional.empty(),
        boilingC,
        Optional.empty(),
        0,
        true,
        "");
  }

  public SubstanceFacts withClasses(List<HazardClass> others) {
    return new SubstanceFacts(
        name, cas, others, List.of(), "", state, flashC, boilingC, meltingC, table1Row, verified,
        note);
  }

  public boolean has(HazardKind kind) {
    return classes.stream().anyMatch(c -> c.kind() == kind);
  }
}
