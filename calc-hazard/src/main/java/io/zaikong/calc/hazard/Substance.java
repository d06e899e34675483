package io.zaikong.calc.hazard;

import java.math.BigDecimal;
import java.util.List;

/**
 * A row of table 1 (4.1.2 a): a chemical listed by name.
 *
 * @param no the row's number in the standard, from 1
 * @param name the whole name, with its condition
 * @param aliases the aliases that the standard prints; may be empty
 * @param casNumbers the CAS numbers of the row; empty where the standard's cell is empty
 * @param criticalT critical quantity Q, t, above 0
 * @param condition the form or concentration that the name demands; empty: none
 * @param conditionDecides whether the bare name or CAS number, without the condition, does not say
 *     that the row applies
 * @param note what is to be known about the row's text; may be empty
 */
public record Substance(
    int no,
    String name,
    List<String> aliases,
    List<String> casNumbers,
    BigDecimal criticalT,
    String condition,
    boolean conditionDecides,
    Confidence confidence,
    String note) {

  public Substance {
    aliases = List.copyOf(aliases);
    casNumbers = List.copyOf(casNumbers);
    if (no < 1 || name.isBlank() || criticalT.signum() <= 0) {
      throw new IllegalArgumentException("not a row of table 1: " + no + " " + name);
    }
  }

  public String clause() {
    return "4.1.2 表1第" + no + "项";
  }
}
