package io.zaikong.imports;

import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.Preview.Line;
import io.zaikong.imports.Preview.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the lines of a preview up to a bound, and counts the changes beyond it. */
public final class PreviewLines {

  /** So many rows are shown whatever becomes of them. */
  public static final int FIRST = 20;

  /** So many records that change are shown. */
  public static final int MOST_CHANGED = 100;

  private final String sheet;
  private final List<Line> lines = new ArrayList<>();
  private int seen;
  private int changed;

  public PreviewLines(String sheet) {
    this.sheet = sheet;
  }

  /**
   * One record, in the order of the rows.
   *
   * @param values is asked only when the line is kept; without those that are empty and stay so
   */
  public void add(int row, String name, Effect effect, Supplier<List<Value>> values) {
    seen++;
    if (effect == Effect.CHANGED) {
      changed++;
    }
    if (seen <= FIRST || effect == Effect.CHANGED && changed <= MOST_CHANGED) {
      List<Value> stated =
          values.get().stream().filter(v -> v.differs() || !v.after().isEmpty()).toList();
      lines.add(new Line(sheet, row, name, effect, stated));
    }
  }

  public Preview preview() {
    return new Preview(changed, lines);
  }
}
