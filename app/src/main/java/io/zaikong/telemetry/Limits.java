package io.zaikong.telemetry;

import io.zaikong.shell.Outcome.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which numbers a reading of a sensor is an alarm or a fault; what is not set is missing.
 *
 * @param values in the order of the fields, without trailing zeros
 */
public record Limits(Map<LimitField, BigDecimal> values) {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  /** From the range outwards in, as the numbers have to rise. */
  private static final List<LimitField> RISING =
      List.of(
          LimitField.RANGE_LOW,
          LimitField.LOW_LOW,
          LimitField.LOW,
          LimitField.HIGH,
          LimitField.HIGH_HIGH,
          LimitField.RANGE_HIGH);

  public Limits {
    Map<LimitField, BigDecimal> plain = new EnumMap<>(LimitField.class);
    values.forEach(
        (field, value) -> {
          BigDecimal stripped = value.stripTrailingZeros();
          plain.put(field, stripped.scale() < 0 ? stripped.setScale(0) : stripped);
        });
    values = Collections.unmodifiableMap(plain);
  }

  /** What was typed, and what of it is no such number. */
  public record Reading(Limits limits, List<Refused<?>> faults) {

    public Reading {
      faults = List.copyOf(faults);
    }
  }

  public Optional<BigDecimal> find(LimitField field) {
    return Optional.ofNullable(values.get(field));
  }

  /** As a person reads it; empty when it is not set. */
  public String text(LimitField field) {
    return find(field).map(BigDecimal::toPlainString).orElse("");
  }

  /** Of the fields of a form, by their keys; what the kind has none of is not read. */
  public static Reading read(SensorKind kind, Map<String, String> typed) {
    Map<LimitField, BigDecimal> values = new EnumMap<>(LimitField.class);
    List<Refused<?>> faults = new ArrayList<>();
    for (LimitField field : LimitField.values()) {
      String text = typed.getOrDefault(field.key(), "").strip();
      if (!kind.isMeasured() && field.isMeasured()) {
        continue;
      }
      if (text.isEmpty()) {
        if (field.isRequired()) {
          faults.add(refused(field, "field.required"));
        }
      } else if (!(field.isWhole() ? WHOLE : DECIMAL).matcher(text).matches()) {
        faults.add(refused(field, field.isWhole() ? "telemetry.whole" : "telemetry.decimal"));
      } else {
        values.put(field, new BigDecimal(text));
      }
    }
    return new Reading(new Limits(values), faults);
  }

  /** What cannot be, whatever a standard says. */
  List<Refused<?>> findFaults() {
    List<Refused<?>> faults = new ArrayList<>();
    values.forEach(
        (field, value) -> {
          if (!field.admits(value)) {
            faults.add(
                refused(
                    field,
                    "telemetry.bounds",
                    field.least().toPlainString(),
                    field.most().toPlainString()));
          }
        });
    LimitField below = null;
    for (LimitField field : RISING) {
      BigDecimal value = values.get(field);
      if (value == null) {
        continue;
      }
      if (below != null) {
        BigDecimal gap = value.subtract(Objects.requireNonNull(values.get(below)));
        if (gap.signum() <= 0) {
          faults.add(refused(field, "telemetry.rising"));
        } else if (field.isLimit() && below.isLimit() && hysteresis().compareTo(gap) >= 0) {
          faults.add(refused(LimitField.HYSTERESIS, "telemetry.hysteresis"));
        }
      }
      below = field;
    }
    return faults;
  }

  private BigDecimal hysteresis() {
    return values.getOrDefault(LimitField.HYSTERESIS, BigDecimal.ZERO);
  }

  static Refused<?> refused(LimitField field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field.key(), "");
  }
}
