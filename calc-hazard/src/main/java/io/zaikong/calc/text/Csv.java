package io.zaikong.calc.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads tables packaged as resources: comma-separated, double quotes, one heading line. */
public final class Csv {

  /** A line; cells are asked for by heading. */
  public record Row(List<String> headings, List<String> cells) {

    public Row {
      if (headings.size() != cells.size()) {
        throw new IllegalArgumentException("not as many cells as headings: " + cells);
      }
    }

    public String get(String heading) {
      int column = headings.indexOf(heading);
      if (column < 0) {
        throw new IllegalArgumentException("no column " + heading);
      }
      return cells.get(column);
    }
  }

  private Csv() {}

  /**
   * @param beside a class whose package the path is relative to
   * @throws IllegalStateException when the resource is missing
   */
  public static List<Row> read(Class<?> beside, String path) {
    try (InputStream in = beside.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      List<List<String>> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Csv::split).toList();
      return IntStream.range(1, lines.size())
          .mapToObj(i -> new Row(lines.getFirst(), lines.get(i)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
