package io.zaikong.calc.hazard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The β of every row of table 1 (4.3): table 3 where it names the gas, otherwise presumed. */
final class Betas {

  private Betas() {}

  static Beta of(ToxicGas gas) {
    return new Beta(gas.beta(), Beta.Source.TABLE_3, gas.name(), gas.confidence(), "");
  }

  static Beta of(CategoryBeta row) {
    return new Beta(row.beta(), Beta.Source.TABLE_4, row.symbol(), row.confidence(), "");
  }

  /** By row number. */
  static Map<Integer, Beta> ofRows(Tables tables) {
    Map<Integer, Beta> betas = new HashMap<>();
    for (PresumedBeta p : tables.presumedBetas()) {
      betas.put(
          p.no(),
          new Beta(p.beta(), Beta.Source.PRESUMED, p.symbols(), p.confidence(), p.certainty()));
    }
    for (ToxicGas gas : tables.table3()) {
      for (Substance row : tables.table1()) {
        if (row.casNumbers().equals(List.of(gas.cas()))) {
          betas.put(row.no(), of(gas));
        }
      }
    }
    return betas;
  }
}
