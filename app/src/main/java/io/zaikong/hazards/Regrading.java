package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Substance;
import io.zaikong.hazards.DeclarationStore.Graded;
import io.zaikong.hazards.DeclarationStore.Result;
import io.zaikong.hazards.LevelChanges.Change;
import io.zaikong.hazards.RegradingStore.Standing;
import io.zaikong.hazards.Rulings.Ruling;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grades anew the units that a ruling is about: wherever they lie, so as the system; some at a
 * time, each batch with its journal rows in one transaction. What came out the same stays as it is,
 * so it can be begun again at any point, and is when the server starts.
 */
@Service
class Regrading {

  private static final Logger LOG = LoggerFactory.getLogger(Regrading.class);
  private static final Actor REGRADER = Actor.system("β 核定后重新分级", Scope.everywhere());
  private static final int AT_ONCE = 250;

  private final RulingStore rulings;
  private final RegradingStore units;
  private final DeclarationStore results;
  private final ObjectProvider<Grader> grader;
  private final LevelChanges levels;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transactions;

  /**
   * @param grader asked for late: it needs the rulings, which start this
   */
  Regrading(
      RulingStore rulings,
      RegradingStore units,
      DeclarationStore results,
      ObjectProvider<Grader> grader,
      LevelChanges levels,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rulings = rulings;
    this.units = units;
    this.results = results;
    this.grader = grader;
    this.levels = levels;
    this.journal = journal;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  void startAfterCommit(long rulingId) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            start(rulingId);
          }
        });
  }

  /** What a stop of the server cut off goes on. */
  @EventListener(ApplicationReadyEvent.class)
  void resumeLeftovers() {
    List<Long> unfinished =
        REGRADER.call(
            () -> Objects.requireNonNull(transactions.execute(status -> rulings.listUnfinished())));
    unfinished.forEach(this::start);
  }

  private void start(long rulingId) {
    Thread.ofVirtual().name("regrading-" + rulingId).start(() -> REGRADER.run(() -> run(rulingId)));
  }

  private void run(long rulingId) {
    try {
      transactions.executeWithoutResult(status -> rulings.waitForGradings());
      List<Long> affected = Objects.requireNonNull(transactions.execute(status -> begin(rulingId)));
      for (int from = 0; from < affected.size(); from += AT_ONCE) {
        List<Long> some = affected.subList(from, Math.min(from + AT_ONCE, affected.size()));
        transactions.executeWithoutResult(status -> regrade(rulingId, some));
      }
      transactions.executeWithoutResult(status -> rulings.end(rulingId, clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("regrading by ruling {} stopped", rulingId, e);
      transactions.executeWithoutResult(status -> rulings.stop(rulingId));
    }
  }

  private List<Long> begin(long rulingId) {
    Ruling ruling = rulings.find(rulingId).orElseThrow();
    Optional<Substance> row =
        grader.getObject().edition().tables().table1().stream()
            .filter(s -> s.no() == ruling.table1No())
            .findFirst();
    List<Long> affected = units.listUnitsBy(row.orElseThrow().clause());
    rulings.begin(rulingId, affected.size());
    return affected;
  }

  private void regrade(long rulingId, List<Long> unitIds) {
    Edition edition = grader.getObject().edition();
    List<Graded> graded = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    int levelsChanged = 0;
    for (Standing unit : units.listForRegrading(unitIds)) {
      Result result =
          grader
              .getObject()
              .grade(edition, unit.exposedPopulation(), unit.name(), unit.chemicals());
      if (result.terms().equals(unit.terms()) && result.r().compareTo(unit.r()) == 0) {
        continue;
      }
      int before = unit.level() == null ? 0 : unit.level();
      levelsChanged += before == result.level() ? 0 : 1;
      graded.add(new Graded(unit.id(), unit.inventoryId(), unit.exposedPopulation(), result));
      acts.add(act(rulingId, unit, before, result));
      changes.add(new Change(subject(unit), unit.name(), before, result.level()));
    }
    if (!graded.isEmpty()) {
      results.insertGradings(graded, clock.instant());
      journal.recordAll("unit.grade", acts);
      levels.record(changes);
    }
    rulings.progress(rulingId, unitIds.size(), graded.size(), levelsChanged);
  }

  private static Subject subject(Standing unit) {
    return new Subject(
        "hazards.unit", Long.toString(unit.id()), unit.division(), unit.enterpriseId());
  }

  private static Act act(long rulingId, Standing unit, int levelBefore, Result result) {
    return new Act(
        subject(unit),
        Map.of(
            "unit", unit.name(),
            "edition", result.edition(),
            "ruling", rulingId,
            "r_before", unit.r().toPlainString(),
            "r", result.r().toPlainString(),
            "level_before", levelBefore,
            "level", result.level(),
            "exposed_population", unit.exposedPopulation()));
  }
}
