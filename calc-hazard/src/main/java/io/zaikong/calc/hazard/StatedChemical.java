package io.zaikong.calc.hazard;

import java.math.BigDecimal;
import java.util.List;

/**
 * A chemical of a unit as a person stated it; nothing is checked yet. Empty text: not stated.
 *
 * @param cas CAS number
 * @param name name or alias of table 1, or any name when categories are given
 * @param categories symbols of table 2; when given they decide, whatever the CAS number and name
 * @param quantityT greatest design quantity, t (4.2.2), as a decimal number
 */
public record StatedChemical(String cas, String name, List<String> categories, String quantityT) {

  public StatedChemical {
    cas = cas.strip();
    name = name.strip();
    categories = categories.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    quantityT = quantityT.strip();
  }

  public static StatedChemical of(String cas, String name, BigDecimal quantityT) {
    return new StatedChemical(cas, name, List.of(), quantityT.toString());
  }

  public static StatedChemical classified(
      String name, List<String> categories, BigDecimal quantityT) {
    return new StatedChemical("", name, categories, quantityT.toString());
  }

  /** What a person knows it by; empty when nothing was stated. */
  public String label() {
    if (name.isEmpty()) {
      return cas.isEmpty() ? String.join(";", categories) : "CAS " + cas;
    }
    return cas.isEmpty() ? name : name + "(CAS " + cas + ")";
  }
}
