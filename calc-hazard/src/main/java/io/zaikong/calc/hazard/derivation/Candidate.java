package io.zaikong.calc.hazard.derivation;

import java.util.List;

/**
 * What one hazard contributes: a symbol of table 2, or two between which the facts do not decide.
 *
 * @param worst the symbol with what is missing taken for the worst; empty: none
 * @param mildest the symbol with what is missing taken for harmless; empty: none
 */
record Candidate(String worst, String mildest, List<Gap> gaps, List<Step> steps) {

  Candidate {
    gaps = List.copyOf(gaps);
    steps = List.copyOf(steps);
  }

  static Candidate sure(String symbol, List<Step> steps) {
    return new Candidate(symbol, symbol, List.of(), steps);
  }
}
