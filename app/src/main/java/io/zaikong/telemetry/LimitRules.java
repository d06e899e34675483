package io.zaikong.telemetry;

import io.zaikong.shell.Outcome.Refused;
import io.zaikong.telemetry.LimitRule.Bound;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the standards say of alarm limits, as data. A rule that was found in a source refuses what
 * breaks it; one that is recalled only warns.
 */
public record LimitRules(String edition, List<LimitRule> rules) {

  private static final LimitRules CURRENT = load("GB/T 50493-2019、AQ 3035-2010");

  /**
   * Litres a mole of gas at 20 ℃ and 101.3 kPa, by which mg/m³ and ppm are turned into each other.
   */
  private static final BigDecimal MOLAR_VOLUME_L = new BigDecimal("24.04");

  private static final String PPM = "ppm";

  public LimitRules {
    rules = List.copyOf(rules);
  }

  /**
   * Limits that a rule does not allow.
   *
   * @param bound in the sensor's unit; null when a limit that the rule wants is missing
   */
  public record Breach(LimitRule rule, @Nullable BigDecimal bound, boolean verified) {

    Refused<?> refused() {
      return bound == null
          ? refusal("telemetry.rule.missing", rule.text())
          : refusal("telemetry.rule." + rule.bound(), bound.toPlainString(), rule.text());
    }

    private Refused<?> refusal(String reason, String... parameters) {
      return new Refused<>(reason, List.of(parameters), rule.field().key(), rule.clause());
    }
  }

  /** The rules that apply now. There is one edition so far; a second is chosen by its first day. */
  public static LimitRules current() {
    return CURRENT;
  }

  /** All that is said of a kind of sensor. */
  public List<LimitRule> listFor(SensorKind kind, String unit, String cas) {
    return rules.stream()
        .filter(r -> r.kind() == kind)
        .filter(r -> r.cas().isEmpty() || r.cas().equals(cas))
        .filter(r -> r.unit().isEmpty() || r.unit().equals(unit) || isTurned(r, unit))
        .toList();
  }

  /** The media of which a value is known, by CAS number. */
  public Map<String, String> media() {
    Map<String, String> media = new LinkedHashMap<>();
    rules.stream().filter(r -> !r.cas().isEmpty()).forEach(r -> media.put(r.cas(), r.medium()));
    return media;
  }

  /** The highest, or for lower limits the lowest, that the rules allow. */
  public Map<LimitField, BigDecimal> proposal(SensorKind kind, String unit, String cas) {
    Map<LimitField, BigDecimal> proposal = new EnumMap<>(LimitField.class);
    for (LimitRule rule : listFor(kind, unit, cas)) {
      if (rule.bound() == Bound.AT_MOST || rule.bound() == Bound.AT_LEAST) {
        proposal.put(rule.field(), bound(rule, unit));
      }
    }
    return proposal;
  }

  /** What of the limits the rules do not allow. */
  public List<Breach> judge(SensorKind kind, String unit, String cas, Limits limits) {
    Optional<BigDecimal> idlh = limits.find(LimitField.IDLH);
    List<Breach> breaches = new ArrayList<>();
    for (LimitRule rule : listFor(kind, unit, cas)) {
      boolean applies =
          switch (rule.bound()) {
            case TEXT -> false;
            case PERCENT_OF_IDLH -> idlh.isPresent();
            case AT_MOST, AT_LEAST -> kind != SensorKind.TOXIC_GAS || idlh.isEmpty();
          };
      if (applies) {
        BigDecimal bound =
            rule.bound() == Bound.PERCENT_OF_IDLH
                ? idlh.orElseThrow().multiply(value(rule)).movePointLeft(2)
                : bound(rule, unit);
        judge(rule, bound, rule.verified() && !isTurned(rule, unit), limits)
            .ifPresent(breaches::add);
      }
    }
    return breaches;
  }

  /** The first stage has to be there; a second one need not. */
  private static Optional<Breach> judge(
      LimitRule rule, BigDecimal bound, boolean verified, Limits limits) {
    Optional<BigDecimal> limit = limits.find(rule.field());
    if (limit.isEmpty()) {
      return rule.field() == LimitField.HIGH_HIGH
          ? Optional.empty()
          : Optional.of(new Breach(rule, null, verified));
    }
    return rule.isBroken(limit.get(), bound)
        ? Optional.of(new Breach(rule, bound.stripTrailingZeros(), verified))
        : Optional.empty();
  }

  private static boolean isTurned(LimitRule rule, String unit) {
    return rule.molarMassG() != null && unit.equals(PPM);
  }

  private static BigDecimal bound(LimitRule rule, String unit) {
    BigDecimal mass = rule.molarMassG();
    return mass == null || !unit.equals(PPM)
        ? value(rule)
        : value(rule).multiply(MOLAR_VOLUME_L).divide(mass, 2, RoundingMode.DOWN);
  }

  private static BigDecimal value(LimitRule rule) {
    return Objects.requireNonNull(rule.value(), rule.text());
  }

  private static LimitRules load(String edition) {
    try (var in = Objects.requireNonNull(LimitRules.class.getResourceAsStream("limits.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new LimitRules(
          edition, reader.lines().skip(1).map(line -> rule(line.split("\t", -1))).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LimitRule rule(String[] c) {
    return new LimitRule(
        c[0],
        LocalDate.parse(c[1]),
        SensorKind.valueOf(c[2]),
        c[3],
        c[4],
        c[5],
        LimitField.valueOf(c[6]),
        Bound.valueOf(c[7]),
        c[8].isEmpty() ? null : new BigDecimal(c[8]),
        c[9].isEmpty() ? null : new BigDecimal(c[9]),
        c[10],
        c[11],
        c[12].equals("S"),
        c[13]);
  }
}
