package io.zaikong.hazards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects errors up to a bound, and counts the rest. */
final class CensusErrors {

  private final List<RowError> kept = new ArrayList<>();
  private int more;

  void add(RowError error) {
    // an unreadable sheet is never lost among the rows of the other
    if (kept.size() < CensusDraft.MAX_ERRORS) {
      kept.add(error);
    } else {
      more++;
      if (error.concernsSheet()) {
        kept.set(kept.size() - 1, error);
      }
    }
  }

  void sheet(String sheet, String column, String key, String... parameters) {
    add(new RowError(sheet, 0, column, "", key, List.of(parameters)));
  }

  /** Sheet by sheet, whole-sheet errors first, then by row. */
  List<RowError> kept() {
    return kept.stream()
        .sorted(
            Comparator.comparing((RowError e) -> !e.sheet().equals(CensusColumns.ENTERPRISES))
                .thenComparingInt(RowError::row))
        .toList();
  }

  int more() {
    return more;
  }
}
