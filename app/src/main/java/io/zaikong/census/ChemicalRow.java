package io.zaikong.census;

import io.zaikong.hazards.Handling;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.CreditCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * One chemical of one unit as the census workbook has it; its form is sound. The same chemical may
 * come several times in a unit: the quantities add up.
 *
 * @param rowNo as Excel shows it
 * @param chemicalName empty when only the CAS number is given
 * @param cas with a right check digit; empty when only the name is given
 * @param categories symbols of GB 18218-2018 table 2 that override what is known; may be empty
 * @param quantityT design maximum, t (4.2.2)
 * @param handling as typed; the engine reads it
 * @param categoryReason why categories are stated; may be empty
 */
record ChemicalRow(
    int rowNo,
    CreditCode creditCode,
    String unitName,
    UnitKind unitKind,
    String chemicalName,
    String cas,
    List<String> categories,
    BigDecimal quantityT,
    Handling handling,
    String categoryReason) {

  ChemicalRow {
    categories = List.copyOf(categories);
    if (rowNo < 1 || unitName.isBlank() || quantityT.signum() < 0) {
      throw new IllegalArgumentException("not a sound chemical row: " + rowNo);
    }
    if (chemicalName.isEmpty() && cas.isEmpty()) {
      throw new IllegalArgumentException("a chemical has a name or a CAS number: " + rowNo);
    }
  }

  UnitKey unit() {
    return new UnitKey(creditCode, unitName);
  }
}
