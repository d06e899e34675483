package io.zaikong.enterprises;

import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.Gcj02;
import io.zaikong.kit.GeoPoint;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed of an enterprise, in a form or in a row of a workbook, as far as that can be
 * judged without the database.
 */
final class EnterpriseReading {

  static final List<String> DATUMS = List.of("WGS-84", "CGCS2000", "GCJ-02");

  private static final String SEPARATORS = "[、,，;；\\n]+";
  private static final int MOST_PEOPLE = 5_000_000;
  private static final double METRE_DEG = 1e6;

  private final Map<Field, String> typed;
  private final List<Fault> faults = new ArrayList<>();

  private EnterpriseReading(Map<Field, String> typed) {
    this.typed = typed;
  }

  /** What is wrong with a field: a text key and its parameters. */
  record Fault(Field field, String key, List<String> parameters) {}

  /** The enterprise, or what is wrong; exactly one of the two is there. */
  record Reading(Optional<Enterprise> enterprise, List<Fault> faults) {}

  /**
   * @param typed a field that is missing counts as empty
   */
  static Reading read(Map<Field, String> typed) {
    return new EnterpriseReading(typed).read();
  }

  private Reading read() {
    for (Field field : Field.values()) {
      if (field.required() && text(field).isEmpty()) {
        fail(field, "enterprise.required");
      } else if (text(field).length() > field.maxChars()) {
        fail(field, "enterprise.too-long", String.valueOf(field.maxChars()));
      }
    }
    CreditCode code = creditCode();
    DivisionCode division = division();
    GeoPoint position = position();
    Set<Category> categories = categories();
    Affiliation affiliation =
        choice(Field.AFFILIATION, Affiliation::findByChinese, "enterprise.affiliation");
    EnterpriseSize size = choice(Field.SIZE, EnterpriseSize::findByChinese, "enterprise.size");
    String industry = industry();
    Integer workforce = workforce();
    Standing standing = standing();
    if (!faults.isEmpty() || code == null || division == null) {
      return new Reading(Optional.empty(), List.copyOf(faults));
    }
    return new Reading(
        Optional.of(
            new Enterprise(
                0,
                code,
                text(Field.NAME),
                list(Field.FORMER_NAMES),
                division,
                text(Field.ADDRESS),
                position,
                categories,
                industry,
                affiliation,
                size,
                workforce,
                new Contacts(
                    text(Field.PRINCIPAL),
                    text(Field.PRINCIPAL_PHONE),
                    text(Field.SAFETY_MANAGER),
                    text(Field.SAFETY_MANAGER_PHONE),
                    text(Field.CONTACT),
                    text(Field.PHONE)),
                standing,
                null)),
        List.of());
  }

  private String text(Field field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** In half-width letters and digits, without spaces, in upper case. */
  private String code(Field field) {
    return Normalizer.normalize(text(field), Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toUpperCase(Locale.ROOT);
  }

  private List<String> list(Field field) {
    return Arrays.stream(text(field).split(SEPARATORS))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }

  private void fail(Field field, String key, String... parameters) {
    if (faults.stream().noneMatch(f -> f.field == field)) {
      faults.add(new Fault(field, key, List.of(parameters)));
    }
  }

  private @Nullable CreditCode creditCode() {
    String code = code(Field.CREDIT_CODE);
    if (CreditCode.isValid(code)) {
      return new CreditCode(code);
    }
    if (code.length() == 18) {
      fail(Field.CREDIT_CODE, "imports.credit-code-check");
    } else {
      fail(Field.CREDIT_CODE, "imports.credit-code-length", String.valueOf(code.length()));
    }
    return null;
  }

  private @Nullable DivisionCode division() {
    String code = code(Field.DIVISION);
    if (code.length() == 12 && code.endsWith("000")) {
      code = code.substring(0, 9); // a township in the statistical form of twelve digits
    }
    if (DivisionCode.isValid(code) && code.length() >= 9 && !code.endsWith("000")) {
      return new DivisionCode(code);
    }
    fail(Field.DIVISION, "enterprise.division");
    return null;
  }

  private @Nullable GeoPoint position() {
    String datum = code(Field.DATUM);
    if (!datum.isEmpty() && !DATUMS.contains(datum)) {
      fail(Field.DATUM, "enterprise.datum", String.join("、", DATUMS));
    }
    Double longitude = degrees(Field.LONGITUDE);
    Double latitude = degrees(Field.LATITUDE);
    if (longitude == null || latitude == null) {
      if (text(Field.LONGITUDE).isEmpty() != text(Field.LATITUDE).isEmpty()) {
        fail(
            text(Field.LONGITUDE).isEmpty() ? Field.LONGITUDE : Field.LATITUDE,
            "enterprise.position-half");
      }
      return null;
    }
    if (!inChina(longitude, latitude)) {
      fail(
          Field.LONGITUDE,
          inChina(latitude, longitude)
              ? "enterprise.position-swapped"
              : "enterprise.position-outside");
      return null;
    }
    return datum.equals("GCJ-02")
        ? rounded(Gcj02.toWgs84(longitude, latitude))
        : new GeoPoint(longitude, latitude);
  }

  private @Nullable Double degrees(Field field) {
    String text = code(field);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?\\d{1,3}(\\.\\d{1,15})?")) {
      fail(field, "enterprise.degrees");
      return null;
    }
    return Double.valueOf(text);
  }

  private static boolean inChina(double longitudeDeg, double latitudeDeg) {
    return longitudeDeg >= 73 && longitudeDeg <= 136 && latitudeDeg >= 3 && latitudeDeg <= 54;
  }

  private static GeoPoint rounded(GeoPoint point) {
    return new GeoPoint(
        Math.round(point.longitudeDeg() * METRE_DEG) / METRE_DEG,
        Math.round(point.latitudeDeg() * METRE_DEG) / METRE_DEG);
  }

  private Set<Category> categories() {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (String word : list(Field.CATEGORIES)) {
      Optional<Category> category = Category.findByChinese(word);
      if (category.isEmpty()) {
        fail(
            Field.CATEGORIES,
            "enterprise.category",
            word,
            String.join("、", Arrays.stream(Category.values()).map(Category::chinese).toList()));
      }
      category.ifPresent(categories::add);
    }
    return categories;
  }

  private <V> @Nullable V choice(
      Field field, java.util.function.Function<String, Optional<V>> find, String wrongKey) {
    String word = text(field);
    if (word.isEmpty()) {
      return null;
    }
    Optional<V> value = find.apply(word);
    if (value.isEmpty()) {
      fail(field, wrongKey, String.join("、", field.column().choices()));
    }
    return value.orElse(null);
  }

  private String industry() {
    String code = code(Field.INDUSTRY).replaceFirst("^[A-T](?=\\d)", "");
    if (!code.isEmpty() && !Industries.isValid(code)) {
      fail(Field.INDUSTRY, "enterprise.industry");
    }
    return code;
  }

  private @Nullable Integer workforce() {
    String text = code(Field.WORKFORCE);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > MOST_PEOPLE) {
      fail(Field.WORKFORCE, "enterprise.workforce");
      return null;
    }
    return Integer.valueOf(text);
  }

  private Standing standing() {
    OperatingState state = choice(Field.STATE, OperatingState::findByChinese, "enterprise.state");
    String reason = text(Field.STATE_REASON);
    LocalDate since = null;
    if (!text(Field.STATE_SINCE).isEmpty()) {
      try {
        since = LocalDate.parse(code(Field.STATE_SINCE).replace('/', '-').replace('.', '-'));
      } catch (DateTimeParseException e) {
        fail(Field.STATE_SINCE, "enterprise.date");
      }
    }
    if (state != null && Standing.needsReason(state)) {
      if (text(Field.STATE_SINCE).isEmpty()) {
        fail(Field.STATE_SINCE, "enterprise.state-since");
      }
      if (reason.isEmpty()) {
        fail(Field.STATE_REASON, "enterprise.state-reason");
      }
    }
    return new Standing(state == null ? OperatingState.OPERATING : state, since, reason);
  }
}
