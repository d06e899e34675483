package io.zaikong.imports;

import io.zaikong.shell.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the first rows of a workbook were understood, and what the first that change a record would
 * change of it.
 *
 * @param changed records that the whole workbook would change
 */
public record Preview(int changed, List<Line> rows) {

  /** Of a workbook of which nothing can be taken in, or of a kind that shows none. */
  public static final Preview NONE = new Preview(0, List.of());

  public Preview {
    rows = List.copyOf(rows);
  }

  /** What would become of the record. */
  public enum Effect {
    ADDED(Tone.NEUTRAL),
    CHANGED(Tone.WARNING),
    UNCHANGED(Tone.QUIET);

    private final Tone tone;

    Effect(Tone tone) {
      this.tone = tone;
    }

    public Tone tone() {
      return tone;
    }

    public String textKey() {
      return "imports.preview." + name();
    }
  }

  /**
   * One record of the workbook.
   *
   * @param row as Excel shows it
   * @param name of the record
   */
  public record Line(String sheet, int row, String name, Effect effect, List<Value> values) {

    public Line {
      values = List.copyOf(values);
    }

    public List<Value> changes() {
      return values.stream().filter(Value::differs).toList();
    }

    /** What was read beside the changes. */
    public List<Value> others() {
      return values.stream().filter(v -> !v.differs()).toList();
    }
  }

  /**
   * A field as it would be.
   *
   * @param title of its column
   * @param before null where nothing changes, or nothing was there
   */
  public record Value(String title, @Nullable String before, String after) {

    private static final int SHOWN = 120;

    public Value {
      before = before == null ? null : shortened(before);
      after = shortened(after);
    }

    /** A field of a new record, or one that stays. */
    public static Value of(String title, String value) {
      return new Value(title, null, value);
    }

    /** A field that changes, or stays when both are the same. */
    public static Value of(String title, String before, String after) {
      return new Value(title, before.equals(after) ? null : before, after);
    }

    public boolean differs() {
      return before != null;
    }

    private static String shortened(String text) {
      return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
  }
}
