package io.zaikong.calc.hazard;

import java.util.List;

/**
 * A plant as stated. All its units share the plant's α.
 *
 * @param name may be empty
 * @param exposedPopulation residents within 500 m outside the plant's boundary (4.3), a whole
 *     number; empty: not stated, which is not zero
 */
public record StatedSite(String name, String exposedPopulation, List<StatedUnit> units) {

  public StatedSite {
    name = name.strip();
    exposedPopulation = exposedPopulation.strip();
    units = List.copyOf(units);
  }
}
