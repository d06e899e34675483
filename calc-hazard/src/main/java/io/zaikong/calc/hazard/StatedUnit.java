package io.zaikong.calc.hazard;

import java.util.List;

/**
 * A production or storage unit (3.5, 3.6) as stated; units are judged one by one, never together.
 *
 * @param name unique in its site; empty: not stated
 */
public record StatedUnit(String name, List<StatedChemical> chemicals) {

  public StatedUnit {
    name = name.strip();
    chemicals = List.copyOf(chemicals);
  }
}
