package io.zaikong.calc.hazard.derivation;

import static io.zaikong.calc.hazard.derivation.Derivations.DERIVER;
import static io.zaikong.calc.hazard.derivation.Derivations.conditions;
import static io.zaikong.calc.hazard.derivation.Derivations.facts;
import static io.zaikong.calc.hazard.derivation.Derivations.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.calc.substance.HazardKind;
import io.zaikong.calc.substance.SubstanceFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random substances and conditions against a naive reference that knows no "unknown": it fills
 * every gap with both extremes and asks whether all of them agree. {@code -Dzaikong.cases} sets how
 * many.
 */
class DerivationPropertiesTest {

  private static final int CASES = Integer.getInteger("zaikong.cases", 3_000);
  private static final String[] DEGREES = {
    "", "15", "20", "20.1", "34.9", "35", "35.1", "57", "140"
  };
  private static final String[] PRESSURES = {"", "0", "1.6", "1.61"};
  private static final String[] PROCESSES = {"", "无", "氧化", "爆炸极限", "其他:理由"};
  private static final String[] STATES = {"", "GAS", "LIQUID", "SOLID"};

  private final Random random = new Random(30_000);

  private record Case(
      String classes,
      String state,
      String boils,
      String works,
      String pressure,
      String process,
      String use) {

    Case working(String other) {
      return new Case(classes, state, boils, other, pressure, process, use);
    }

    SubstanceFacts substance() {
      return facts("某物质", classes, state, boils);
    }

    Derivation derive() {
      return DERIVER.derive(substance(), conditions(works, pressure, process, use));
    }
  }

  @Test
  void theDerivationIsSureExactlyWhenEveryWayToFillTheGapsAgrees() {
    for (int i = 0; i < CASES; i++) {
      Case drawn = draw();
      Set<Integer> possible = reference(drawn);
      String worst = symbol(possible.iterator().next());
      String actual = text(drawn.derive());
      String expected =
          (possible.size() > 1 ? "待核定 " : "")
              + (worst.isEmpty() ? "无" : worst + " / " + critical(worst));
      assertThat(actual).as(drawn.toString()).isEqualTo(expected);
    }
  }

  @Test
  void aHigherTemperatureIsNeverLessSevere() {
    for (int i = 0; i < CASES; i++) {
      Case drawn = draw();
      int before = severity(drawn.working("20").derive());
      for (String hotter : List.of("35", "57.1", "139.9", "200")) {
        int after = severity(drawn.working(hotter).derive());
        assertThat(after).as(drawn + " at " + hotter).isLessThanOrEqualTo(before);
        before = after;
      }
    }
  }

  @Test
  void anUnknownTemperatureIsAtLeastAsSevereAsAnyKnownOne() {
    for (int i = 0; i < CASES; i++) {
      Case drawn = draw();
      int unknown = severity(drawn.working("").derive());
      for (String known : List.of("-100", "35", "1000")) {
        assertThat(unknown).isLessThanOrEqualTo(severity(drawn.working(known).derive()));
      }
    }
  }

  @Test
  void oneMoreHazardIsNeverLessSevere() {
    for (int i = 0; i < CASES; i++) {
      Case drawn = draw();
      // A class of gases changes the state, an aerosol takes the place of what is in it.
      String more = List.of("WR1", "OS1", "E1.4", "SRA", "FS1", "SC1").get(random.nextInt(6));
      Case worse =
          new Case(
              (drawn.classes + " " + more).strip(),
              drawn.state,
              drawn.boils,
              drawn.works,
              drawn.pressure,
              drawn.process,
              drawn.use);
      assertThat(severity(worse.derive())).isLessThanOrEqualTo(severity(drawn.derive()));
    }
  }

  private Case draw() {
    List<String> classes = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      HazardKind kind =
          random.nextInt(3) == 0
              ? HazardKind.FLAMMABLE_LIQUID
              : HazardKind.values()[random.nextInt(HazardKind.values().length)];
      String code = kind.code() + kind.categories().get(random.nextInt(kind.categories().size()));
      if (!classes.contains(code)) {
        classes.add(code);
      }
    }
    return new Case(
        String.join(" ", classes),
        pick(STATES),
        pick(DEGREES),
        pick(DEGREES),
        pick(PRESSURES),
        pick(PROCESSES),
        UnitUse.values()[random.nextInt(3)].name());
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  // --- the reference: plain conditions on filled-in numbers -------------------------------------

  private static Set<Integer> reference(Case c) {
    Set<Integer> possible = new TreeSet<>();
    for (String boils : c.boils.isEmpty() ? List.of("-273", "9000") : List.of(c.boils)) {
      for (String works : c.works.isEmpty() ? List.of("-200", "99999") : List.of(c.works)) {
        for (boolean special : specials(c)) {
          possible.add(worst(c, new BigDecimal(boils), new BigDecimal(works), special));
        }
      }
    }
    return possible;
  }

  private static List<Boolean> specials(Case c) {
    if (c.pressure.equals("1.61")) {
      return List.of(true);
    }
    return switch (c.process) {
      case "无" -> List.of(false);
      case "" -> c.use.equals("STORAGE") ? List.of(false) : List.of(true, false);
      case "氧化" -> c.use.equals("STORAGE") ? List.of(true, false) : List.of(true);
      default -> List.of(true);
    };
  }

  private static int worst(Case c, BigDecimal boils, BigDecimal works, boolean special) {
    Set<String> codes = Set.of(c.classes.split(" "));
    boolean gas =
        codes.stream().anyMatch(x -> x.startsWith("FG") || x.equals("OG1") || x.equals("PG"))
            || c.state.equals("GAS")
            || (c.state.isEmpty() && c.boils.matches("15|20"));
    boolean liquid = !gas && !c.state.equals("SOLID");
    boolean aerosol = codes.stream().anyMatch(x -> x.startsWith("AE"));
    Set<String> found = new TreeSet<>();
    for (String code : codes) {
      found.add(physical(code, aerosol, works.compareTo(boils) > 0, special));
    }
    boolean first = codes.contains("AO1") || codes.contains("AD1") || codes.contains("AI1");
    boolean second = codes.contains("AO2") || codes.contains("AD2") || codes.contains("AI2");
    boolean third = codes.contains("AO3") || codes.contains("AD3") || codes.contains("AI3");
    boolean inhaled = codes.contains("AI2") || codes.contains("AI3");
    boolean fourth = liquid && inhaled && boils.compareTo(new BigDecimal(35)) <= 0;
    found.add(first ? (gas ? "J1" : "J2") : "");
    found.add(gas && (second || third) ? "J3" : "");
    found.add(fourth ? "J4" : "");
    found.add(!gas && !fourth && second ? "J5" : "");
    return found.stream().mapToInt(DerivationPropertiesTest::rank).min().orElseThrow();
  }

  private static String physical(String code, boolean aerosol, boolean above, boolean special) {
    return switch (code) {
      case "EU", "E1.1" -> "W1.1";
      case "E1.2", "E1.3", "E1.5", "E1.6" -> "W1.2";
      case "E1.4" -> "W1.3";
      case "FG1", "FG1A", "FG1B", "FG2" -> aerosol ? "" : "W2";
      case "AE1", "AE2" -> "W3";
      case "OG1" -> "W4";
      case "FL1" -> aerosol ? "" : "W5.1";
      case "FL2", "FL3" ->
          aerosol ? "" : above ? "W5.1" : special ? "W5.2" : code.equals("FL2") ? "W5.3" : "W5.4";
      case "SRA", "SRB" -> "W6.1";
      case "SRC", "SRD", "SRE" -> "W6.2";
      case "OPA", "OPB" -> "W7.1";
      case "OPC", "OPD", "OPE", "OPF" -> "W7.2";
      case "PL1", "PS1" -> "W8";
      case "OL1", "OS1" -> "W9.1";
      case "OL2", "OS2", "OL3", "OS3" -> "W9.2";
      case "FS1" -> "W10";
      case "WR1", "WR2" -> "W11";
      default -> "";
    };
  }

  /** By Q, then by the greater β of table 4, then in the standard's order; nothing comes last. */
  private static final List<String> RANKING =
      List.of(
          "W1.1", "J1", "W1.2", "W2", "W5.1", "W6.1", "W7.1", "J3", "J4", "W1.3", "J2", "W4",
          "W5.2", "W6.2", "W7.2", "W8", "W9.1", "W3", "W9.2", "W10", "W11", "J5", "W5.3", "W5.4",
          "");

  private static int rank(String symbol) {
    return RANKING.indexOf(symbol);
  }

  private static String symbol(int rank) {
    return RANKING.get(rank);
  }

  private static String critical(String symbol) {
    return DERIVER
        .edition()
        .findCategory(symbol)
        .orElseThrow()
        .criticalT()
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The rank of what it is, or could be at worst. */
  private static int severity(Derivation derivation) {
    return switch (derivation.verdict()) {
      case Derivation.Verdict.Listed listed -> throw new AssertionError(listed);
      case Derivation.Verdict.Classified c -> rank(c.basis().category().symbol());
      case Derivation.Verdict.Outside outside -> rank("");
      case Derivation.Verdict.Undetermined open -> {
        Optional<String> symbol = open.upperBound().map(b -> b.clause().replaceFirst(".*表2 ", ""));
        yield rank(symbol.orElse(""));
      }
    };
  }
}
