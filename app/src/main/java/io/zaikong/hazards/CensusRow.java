package io.zaikong.hazards;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.Cell;
import io.zaikong.workbook.HeaderRow;
import io.zaikong.workbook.Row;
import io.zaikong.workbook.SafeText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row under its titles; every value that is asked for is checked, every error noted. */
final class CensusRow {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

  private final String sheet;
  private final Row row;
  private final HeaderRow header;
  private final CensusErrors errors;
  private boolean sound = true;

  CensusRow(String sheet, Row row, HeaderRow header, CensusErrors errors) {
    this.sheet = sheet;
    this.row = row;
    this.header = header;
    this.errors = errors;
  }

  int number() {
    return row.number();
  }

  boolean isSound() {
    return sound;
  }

  void fail(String title, String key, String... parameters) {
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

  Cell.Kind kind(String title) {
    return header.cell(row, title).kind();
  }

  boolean isEmpty(String title) {
    return header.cell(row, title).isBlank();
  }

  /** What stands in the cell. */
  String typed(String title) {
    return header.cell(row, title).trimmed();
  }

  /** Whether a formula stands under any of the titles. */
  boolean hasFormula() {
    return header.columns().values().stream().anyMatch(i -> row.cell(i).formula());
  }

  /** Trimmed text of at most so many characters; empty when there is none or it is wrong. */
  String text(String title, int maxChars) {
    Cell cell = header.cell(row, title);
    if (cell.kind() == Cell.Kind.ERROR) {
      fail(title, "census.cell-error", cell.text());
      return "";
    }
    String text = SafeText.restored(cell.trimmed()).replaceAll("[\\r\\n\\t]+", " ");
    if (text.length() > maxChars) {
      fail(title, "census.too-long", String.valueOf(maxChars));
      return "";
    }
    return text;
  }

  String requiredText(String title, int maxChars) {
    Cell cell = header.cell(row, title);
    if (cell.isBlank()) {
      fail(title, "census.required");
      return "";
    }
    return text(title, maxChars);
  }

  /** Text in half-width letters and digits, without any spaces, in upper case. */
  String code(String title, boolean required, int maxChars) {
    String text = required ? requiredText(title, maxChars) : text(title, maxChars);
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toUpperCase(Locale.ROOT);
  }

  /** The enterprise, or null when the code is missing or wrong. */
  @Nullable CreditCode creditCode() {
    String code = code(CensusColumns.CREDIT_CODE, true, 60);
    if (code.isEmpty()) {
      return null;
    }
    // a number has 15 digits: the rest is lost, even where the check character happens to fit
    boolean number = kind(CensusColumns.CREDIT_CODE) == Cell.Kind.NUMBER;
    if (!number && CreditCode.isValid(code)) {
      return new CreditCode(code);
    }
    fail(
        CensusColumns.CREDIT_CODE,
        number
            ? "census.credit-code-number"
            : code.length() == 18 ? "census.credit-code-check" : "census.credit-code-length",
        String.valueOf(code.length()));
    return null;
  }

  /** A plain decimal number, or null when there is none or it is wrong. */
  @Nullable BigDecimal decimal(String title, boolean required, String wrongKey) {
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
