package io.zaikong.calc.hazard;

import java.util.List;

/**
 * A production or storage unit (3.5, 3.6) as stated; units are judged one by one, never together.
 *
 * @param name unique in its site; empty: not stated
 * @param outside chemicals known to be in no category of tables 1 and 2: their quantities are
 *     checked, but add nothing
 */
public record StatedUnit(
    String name, List<StatedChemical> chemicals, List<StatedChemical> outside) {

  public StatedUnit {
    name = name.strip();
    chemicals = List.copyOf(chemicals);
    outside = List.copyOf(outside);
  }

  public StatedUnit(String name, List<StatedChemical> chemicals) {
    this(name, chemicals, List.of());
  }
}
