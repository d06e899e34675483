package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.hazards.Gradings.Before;
import io.zaikong.hazards.Gradings.Judged;
import io.zaikong.hazards.RegradingStore.Standing;
import io.zaikong.hazards.RegradingStore.Task;
import io.zaikong.hazards.Rulings.Ruling;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import io.zaikong.substances.InterpretationRuled;
import io.zaikong.substances.SubstanceChanged;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
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
 * Grades anew the units that a ruling or a change of the catalogue is about: wherever they lie, so
 * as the system; some at a time, each batch with its journal rows in one transaction. What came out
 * the same stays as it is, so it can be begun again at any point, and is when the server starts.
 */
@Service
class Regrading {

  private static final Logger LOG = LoggerFactory.getLogger(Regrading.class);
  private static final Actor REGRADER = Actor.system("核定或物质目录变更后重新分级", Scope.everywhere());
  private static final int AT_ONCE = 250;

  private final RulingStore rulings;
  private final RegradingStore units;
  private final ObjectProvider<Grader> grader;
  private final Gradings gradings;
  private final Clock clock;
  private final TransactionTemplate transactions;

  /** One after another: a workbook may change a thousand substances at once. */
  private final ReentrantLock oneByOne = new ReentrantLock(true);

  /**
   * @param grader asked for late: it needs the rulings, which start this
   */
  Regrading(
      RulingStore rulings,
      RegradingStore units,
      ObjectProvider<Grader> grader,
      Gradings gradings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rulings = rulings;
    this.units = units;
    this.grader = grader;
    this.gradings = gradings;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  void startAfterRuling(long rulingId) {
    startAfterCommit(units.idOfRuling(rulingId));
  }

  /** Begins once more what stopped. */
  void restart(long rulingId, int total) {
    long id = units.idOfRuling(rulingId);
    units.begin(id, total);
    startAfterCommit(id);
  }

  /** In the transaction that changes the catalogue. */
  @EventListener
  void follow(SubstanceChanged changed) {
    startAfterCommit(units.insert(changed.number(), changed.version()));
  }

  /** In the transaction in which the ruling on a limit begins to stand. */
  @EventListener
  void follow(InterpretationRuled ruled) {
    startAfterCommit(units.insertFor(ruled.rulingId()));
  }

  private void startAfterCommit(long id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            start(id);
          }
        });
  }

  /** What a stop of the server cut off goes on. */
  @EventListener(ApplicationReadyEvent.class)
  void resumeLeftovers() {
    List<Long> unfinished =
        REGRADER.call(
            () -> Objects.requireNonNull(transactions.execute(status -> units.listUnfinished())));
    unfinished.forEach(this::start);
  }

  private void start(long id) {
    Thread.ofVirtual().name("regrading-" + id).start(() -> REGRADER.run(() -> run(id)));
  }

  private void run(long id) {
    oneByOne.lock();
    try {
      transactions.executeWithoutResult(status -> rulings.waitForGradings());
      Task task = Objects.requireNonNull(transactions.execute(status -> units.find(id)));
      List<Long> affected = Objects.requireNonNull(transactions.execute(status -> begin(task)));
      for (int from = 0; from < affected.size(); from += AT_ONCE) {
        List<Long> some = affected.subList(from, Math.min(from + AT_ONCE, affected.size()));
        transactions.executeWithoutResult(status -> regrade(task, some));
      }
      transactions.executeWithoutResult(status -> units.end(id, clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("regrading {} stopped", id, e);
      transactions.executeWithoutResult(status -> units.stop(id));
    } finally {
      oneByOne.unlock();
    }
  }

  private List<Long> begin(Task task) {
    List<Long> affected =
        task.rulingId() != null
            ? units.listUnitsBy(clause(task.rulingId()))
            : task.interpretationId() != null
                ? units.listUnitsDerived()
                : units.listUnitsWith(task.substance());
    units.begin(task.id(), affected.size());
    return affected;
  }

  private String clause(long rulingId) {
    Ruling ruling = rulings.find(rulingId).orElseThrow();
    return grader.getObject().edition().tables().table1().stream()
        .filter(s -> s.no() == ruling.table1No())
        .findFirst()
        .orElseThrow()
        .clause();
  }

  private void regrade(Task task, List<Long> unitIds) {
    Edition edition = grader.getObject().edition();
    List<Standing> standing = units.listForRegrading(unitIds);
    List<Judgement> judgements =
        grader
            .getObject()
            .judgeAll(
                edition,
                standing.stream()
                    .map(u -> new Grader.Case(u.exposedPopulation(), u.unit()))
                    .toList());
    List<Judged> changed = new ArrayList<>();
    int levelsChanged = 0;
    for (int i = 0; i < standing.size(); i++) {
      Standing unit = standing.get(i);
      if (judgements.get(i) instanceof Judgement.Faulty(var problems)) {
        LOG.warn("unit {} keeps its result: {}", unit.id(), problems.getFirst().clause());
      } else if (!unit.isAs(judgements.get(i))) {
        Judged judged = judged(unit, judgements.get(i));
        changed.add(judged);
        levelsChanged += isOtherLevel(unit, judged.judgement()) ? 1 : 0;
      }
    }
    gradings.apply(changed, cause(task), clock.instant());
    units.progress(task.id(), unitIds.size(), changed.size(), levelsChanged);
  }

  private static boolean isOtherLevel(Standing unit, Judgement judgement) {
    int before = unit.level() == null ? 0 : unit.level();
    return judgement instanceof Judgement.Result result && result.level() != before
        || judgement instanceof Judgement.Open && unit.graded();
  }

  private static Judged judged(Standing unit, Judgement judgement) {
    return new Judged(
        unit.id(),
        unit.enterpriseId(),
        unit.enterpriseName(),
        unit.division(),
        unit.unit().name(),
        unit.inventoryId(),
        unit.exposedPopulation(),
        new Before(unit.graded(), unit.level() == null ? 0 : unit.level()),
        judgement);
  }

  private static Map<String, Object> cause(Task task) {
    return task.rulingId() != null
        ? Map.of("ruling", task.rulingId())
        : task.interpretationId() != null
            ? Map.of("interpretation", task.interpretationId())
            : Map.of("substance", task.substance());
  }
}
