package io.zaikong.substances;

import io.zaikong.shell.Form;
import java.util.ArrayList;
import java.util.List;

/** What a version of a substance changed, field by field. */
final class SubstanceChanges {

  /** A field with its value before and after. */
  record Change(String field, String before, String after) {}

  private SubstanceChanges() {}

  static List<Change> between(SubstanceVersion before, SubstanceVersion after) {
    Form old = SubstanceForms.of(before);
    Form written = SubstanceForms.of(after);
    List<Change> changes = new ArrayList<>();
    for (String field : SubstanceForms.FIELDS) {
      if (!field.equals("version") && !old.value(field).equals(written.value(field))) {
        changes.add(new Change(field, old.value(field), written.value(field)));
      }
    }
    return List.copyOf(changes);
  }
}
