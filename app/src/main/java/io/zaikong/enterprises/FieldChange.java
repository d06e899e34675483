package io.zaikong.enterprises;

import java.util.Arrays;
import java.util.List;

/** One field before and after a change, as forms and workbooks write it. */
public record FieldChange(Field field, String before, String after) {

  /** What differs between two states of one record; the datum is only a way of typing. */
  static List<FieldChange> between(Enterprise before, Enterprise after) {
    return Arrays.stream(Field.values())
        .filter(f -> !f.text(before).equals(f.text(after)))
        .map(f -> new FieldChange(f, f.text(before), f.text(after)))
        .toList();
  }
}
