package io.zaikong.workbook;

import java.util.List;

/**
 * One column of a sheet that is written.
 *
 * @param width in characters
 * @param choices what a cell may hold, as a list to choose from; empty for anything
 * @param required shown in the header
 */
public record SheetColumn(
    String title, Format format, int width, List<String> choices, boolean required) {

  /** How values are shown and typed. */
  public enum Format {
    /** Digits typed into it stay as they are typed. */
    TEXT("@"),
    INTEGER("0"),
    DECIMAL("General"),
    DATE("yyyy-mm-dd"),
    DATE_TIME("yyyy-mm-dd hh:mm");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  public SheetColumn {
    choices = List.copyOf(choices);
    if (title.isBlank() || width < 1 || width > 255) {
      throw new IllegalArgumentException("a column has a title and a width of 1 to 255: " + title);
    }
    String list = String.join(",", choices);
    if (list.length() > 255 || choices.stream().anyMatch(c -> !c.matches("[^,\"&<>]+"))) {
      throw new IllegalArgumentException("choices that a list cannot hold: " + list);
    }
  }

  public static SheetColumn text(String title, int width) {
    return new SheetColumn(title, Format.TEXT, width, List.of(), false);
  }

  public static SheetColumn of(String title, Format format, int width) {
    return new SheetColumn(title, format, width, List.of(), false);
  }

  public SheetColumn withChoices(List<String> wanted) {
    return new SheetColumn(title, format, width, wanted, required);
  }

  public SheetColumn withRequired() {
    return new SheetColumn(title, format, width, choices, true);
  }
}
