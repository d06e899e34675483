package io.zaikong.calc.hazard;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one identification. */
final class Problems {

  private final String edition;
  private final List<Problem> found = new ArrayList<>(0);

  Problems(String edition) {
    this.edition = edition;
  }

  void add(Reason reason, String unit, String chemical, List<String> details) {
    found.add(new Problem(reason, edition, unit, chemical, details));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
