package io.zaikong.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects errors up to a bound, and counts the rest. */
public final class RowErrors {

  /** A person works through no more than that before uploading again. */
  public static final int MOST = 5_000;

  private final List<String> sheets;
  private final List<RowError> kept = new ArrayList<>();
  private int more;

  /**
   * @param sheets in the order in which their errors are listed
   */
  public RowErrors(List<String> sheets) {
    this.sheets = List.copyOf(sheets);
  }

  public void add(RowError error) {
    // an unreadable sheet is never lost among the rows of the other
    if (kept.size() < MOST) {
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
  public List<RowError> kept() {
    return kept.stream()
        .sorted(
            Comparator.comparingInt((RowError e) -> sheets.indexOf(e.sheet()))
                .thenComparingInt(RowError::row))
        .toList();
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** How many there are beyond those kept. */
  public int more() {
    return more;
  }
}
