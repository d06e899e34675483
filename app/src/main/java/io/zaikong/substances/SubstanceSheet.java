package io.zaikong.substances;

import io.zaikong.imports.SheetRow;
import io.zaikong.workbook.Cell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a workbook of substances, as far as that can be done without the catalogue. */
final class SubstanceSheet {

  private static final int UN_DIGITS = 4;

  /** Several values, one on each line or with a semicolon between them. */
  private static final Set<SubstanceColumn> LISTS =
      Set.of(SubstanceColumn.ALIASES, SubstanceColumn.CLASSES, SubstanceColumn.OTHER_CLASSES);

  private final List<Entry> entries = new ArrayList<>();

  /**
   * One row whose cells can be read.
   *
   * @param typed the columns that are filled in, as the form has them
   */
  record Entry(SheetRow row, Map<SubstanceColumn, String> typed) {

    String typed(SubstanceColumn column) {
      return typed.getOrDefault(column, "");
    }

    void fail(SubstanceColumn column, String key, String... parameters) {
      row.fail(column.title(), key, parameters);
    }
  }

  List<Entry> entries() {
    return entries;
  }

  void read(SheetRow row) {
    Map<SubstanceColumn, String> typed = new EnumMap<>(SubstanceColumn.class);
    for (SubstanceColumn column : SubstanceColumn.values()) {
      if (!row.isEmpty(column.title())) {
        read(row, column).ifPresent(text -> typed.put(column, text));
      }
    }
    if (row.isSound()) {
      entries.add(new Entry(row, typed));
    }
  }

  private static Optional<String> read(SheetRow row, SubstanceColumn column) {
    Cell.Kind kind = row.kind(column.title());
    boolean lost = column == SubstanceColumn.CAS && kind == Cell.Kind.NUMBER;
    if (lost || kind == Cell.Kind.DATE || kind == Cell.Kind.BOOLEAN) {
      row.fail(column.title(), "substances.import.date");
      return Optional.empty();
    }
    String text = row.text(column.title(), column.maxChars());
    // Excel drops the zeros before a number
    if (column == SubstanceColumn.UN && kind == Cell.Kind.NUMBER && text.length() < UN_DIGITS) {
      return Optional.of("0".repeat(UN_DIGITS - text.length()) + text);
    }
    if (LISTS.contains(column) && row.typed(column.title()).contains("\n")) {
      text = row.typed(column.title()).replaceAll("[\\r\\n]+", ";");
    }
    Optional<String> code = column.code(text);
    if (code.isEmpty()) {
      row.fail(column.title(), "substances.import.words", String.join("、", column.words()));
    }
    return code;
  }
}
