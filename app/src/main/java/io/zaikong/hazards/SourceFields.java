package io.zaikong.hazards;

import static io.zaikong.hazards.SourceField.choice;
import static io.zaikong.hazards.SourceField.number;
import static io.zaikong.hazards.SourceField.text;
import static io.zaikong.hazards.SourceField.whole;

import io.zaikong.shell.Outcome.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which fields a source of each kind is declared. Form, record page and check all read this; the
 * ranges only catch slips of the pen.
 */
public final class SourceFields {

  static final String CAPACITY = "capacity_10k_m3";
  static final String DAM_HEIGHT = "dam_height_m";
  static final String DOWNSTREAM = "downstream_m";

  /** 定量 and 定员 of a fireworks store, and what is in it at the most. */
  static final String EXPLOSIVE_LIMIT = "net_explosive_kg";

  static final String EXPLOSIVE_STORED = "stored_kg";
  static final String PEOPLE_LIMIT = "people_limit";
  static final String PEOPLE_PRESENT = "people_present";

  private static final List<SourceField> MINE =
      List.of(
          text("mineral", 100),
          number("depth_m", "m", 0, 3_000),
          whole("people_per_shift", "person", 0, 5_000),
          whole("hoists", "set", 0, 50),
          choice("water", "SIMPLE", "MEDIUM", "COMPLEX").optional());

  private static final List<SourceField> POND =
      List.of(
          number(CAPACITY, "10k_m3", 0, 1_000_000),
          number(DAM_HEIGHT, "m", 0, 500),
          choice("operation", "BUILDING", "RUNNING", "IDLE", "CLOSED"),
          number(DOWNSTREAM, "m", 0, 100_000).optional(),
          whole("downstream_people", "person", 0, 1_000_000).optional());

  private static final List<SourceField> HEAP =
      List.of(
          number("height_m", "m", 0, 500),
          number("volume_10k_m3", "10k_m3", 0, 1_000_000),
          number("slope_deg", "deg", 0, 90));

  private static final List<SourceField> GOAF =
      List.of(
          number("volume_10k_m3", "10k_m3", 0, 1_000_000),
          number("depth_m", "m", 0, 3_000),
          choice("treated", "TREATED", "PARTLY", "UNTREATED"));

  private static final List<SourceField> FIREWORKS =
      List.of(
          number(EXPLOSIVE_LIMIT, "kg", 0, 1_000_000).by("93号令第十一条、第二十条"),
          number(EXPLOSIVE_STORED, "kg", 0, 1_000_000).optional().by("93号令第十六条"),
          whole(PEOPLE_LIMIT, "person", 0, 1_000).by("93号令第十一条"),
          whole(PEOPLE_PRESENT, "person", 0, 1_000).optional().by("93号令第十六条"),
          number("area_m2", "m2", 0, 100_000));

  private static final List<SourceField> OTHER = List.of(text("description", 500));

  private SourceFields() {}

  /** Of a hazchem unit none: it is declared by its inventory. */
  public static List<SourceField> of(SourceKind kind) {
    return switch (kind) {
      case HAZCHEM_UNIT -> List.of();
      case UNDERGROUND_MINE -> MINE;
      case TAILINGS_POND -> POND;
      case WASTE_ROCK_HEAP -> HEAP;
      case GOAF -> GOAF;
      case FIREWORKS_STORE -> FIREWORKS;
      case OTHER -> OTHER;
    };
  }

  /**
   * What was typed, in the form that is stored.
   *
   * @param facts by key; what was left empty is missing
   * @param faults one for each field that is wrong
   */
  record Reading(Map<String, String> facts, List<Refused<?>> faults) {}

  static Reading read(SourceKind kind, Map<String, String> typed) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<Refused<?>> faults = new ArrayList<>();
    for (SourceField field : of(kind)) {
      String value = typed.getOrDefault(field.key(), "").strip().replaceAll("\\p{Cntrl}+", " ");
      if (value.isEmpty()) {
        if (field.required()) {
          faults.add(fault(field, "field.required"));
        }
        continue;
      }
      findFault(field, value)
          .ifPresentOrElse(faults::add, () -> facts.put(field.key(), plain(field, value)));
    }
    return new Reading(facts, faults);
  }

  private static Optional<Refused<?>> findFault(SourceField field, String value) {
    return switch (field.type()) {
      case NUMBER ->
          value.matches("\\d{1,9}(\\.\\d{1,4})?")
              ? outOfRange(field, value)
              : Optional.of(fault(field, "hazards.field.number"));
      case WHOLE ->
          value.matches("\\d{1,9}")
              ? outOfRange(field, value)
              : Optional.of(fault(field, "hazards.field.whole"));
      case CHOICE ->
          field.choices().contains(value)
              ? Optional.empty()
              : Optional.of(fault(field, "field.required"));
      case TEXT ->
          value.length() <= field.greatest().intValue()
              ? Optional.empty()
              : Optional.of(fault(field, "hazards.field.long", field.greatest().toPlainString()));
    };
  }

  private static Optional<Refused<?>> outOfRange(SourceField field, String value) {
    BigDecimal number = new BigDecimal(value);
    return number.compareTo(field.least()) >= 0 && number.compareTo(field.greatest()) <= 0
        ? Optional.empty()
        : Optional.of(
            fault(
                field,
                "hazards.field.range",
                field.least().toPlainString(),
                field.greatest().toPlainString()));
  }

  private static String plain(SourceField field, String value) {
    return switch (field.type()) {
      case NUMBER, WHOLE -> {
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        yield number.signum() == 0 ? "0" : number.toPlainString();
      }
      case CHOICE, TEXT -> value;
    };
  }

  private static Refused<?> fault(SourceField field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field.key(), "");
  }
}
