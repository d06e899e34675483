package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;

/**
 * One sound row of a list's workbook.
 *
 * @param creditCode empty when the list has none
 * @param division a village, a township, or a district when the address says no more
 * @param of the list that the row is of
 */
public record ListRow(
    int rowNo,
    String creditCode,
    String name,
    DivisionCode division,
    String address,
    Category category,
    Of of) {

  /** What tells one list from another. */
  public record Of(ListOrigin origin, String name, LocalDate asOf) {}
}
