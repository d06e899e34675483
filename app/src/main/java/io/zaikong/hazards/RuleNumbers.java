package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that no standard at hand fixes: the product's own interpretation, shown as unverified,
 * until the city sets its own.
 */
@Service
public class RuleNumbers {

  private static final int LONGEST_REASON = 500;

  private final RuleNumberStore store;
  private final Rulings rulings;
  private final PondClasses ponds;
  private final Journal journal;
  private final Clock clock;

  RuleNumbers(
      RuleNumberStore store, Rulings rulings, PondClasses ponds, Journal journal, Clock clock) {
    this.store = store;
    this.rulings = rulings;
    this.ponds = ponds;
    this.journal = journal;
    this.clock = clock;
  }

  /** A number with its packaged value. */
  public enum Number {
    /** Up to which distance downstream people make a 头顶库, m, included. */
    TOP_POND_M("1000", "m", "10", "10000"),
    /** From which S on a unit that is not major counts as close to it, included. */
    NEAR_S("0.8", "", "0.01", "0.999"),
    /** Up to which distance two such units of different enterprises are neighbours, m, included. */
    NEAR_M("500", "m", "1", "5000");

    private final BigDecimal packaged;
    private final String unit;
    private final BigDecimal least;
    private final BigDecimal greatest;

    Number(String packaged, String unit, String least, String greatest) {
      this.packaged = new BigDecimal(packaged);
      this.unit = unit;
      this.least = new BigDecimal(least);
      this.greatest = new BigDecimal(greatest);
    }

    public String unit() {
      return unit;
    }

    /** The text key of what it is about. */
    public String textKey() {
      return "hazards.number." + name();
    }

    public static Optional<Number> find(String name) {
      return Arrays.stream(values()).filter(n -> n.name().equals(name)).findFirst();
    }
  }

  /** What the city set; the latest of a number stands. */
  public record Setting(
      String name, BigDecimal value, String reason, String setBy, Instant setAt) {}

  /** Every number as it stands. */
  @Transactional(readOnly = true)
  public Map<Number, BigDecimal> standing() {
    Map<Number, BigDecimal> standing = new EnumMap<>(Number.class);
    for (Number number : Number.values()) {
      standing.put(number, number.packaged);
    }
    store
        .listStanding()
        .forEach((name, value) -> Number.find(name).ifPresent(n -> standing.put(n, value)));
    return standing;
  }

  /** What was set of a number, newest first. */
  @Transactional(readOnly = true)
  public List<Setting> list(Number number) {
    return store.list(number.name());
  }

  /** Sets a number for the whole city; the ponds that it is about are judged anew at once. */
  @Transactional
  public Outcome<BigDecimal> set(Number number, BigDecimal value, String reason) {
    if (!rulings.mayRule()) {
      return Outcome.refused("", "hazards.number.city");
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.compareTo(number.least) < 0
        || plain.compareTo(number.greatest) > 0
        || plain.scale() > 3) {
      return Outcome.refused(
          "value",
          "hazards.field.range",
          number.least.toPlainString(),
          number.greatest.toPlainString());
    }
    if (reason.isBlank()) {
      return Outcome.refused("reason", "field.required");
    }
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused("reason", "hazards.field.long", String.valueOf(LONGEST_REASON));
    }
    Actor actor = Actor.getCurrent();
    store.insert(number.name(), plain, reason.strip(), actor.name(), clock.instant());
    journal.record(
        "hazards.number",
        new Subject("hazards.rule_number", number.name(), actor.home(), null),
        Map.of("number", number.name(), "value", plain.toPlainString(), "reason", reason.strip()));
    if (number == Number.TOP_POND_M) {
      ponds.judgeAll(plain);
    }
    return Outcome.done(plain);
  }
}
