package io.zaikong.census;

import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise as the census workbook has it; its form is sound.
 *
 * @param rowNo as Excel shows it
 * @param divisionCode of a township or village
 * @param position null when the workbook gives none
 * @param exposedPopulation residents within 500 m outside the plant boundary (GB 18218-2018, 4.3)
 * @param populationSource where the number comes from; empty when not given, as contact and phone
 * @param populationCountedOn null when not given
 */
record EnterpriseRow(
    int rowNo,
    CreditCode creditCode,
    String name,
    DivisionCode divisionCode,
    String address,
    @Nullable GeoPoint position,
    String sector,
    int exposedPopulation,
    String populationSource,
    @Nullable LocalDate populationCountedOn,
    String contact,
    String phone) {

  EnterpriseRow {
    if (rowNo < 1 || name.isBlank() || exposedPopulation < 0) {
      throw new IllegalArgumentException("not a sound enterprise row: " + rowNo);
    }
    if (divisionCode.level().compareTo(DivisionCode.Level.TOWNSHIP) < 0) {
      throw new IllegalArgumentException("a site lies in a township, not in " + divisionCode);
    }
  }
}
