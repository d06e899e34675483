package io.zaikong.imports;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.Cell;
import io.zaikong.workbook.HeaderRow;
import io.zaikong.workbook.Row;
import io.zaikong.workbook.SafeText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row under its titles; every value that is asked for is checked, every error noted. */
public final class SheetRow {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

  private final String sheet;
  private final Row row;
  private final HeaderRow header;
  private final RowErrors errors;
  private boolean sound = true;

  SheetRow(String sheet, Row row, HeaderRow header, RowErrors errors) {
    this.sheet = sheet;
    this.row = row;
    this.header = header;
    this.errors = errors;
  }

  public int number() {
    return row.number();
  }

  public boolean isSound() {
    return sound;
  }

  public void fail(String title, String key, String... parameters) {
    sound = false;
    errors.add(
        new RowError(
            sheet,
            row.number(),
            title,
            header.cell(row, title).trimmed(),
            key,
            List.of(parameters)));
  }

  public Cell.Kind kind(String title) {
    return header.cell(row, title).kind();
  }

  public boolean isEmpty(String title) {
    return header.cell(row, title).isBlank();
  }

  /** What stands in the cell. */
  public String typed(String title) {
    return header.cell(row, title).trimmed();
  }

  /** Whether a formula stands under any of the titles. */
  public boolean hasFormula() {
    return header.columns().values().stream().anyMatch(i -> row.cell(i).formula());
  }

  /** Trimmed text of at most so many characters; empty when there is none or it is wrong. */
  public String text(String title, int maxChars) {
    Cell cell = header.cell(row, title);
    if (cell.kind() == Cell.Kind.ERROR) {
      fail(title, "imports.cell-error", cell.text());
      return "";
    }
    String text = SafeText.restored(cell.trimmed()).replaceAll("[\\r\\n\\t]+", " ");
    if (text.length() > maxChars) {
      fail(title, "imports.too-long", String.valueOf(maxChars));
      return "";
    }
    return text;
  }

  public String requiredText(String title, int maxChars) {
    Cell cell = header.cell(row, title);
    if (cell.isBlank()) {
      fail(title, "imports.required");
      return "";
    }
    return text(title, maxChars);
  }

  /** Text in half-width letters and digits, without any spaces, in upper case. */
  public String code(String title, boolean required, int maxChars) {
    String text = required ? requiredText(title, maxChars) : text(title, maxChars);
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toUpperCase(Locale.ROOT);
  }

  /** The enterprise, or null when the code is missing or wrong. */
  public @Nullable CreditCode creditCode(String title) {
    String code = code(title, true, 60);
    if (code.isEmpty()) {
      return null;
    }
    // a number has 15 digits: the rest is lost, even where the check character happens to fit
    boolean number = kind(title) == Cell.Kind.NUMBER;
    if (!number && CreditCode.isValid(code)) {
      return new CreditCode(code);
    }
    fail(
        title,
        number
            ? "imports.credit-code-number"
            : code.length() == 18 ? "imports.credit-code-check" : "imports.credit-code-length",
        String.valueOf(code.length()));
    return null;
  }

  /** A day as a date cell or as 2026-01-31, also with / or .; null when there is none or wrong. */
  public @Nullable LocalDate day(String title, boolean required, String wrongKey) {
    String typed = (required ? requiredText(title, 40) : text(title, 40)).replaceAll("[/.]", "-");
    if (typed.isEmpty()) {
      return null;
    }
    try {
      boolean hasTime = kind(title) == Cell.Kind.DATE && typed.length() > 10;
      return LocalDate.parse(hasTime ? typed.substring(0, 10) : typed);
    } catch (DateTimeParseException e) {
      fail(title, wrongKey);
      return null;
    }
  }

  /** A plain decimal number, or null when there is none or it is wrong. */
  public @Nullable BigDecimal decimal(String title, boolean required, String wrongKey) {
    String text = code(title, required, 60);
    if (text.isEmpty()) {
      return null;
    }
    boolean date = kind(title) == Cell.Kind.DATE || kind(title) == Cell.Kind.BOOLEAN;
    if (date || !DECIMAL.matcher(text).matches()) {
      fail(title, wrongKey);
      return null;
    }
    return new BigDecimal(text);
  }
}
