package io.zaikong.coverage;

import io.zaikong.coverage.Reporting.Decision;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about one enterprise of the open round: it declares that it has no source
 * (无危险源申报), an officer adds it to those expected or excuses it.
 */
@Service
public class Reports {

  private static final int LONGEST = 500;

  private final ReportStore store;
  private final CensusStatus status;
  private final Rounds rounds;
  private final Reminders reminders;
  private final Enterprises enterprises;
  private final Journal journal;
  private final Clock clock;

  Reports(
      ReportStore store,
      CensusStatus status,
      Rounds rounds,
      Reminders reminders,
      Enterprises enterprises,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.status = status;
    this.rounds = rounds;
    this.reminders = reminders;
    this.enterprises = enterprises;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * That an enterprise has no hazard source.
   *
   * @param basis how that is known
   * @param onBehalf whether an officer declared it
   */
  public record None(String basis, boolean onBehalf, Instant at, String by) {}

  @Transactional(readOnly = true)
  public Optional<None> findNone(Round round, long enterpriseId) {
    return store.findNone(round.id(), enterpriseId);
  }

  @Transactional
  public Outcome<Long> declareNone(long enterpriseId, String basis) {
    return act(
        enterpriseId,
        "basis",
        basis,
        (round, enterprise) -> {
          Optional<Reporting> standing = status.find(round, enterpriseId);
          if (standing.isEmpty() || !standing.get().isExpected()) {
            return Outcome.refused("", "coverage.report.not_expected");
          }
          if (standing.get().sources() > 0) {
            return Outcome.refused(
                "", "coverage.none.has_sources", Long.toString(standing.get().sources()));
          }
          Actor actor = Actor.getCurrent();
          boolean onBehalf = !actor.hasAny(Role.ENTERPRISE_SAFETY_MANAGER);
          if (!store.insertNone(
              round.id(),
              enterpriseId,
              enterprise.division(),
              basis.strip(),
              onBehalf,
              actor.name(),
              clock.instant())) {
            return Outcome.refused("", "coverage.none.already");
          }
          record("coverage.none", enterprise, round, basis);
          reminders.answer(List.of(enterpriseId));
          return Outcome.done(enterpriseId);
        });
  }

  /** Takes the declaration back when it turned out to be wrong; an officer's act. */
  @Transactional
  public Outcome<Long> withdrawNone(long enterpriseId, String reason) {
    return act(
        enterpriseId,
        "withdraw_reason",
        reason,
        (round, enterprise) -> {
          if (!store.withdrawNone(
              round.id(),
              enterpriseId,
              reason.strip(),
              Actor.getCurrent().name(),
              clock.instant())) {
            return Outcome.refused("", "coverage.none.not");
          }
          record("coverage.none.withdraw", enterprise, round, reason);
          return Outcome.done(enterpriseId);
        });
  }

  /** Adds it to those expected, or takes an excuse back. */
  @Transactional
  public Outcome<Long> add(long enterpriseId, String reason) {
    return act(
        enterpriseId,
        "reason",
        reason,
        (round, enterprise) -> {
          Optional<Reporting> standing = status.find(round, enterpriseId);
          if (standing.filter(Reporting::isExpected).isPresent()) {
            return Outcome.refused("", "coverage.add.expected");
          }
          withdraw(round, enterpriseId);
          if (status.find(round, enterpriseId).isEmpty()) {
            decide(round, enterprise, Decision.ADDED, reason);
          }
          record("coverage.add", enterprise, round, reason);
          return Outcome.done(enterpriseId);
        });
  }

  /** It need not report in this round; a reminder that waits is taken back. */
  @Transactional
  public Outcome<Long> excuse(long enterpriseId, String reason) {
    return act(
        enterpriseId,
        "reason",
        reason,
        (round, enterprise) -> {
          if (status.find(round, enterpriseId).filter(Reporting::isExpected).isEmpty()) {
            return Outcome.refused("", "coverage.report.not_expected");
          }
          withdraw(round, enterpriseId);
          decide(round, enterprise, Decision.EXCUSED, reason);
          reminders.takeBack(round.id(), List.of(enterpriseId), reason.strip());
          record("coverage.excuse", enterprise, round, reason);
          return Outcome.done(enterpriseId);
        });
  }

  private void withdraw(Round round, long enterpriseId) {
    store.withdrawDecision(round.id(), enterpriseId, Actor.getCurrent().name(), clock.instant());
  }

  private void decide(Round round, Enterprise enterprise, Decision kind, String reason) {
    store.insertDecision(
        round.id(),
        enterprise.id(),
        enterprise.division(),
        kind,
        reason.strip(),
        Actor.getCurrent().name(),
        clock.instant());
  }

  private interface Work {
    Outcome<Long> on(Round round, Enterprise enterprise);
  }

  private Outcome<Long> act(long enterpriseId, String field, String words, Work work) {
    Optional<Round> open = rounds.findOpen();
    if (open.isEmpty()) {
      return Outcome.refused("", "coverage.round.none");
    }
    if (words.isBlank()) {
      return Outcome.refused(field, "field.required");
    }
    if (words.strip().length() > LONGEST) {
      return Outcome.refused(field, "coverage.long", Integer.toString(LONGEST));
    }
    return enterprises
        .find(enterpriseId)
        .filter(e -> e.mergedInto() == null)
        .map(e -> work.on(open.get(), e))
        .orElseGet(() -> Outcome.refused("", "coverage.report.gone"));
  }

  private void record(String act, Enterprise enterprise, Round round, String reason) {
    journal.record(
        act,
        new Subject(
            Reminders.ENTERPRISE,
            Long.toString(enterprise.id()),
            enterprise.division(),
            enterprise.id()),
        Map.of("round", round.id(), "reason", reason.strip()));
  }
}
