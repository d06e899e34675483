package io.zaikong.census;

import io.zaikong.imports.SheetRow;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the sheet of enterprises. */
final class EnterpriseSheet {

  /** No more people can live within 500 m of a plant. */
  private static final BigDecimal MOST_PEOPLE = new BigDecimal(1_000_000);

  private final Map<CreditCode, Integer> rowOf = new HashMap<>();
  private final Set<CreditCode> unsound = new HashSet<>();
  private final List<EnterpriseRow> sound = new ArrayList<>();

  List<EnterpriseRow> sound() {
    return sound;
  }

  /** Enterprises that have a row with an error. */
  Set<CreditCode> unsound() {
    return unsound;
  }

  boolean mentions(CreditCode code) {
    return rowOf.containsKey(code);
  }

  void read(SheetRow row) {
    CreditCode code = row.creditCode(CensusColumns.CREDIT_CODE);
    if (code != null) {
      Integer first = rowOf.putIfAbsent(code, row.number());
      if (first != null) {
        row.fail(CensusColumns.CREDIT_CODE, "census.enterprise-twice", String.valueOf(first));
      }
    }
    String name = row.requiredText(CensusColumns.NAME, 200);
    DivisionCode division = division(row);
    String address = row.requiredText(CensusColumns.ADDRESS, 300);
    GeoPoint position = position(row);
    String sector = row.requiredText(CensusColumns.SECTOR, 60);
    if (!sector.isEmpty() && !CensusColumns.SECTORS.contains(sector)) {
      row.fail(CensusColumns.SECTOR, "census.sector", String.join("、", CensusColumns.SECTORS));
    }
    BigDecimal population = row.decimal(CensusColumns.POPULATION, true, "census.population");
    if (population != null
        && (population.signum() < 0
            || population.stripTrailingZeros().scale() > 0
            || population.compareTo(MOST_PEOPLE) > 0)) {
      row.fail(CensusColumns.POPULATION, "census.population");
    }
    String source = row.text(CensusColumns.POPULATION_SOURCE, 200);
    LocalDate countedOn = row.day(CensusColumns.POPULATION_DAY, false, "census.population-day");
    String contact = row.text(CensusColumns.CONTACT, 50);
    String phone = row.text(CensusColumns.PHONE, 60);
    if (row.isSound() && code != null && division != null && population != null) {
      sound.add(
          new EnterpriseRow(
              row.number(),
              code,
              name,
              division,
              address,
              position,
              sector,
              population.intValueExact(),
              source,
              countedOn,
              contact,
              phone));
    } else if (code != null) {
      unsound.add(code);
    }
  }

  private static @Nullable DivisionCode division(SheetRow row) {
    String code = row.code(CensusColumns.DIVISION, true, 60);
    if (code.isEmpty()) {
      return null;
    }
    if (code.length() == 12 && code.endsWith("000")) {
      code = code.substring(0, 9); // a township in the statistical form of twelve digits
    }
    if (DivisionCode.isValid(code) && code.length() >= 9 && !code.endsWith("000")) {
      return new DivisionCode(code);
    }
    row.fail(CensusColumns.DIVISION, "census.division");
    return null;
  }

  private static @Nullable GeoPoint position(SheetRow row) {
    BigDecimal longitude = row.decimal(CensusColumns.LONGITUDE, false, "census.degrees");
    BigDecimal latitude = row.decimal(CensusColumns.LATITUDE, false, "census.degrees");
    if (longitude == null && latitude == null) {
      return null;
    }
    if (longitude == null || latitude == null) {
      if (row.isEmpty(CensusColumns.LONGITUDE) || row.isEmpty(CensusColumns.LATITUDE)) {
        row.fail(
            longitude == null ? CensusColumns.LONGITUDE : CensusColumns.LATITUDE,
            "census.position-half");
      }
      return null;
    }
    double x = longitude.doubleValue();
    double y = latitude.doubleValue();
    if (inChina(x, y)) {
      return new GeoPoint(x, y);
    }
    row.fail(
        CensusColumns.LONGITUDE,
        inChina(y, x) ? "census.position-swapped" : "census.position-outside");
    return null;
  }

  private static boolean inChina(double longitudeDeg, double latitudeDeg) {
    return longitudeDeg >= 73 && longitudeDeg <= 136 && latitudeDeg >= 3 && latitudeDeg <= 54;
  }
}
