package io.zaikong.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that a page offers: sheets to be filled in, empty or with a sample, and one that says
 * how.
 */
public final class OfferedWorkbook {

  private static final String HELP = "填表说明";

  /** Rows that choices are offered for. */
  private static final int CHOICE_ROWS = 5_000;

  private OfferedWorkbook() {}

  /** One of its sheets. */
  public record Sheet(
      String title,
      List<SheetColumn> columns,
      int choiceRows,
      List<? extends @Nullable Object[]> rows) {

    /** One that is filled in. */
    public static Sheet of(
        String title, List<SheetColumn> columns, List<? extends @Nullable Object[]> rows) {
      return new Sheet(title, columns, CHOICE_ROWS, rows);
    }

    /** The one that says how. */
    public static Sheet help(List<SheetColumn> columns, List<String[]> rows) {
      return new Sheet(HELP, columns, 0, rows);
    }
  }

  public static byte[] of(Sheet... sheets) {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      for (Sheet sheet : sheets) {
        try (SheetWriter writer = book.sheet(sheet.title(), sheet.columns(), sheet.choiceRows())) {
          for (@Nullable Object[] row : sheet.rows()) {
            writer.row(row);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The tab-separated lines of a resource beside the class. */
  public static List<String[]> lines(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
