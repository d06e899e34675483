package io.zaikong.substances;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.derivation.DerivationRules;
import io.zaikong.calc.hazard.derivation.Interpretation;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bureau's rulings on limits of the derivation that the standard leaves open. One stands from
 * its day on for the whole city; then the units that a derivation is about are graded anew. Earlier
 * rulings and results stay on record.
 */
@Service
public class Interpretations {

  private static final Actor STARTER = Actor.system("核定生效", Scope.everywhere());
  private static final int LONGEST_REASON = 500;

  private final InterpretationStore store;
  private final Divisions divisions;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transactions;

  Interpretations(
      InterpretationStore store,
      Divisions divisions,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.divisions = divisions;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** A ruling; of each limit the one of the latest day that has come stands. */
  public record Ruling(
      long id,
      String key,
      BigDecimal value,
      LocalDate from,
      String reason,
      String ruledBy,
      Instant ruledAt) {}

  /** The rules of an edition with the rulings that stand today; one statement. */
  @Transactional(readOnly = true)
  public DerivationRules rules(DerivationRules packaged, Edition edition) {
    DerivationRules rules = packaged;
    for (Ruling ruling : store.listStanding(edition.name(), today())) {
      rules = rules.withInterpretation(ruling.key(), ruling.value(), ruling.reason());
    }
    return rules;
  }

  /** The limits of the edition in force, as they stand today. */
  @Transactional(readOnly = true)
  public List<Interpretation> listStanding() {
    return rules(DerivationRules.of(edition()), edition()).listInterpretations();
  }

  /** All rulings on a limit, the latest day first. */
  @Transactional(readOnly = true)
  public List<Ruling> list(String key) {
    return store.list(edition().name(), key);
  }

  /** The limit as the edition was packaged; empty when there is none. */
  public Optional<Interpretation> findPackaged(String key) {
    return DerivationRules.of(edition()).listInterpretations().stream()
        .filter(i -> i.key().equals(key))
        .findFirst();
  }

  /** Only an officer who sees the whole city, all sectors of it, decides for all of it. */
  @Transactional(readOnly = true)
  public boolean mayRule() {
    Actor actor = Actor.getCurrent();
    return actor.hasAny(Role.OFFICER)
        && actor.scope().sectors().isEmpty()
        && divisions.findCity().filter(city -> actor.scope().covers(city.code())).isPresent();
  }

  /** Rules that a limit has this value from a day on, for a reason. */
  @Transactional
  public Outcome<Ruling> rule(String key, BigDecimal value, LocalDate from, String reason) {
    Edition edition = edition();
    Optional<Interpretation> packaged = findPackaged(key);
    if (!mayRule()) {
      return Outcome.refused("", "substances.limit.city");
    }
    if (packaged.isEmpty() || !packaged.get().mayBeRuled()) {
      return Outcome.refused("", "substances.limit.fixed");
    }
    if (!packaged.get().allows(value)) {
      return Outcome.refused(
          "value",
          "substances.number_invalid",
          packaged.get().least().toPlainString(),
          packaged.get().most().toPlainString());
    }
    if (from.isBefore(edition.from()) || from.isAfter(today().plusYears(1))) {
      return Outcome.refused(
          "from", "substances.limit.from", edition.from().toString(), today().plusYears(1) + "");
    }
    if (reason.isBlank()) {
      return Outcome.refused("reason", "field.required");
    }
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused("reason", "substances.too_long", String.valueOf(LONGEST_REASON));
    }
    Actor actor = Actor.getCurrent();
    Ruling wanted = new Ruling(0, key, value, from, reason.strip(), actor.name(), clock.instant());
    long id = store.insert(edition.name(), wanted);
    journal.record(
        "substances.interpret",
        Subject.of("substances.interpretation_ruling", id, actor.home()),
        Map.of(
            "edition", edition.name(),
            "limit", key,
            "value", value.toPlainString(),
            "from", from.toString(),
            "reason", reason.strip()));
    start();
    return Outcome.done(
        new Ruling(id, key, value, from, wanted.reason(), wanted.ruledBy(), wanted.ruledAt()));
  }

  /** What is ruled for a later day begins to stand on it. */
  @Scheduled(fixedDelayString = "PT10M")
  void startDue() {
    STARTER.run(() -> transactions.executeWithoutResult(status -> start()));
  }

  private void start() {
    for (long id : store.start(today(), clock.instant())) {
      journal.record(
          "substances.interpret.start",
          Subject.of("substances.interpretation_ruling", id, Actor.getCurrent().home()),
          Map.of());
      events.publishEvent(new InterpretationRuled(id));
    }
  }

  /** The one in force today. */
  public Edition edition() {
    return Edition.findInForceOn(today()).orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE);
  }
}
