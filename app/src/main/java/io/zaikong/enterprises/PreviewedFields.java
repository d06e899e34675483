package io.zaikong.enterprises;

import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.Preview.Value;
import io.zaikong.imports.PreviewLines;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an enterprise, as the check of a workbook shows them. */
public final class PreviewedFields {

  private PreviewedFields() {}

  static void add(PreviewLines lines, int row, @Nullable Enterprise before, Enterprise after) {
    Effect effect =
        before == null
            ? Effect.ADDED
            : FieldChange.between(before, after).isEmpty() ? Effect.UNCHANGED : Effect.CHANGED;
    lines.add(row, after.name(), effect, () -> values(before, after));
  }

  /**
   * What a declaration makes of a record.
   *
   * @param known null when there is none yet
   */
  public static List<Value> ofDeclared(@Nullable Enterprise known, Enterprise stated) {
    return values(known, known == null ? stated : known.declaredAs(stated));
  }

  private static List<Value> values(@Nullable Enterprise before, Enterprise after) {
    return Arrays.stream(Field.values())
        .map(
            f ->
                before == null
                    ? Value.of(f.title(), f.text(after))
                    : Value.of(f.title(), f.text(before), f.text(after)))
        .toList();
  }
}
