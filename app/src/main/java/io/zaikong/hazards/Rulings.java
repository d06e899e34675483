package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bureau's rulings on what the standard leaves open: β of a substance of table 1 that table 3
 * does not name. A ruling replaces the presumed value for the whole city, and every unit that has
 * the substance is graded anew; earlier rulings and results stay on record.
 */
@Service
public class Rulings {

  /** Rules that another capability applies; contributed as a bean, a table of the catalogue. */
  public interface Table {

    /** Its anchor, and the end of its text key {@code hazards.rules.NAME}. */
    String name();

    /** Text keys of the columns; those of numbers begin with {@code #}. */
    List<String> columns();

    List<Row> rows(Words words);

    /**
     * @param verified whether it was checked against a source
     * @param note may be empty
     */
    record Row(List<String> cells, String clause, boolean verified, String note) {

      public Row {
        cells = List.copyOf(cells);
      }
    }
  }

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BigDecimal GREATEST = BigDecimal.valueOf(100);
  private static final int LONGEST_REASON = 500;

  private final RulingStore store;
  private final Regrading regrading;
  private final Divisions divisions;
  private final Journal journal;
  private final Clock clock;

  Rulings(
      RulingStore store, Regrading regrading, Divisions divisions, Journal journal, Clock clock) {
    this.store = store;
    this.regrading = regrading;
    this.divisions = divisions;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether the units have been graded anew by a ruling. */
  public enum State {
    RUNNING,
    DONE,
    STOPPED
  }

  /**
   * How far the units have been graded anew.
   *
   * @param regrading its id
   * @param total units with the substance; {@code changed} got another result, {@code
   *     levelsChanged} another level
   */
  public record Progress(
      long regrading, int total, int done, int changed, int levelsChanged, State state) {}

  /** A ruling; the latest on a row stands. */
  public record Ruling(
      long id,
      String edition,
      int table1No,
      BigDecimal beta,
      String reason,
      String ruledBy,
      Instant ruledAt,
      Progress progress) {}

  /**
   * All units graded anew because the edition in force, its tables or the packaged catalogue are
   * others than before.
   */
  public record Renewal(long id, String edition, String catalogue, Progress progress) {}

  /** The last one; empty before the first start of the server. */
  @Transactional(readOnly = true)
  public Optional<Renewal> findRenewal() {
    return store.findRenewal();
  }

  /** How far a regrading has got, whatever it is for. */
  @Transactional(readOnly = true)
  public Optional<Progress> findProgress(long regradingId) {
    return store.findProgress(regradingId);
  }

  /** How far the units have been graded anew by rulings on limits; none before a ruling's day. */
  @Transactional(readOnly = true)
  public Map<Long, Progress> listProgressByLimit(Collection<Long> interpretationIds) {
    return store.listProgressByLimit(interpretationIds);
  }

  /** Goes on with a regrading that stopped. */
  @Transactional
  public Outcome<Progress> resume(long regradingId) {
    Optional<Progress> progress = store.findProgress(regradingId);
    if (!mayRule()) {
      return Outcome.refused("", "hazards.ruling.city");
    }
    if (progress.isEmpty() || progress.get().state() != State.STOPPED) {
      return Outcome.refused("", "hazards.ruling.not_stopped");
    }
    journal.record(
        "hazards.regrade.resume",
        new Subject(Regrading.SUBJECT, Long.toString(regradingId), Actor.getCurrent().home(), null),
        Map.of());
    regrading.restart(regradingId, progress.get().total());
    return Outcome.done(progress.get());
  }

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

  /** All rulings on a row of table 1, newest first. */
  @Transactional(readOnly = true)
  public List<Ruling> list(String edition, int table1No) {
    return store.list(edition, table1No);
  }

  /** Only who sees the whole city, all sectors of it, may decide for all of it. */
  @Transactional(readOnly = true)
  public boolean mayRule() {
    Scope scope = Actor.getCurrent().scope();
    Optional<DivisionCode> city = divisions.findCity().map(Division::code);
    return scope.sectors().isEmpty() && city.isPresent() && scope.covers(city.get());
  }

  /** Rules that a row of table 1 has this β, for a reason; the units follow at once. */
  @Transactional
  public Outcome<Ruling> rule(int table1No, BigDecimal beta, String reason) {
    if (!mayRule()) {
      return Outcome.refused("", "hazards.ruling.city");
    }
    if (reason.isBlank()) {
      return Outcome.refused("reason", "field.required");
    }
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused("reason", "hazards.ruling.long", String.valueOf(LONGEST_REASON));
    }
    BigDecimal plain = beta.stripTrailingZeros();
    if (plain.signum() <= 0 || plain.compareTo(GREATEST) > 0 || plain.scale() > 6) {
      return Outcome.refused("beta", "hazards.ruling.beta");
    }
    Edition edition = edition();
    try {
      edition.withBeta(table1No, plain, reason);
    } catch (IllegalArgumentException fixed) {
      return Outcome.refusedBy(edition.name() + " 4.3", "beta", "hazards.ruling.fixed");
    }
    Actor actor = Actor.getCurrent();
    long id =
        store.insert(
            edition.name(), table1No, plain, reason.strip(), actor.name(), clock.instant());
    journal.record(
        "hazards.rule",
        new Subject("hazards.beta_ruling", Long.toString(id), actor.home(), null),
        Map.of(
            "edition", edition.name(),
            "row", table1No,
            "beta_before", edition.getBeta(table1No).value().toPlainString(),
            "beta", plain.toPlainString(),
            "reason", reason.strip()));
    regrading.startAfterRuling(id);
    return Outcome.done(store.find(id).orElseThrow());
  }
}
