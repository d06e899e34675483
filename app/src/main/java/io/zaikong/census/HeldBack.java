package io.zaikong.census;

import io.zaikong.kit.CreditCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which units may not be imported because a row that belongs, or may belong, to them has an error.
 * A unit that lost a chemical would be graded too low, so in doubt it waits.
 */
final class HeldBack {

  /** Characters that a mistyped credit code has in common, at its ends, with the right one. */
  private static final int COMMON = 12;

  /** A workbook with more rows that could be anybody's is not imported in parts. */
  private static final int MOST_DOUBTS = 500;

  private record Doubt(String typedCode, @Nullable CreditCode before, String unitName) {}

  private final Set<UnitKey> units = new LinkedHashSet<>();
  private final Set<UnitKey> held = new HashSet<>();
  private final Set<CreditCode> heldEnterprises = new HashSet<>();
  private final Set<Doubt> doubts = new LinkedHashSet<>();
  private @Nullable CreditCode before;

  void soundRow(UnitKey unit) {
    units.add(unit);
    before = unit.creditCode();
  }

  /**
   * @param code null when what was typed is no credit code
   * @param unitName empty when it is missing or wrong
   */
  void unsoundRow(@Nullable CreditCode code, String typedCode, String unitName) {
    if (code == null) {
      if (doubts.size() <= MOST_DOUBTS) {
        doubts.add(new Doubt(typedCode, typedCode.isEmpty() ? before : null, unitName));
      }
      return;
    }
    before = code;
    if (unitName.isEmpty()) {
      heldEnterprises.add(code);
    } else {
      held.add(new UnitKey(code, unitName));
    }
  }

  /** Every unit with a sound row that must wait, and every unit with an unsound one. */
  Set<UnitKey> units(Set<CreditCode> unsoundEnterprises) {
    Set<UnitKey> all = new HashSet<>(held);
    Map<String, Set<UnitKey>> byName = new HashMap<>();
    for (UnitKey unit : units) {
      byName.computeIfAbsent(unit.unitName(), name -> new HashSet<>()).add(unit);
      if (unsoundEnterprises.contains(unit.creditCode())
          || heldEnterprises.contains(unit.creditCode())) {
        all.add(unit);
      }
    }
    if (doubts.size() > MOST_DOUBTS) {
      all.addAll(units);
      return all;
    }
    for (Doubt doubt : doubts) {
      Set<UnitKey> candidates =
          doubt.unitName.isEmpty() ? units : byName.getOrDefault(doubt.unitName, Set.of());
      for (UnitKey unit : candidates) {
        if (unit.creditCode().equals(doubt.before)
            || alike(unit.creditCode().value(), doubt.typedCode)) {
          all.add(unit);
        }
      }
    }
    return all;
  }

  private static boolean alike(String code, String typed) {
    int shorter = Math.min(code.length(), typed.length());
    int start = 0;
    while (start < shorter && code.charAt(start) == typed.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && code.charAt(code.length() - 1 - end) == typed.charAt(typed.length() - 1 - end)) {
      end++;
    }
    return start + end >= COMMON;
  }
}
