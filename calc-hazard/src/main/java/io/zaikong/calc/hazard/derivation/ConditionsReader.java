package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads conditions as a person writes them; empty text: not stated. */
final class ConditionsReader {

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,6}(\\.[0-9]{1,6})?");
  private static final BigDecimal COLDEST_C = new BigDecimal("-273.15");
  private static final BigDecimal HOTTEST_C = BigDecimal.valueOf(5_000);
  private static final BigDecimal VACUUM_MPA = new BigDecimal("-0.101325");
  private static final BigDecimal HIGHEST_MPA = BigDecimal.valueOf(1_000);
  private static final Set<String> UNHEATED = Set.of("常温", "ambient");
  private static final Set<String> NO_PROCESS = Set.of("无", "none");
  private static final Set<String> EXPLOSIVE_LIMIT =
      Set.of("爆炸极限范围或附近操作", "爆炸极限范围或附近", "爆炸极限", "explosive limit", "explosive_limit");
  private static final Pattern OTHER =
      Pattern.compile("(?:其他|其它|(?i:other))\\s*[:\\uFF1A]\\s*(\\S.*)", Pattern.DOTALL);

  private ConditionsReader() {}

  static ConditionsReading read(
      DerivationRules rules, String temperature, String pressure, String process, UnitUse use) {
    String t = temperature.strip();
    boolean unheated = UNHEATED.contains(t.toLowerCase(Locale.ROOT));
    Optional<BigDecimal> workingC = unheated ? Optional.empty() : number(t, COLDEST_C, HOTTEST_C);
    if (!unheated && !t.isEmpty() && workingC.isEmpty()) {
      return unreadable(Reason.TEMPERATURE_INVALID, t);
    }
    String p = pressure.strip();
    Optional<BigDecimal> pressureMpa = number(p, VACUUM_MPA, HIGHEST_MPA);
    if (!p.isEmpty() && pressureMpa.isEmpty()) {
      return unreadable(Reason.PRESSURE_INVALID, p);
    }
    String stated = process.strip();
    Optional<SpecialProcess> special = process(rules, stated);
    if (!stated.isEmpty() && special.isEmpty()) {
      return new Conditions.Unreadable(
          Reason.PROCESS_UNKNOWN,
          List.of(
              stated,
              rules.processes().stream()
                  .map(DerivationRules.HazardousProcess::name)
                  .collect(Collectors.joining("、"))));
    }
    return new Conditions(workingC, unheated, pressureMpa, special, use);
  }

  private static Optional<SpecialProcess> process(DerivationRules rules, String stated) {
    String small = stated.toLowerCase(Locale.ROOT);
    if (NO_PROCESS.contains(small)) {
      return Optional.of(SpecialProcess.NONE);
    }
    if (EXPLOSIVE_LIMIT.contains(small)) {
      return Optional.of(SpecialProcess.EXPLOSIVE_LIMIT);
    }
    var other = OTHER.matcher(stated);
    if (other.matches()) {
      String reason = other.group(1).strip();
      return Optional.of(new SpecialProcess(SpecialProcess.Kind.OTHER, reason, reason));
    }
    return rules
        .findProcess(stated)
        .map(p -> new SpecialProcess(SpecialProcess.Kind.HAZARDOUS, p.name(), p.nameEn()));
  }

  private static Optional<BigDecimal> number(String text, BigDecimal least, BigDecimal most) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0
        ? Optional.of(value)
        : Optional.empty();
  }

  private static ConditionsReading unreadable(Reason reason, String text) {
    return new Conditions.Unreadable(reason, List.of(text));
  }
}
