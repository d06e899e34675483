package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bureau's rulings on what the standard leaves open: β of a substance of table 1 that table 3
 * does not name. A ruling replaces the presumed value; earlier ones stay on record.
 */
@Service
public class Rulings {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BigDecimal GREATEST = BigDecimal.valueOf(100);

  private final RulingStore store;
  private final Journal journal;
  private final Clock clock;

  Rulings(RulingStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** A ruling as it stands. */
  public record Ruling(int table1No, BigDecimal beta, String reason, String ruledBy) {}

  /** The edition in force today with the rulings that stand. */
  @Transactional(readOnly = true)
  public Edition edition() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    Edition edition = Edition.findInForceOn(today).orElseThrow();
    for (Ruling ruling : store.listStanding(edition.name())) {
      edition = edition.withBeta(ruling.table1No(), ruling.beta(), ruling.reason());
    }
    return edition;
  }

  @Transactional(readOnly = true)
  public List<Ruling> list(String edition) {
    return store.listStanding(edition);
  }

  /**
   * Rules that a row of table 1 has this β, for a reason; units are graded anew by it from then on.
   */
  @Transactional
  public Outcome<Ruling> rule(int table1No, BigDecimal beta, String reason) {
    if (reason.isBlank()) {
      return Outcome.refused("reason", "field.required");
    }
    if (beta.signum() <= 0 || beta.compareTo(GREATEST) > 0 || beta.scale() > 6) {
      return Outcome.refused("beta", "hazards.ruling.beta");
    }
    Edition edition = edition();
    try {
      edition.withBeta(table1No, beta, reason);
    } catch (IllegalArgumentException fixed) {
      return Outcome.refusedBy(edition.name() + " 4.3", "beta", "hazards.ruling.fixed");
    }
    Ruling ruling = new Ruling(table1No, beta, reason.strip(), Actor.getCurrent().name());
    store.insert(edition.name(), ruling, clock.instant());
    DivisionCode home = Actor.getCurrent().home();
    journal.record(
        "hazards.rule",
        new Subject("hazards.beta_ruling", edition.name() + " " + table1No, home, null),
        Map.of("beta", beta.toPlainString(), "reason", ruling.reason()));
    return Outcome.done(ruling);
  }
}
