package io.zaikong.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which column bears which title, whatever their order. Titles are compared without spaces, line
 * breaks, the required-mark {@code *} and the form of brackets.
 *
 * @param columns column indices from 0 by title as wanted; only titles that were found
 * @param missing wanted titles that no column bears
 * @param repeated wanted titles that two columns bear
 * @param ignored titles of columns that nobody wants
 */
public record HeaderRow(
    Map<String, Integer> columns,
    List<String> missing,
    List<String> repeated,
    List<String> ignored) {

  public HeaderRow {
    columns = Map.copyOf(columns);
    missing = List.copyOf(missing);
    repeated = List.copyOf(repeated);
    ignored = List.copyOf(ignored);
  }

  public static HeaderRow find(Row row, Set<String> wanted) {
    Map<String, String> titles = new HashMap<>();
    wanted.forEach(title -> titles.put(plain(title), title));
    Map<String, Integer> columns = new HashMap<>();
    List<String> repeated = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i).isBlank()) {
        continue;
      }
      String title = titles.get(plain(row.cell(i).text()));
      if (title == null) {
        ignored.add(row.cell(i).trimmed());
      } else if (columns.putIfAbsent(title, i) != null) {
        repeated.add(title);
      }
    }
    List<String> missing = wanted.stream().filter(title -> !columns.containsKey(title)).toList();
    return new HeaderRow(columns, missing, repeated, ignored);
  }

  /** The row's cell under a title; empty when there is no such column. */
  public Cell cell(Row row, String title) {
    Integer column = columns.get(title);
    return column == null ? Cell.EMPTY : row.cell(column);
  }

  private static String plain(String title) {
    return title
        .replaceAll("[\\s\\p{Z}*＊\\uFEFF]+", "")
        .replace('（', '(')
        .replace('）', ')')
        .toLowerCase(Locale.ROOT);
  }
}
