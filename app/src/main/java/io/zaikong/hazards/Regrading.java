package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.hazards.Gradings.Before;
import io.zaikong.hazards.Gradings.Judged;
import io.zaikong.hazards.RegradingStore.Standing;
import io.zaikong.hazards.RegradingStore.Task;
import io.zaikong.hazards.Rulings.Ruling;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import io.zaikong.substances.InterpretationRuled;
import io.zaikong.substances.SubstanceChanged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grades anew the units that a ruling or a change of the catalogue is about, or all of them by
 * other rules than before: wherever they lie, so as the system; some at a time, each batch with its
 * journal rows in one transaction. What came out the same stays as it is, so it can be begun again
 * at any point, and is when the server starts.
 */
@Service
class Regrading {

  private static final Logger LOG = LoggerFactory.getLogger(Regrading.class);
  private static final Actor REGRADER = Actor.system("规则、核定或物质目录变更后重新分级", Scope.everywhere());
  private static final int AT_ONCE = 250;

  /** Of the journal's entries about a regrading of all units. */
  static final String SUBJECT = "hazards.regrading";

  private final RulingStore rulings;
  private final RegradingStore units;
  private final ObjectProvider<Grader> grader;
  private final Gradings gradings;
  private final Journal journal;
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
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rulings = rulings;
    this.units = units;
    this.grader = grader;
    this.gradings = gradings;
    this.journal = journal;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  void startAfterRuling(long rulingId) {
    startAfterCommit(units.idOfRuling(rulingId));
  }

  /** Begins once more what stopped. */
  void restart(long id, int total) {
    units.begin(id, total);
    startAfterCommit(id);
  }

  /** In the transaction that changes the catalogue. */
  @EventListener
  void follow(SubstanceChanged changed) {
    startAfterCommit(units.insert(changed.number(), changed.version()));
  }

  /**
   * When everything that belongs to a start is done, the packaged catalogue brought in too; and
   * later, because an edition comes into force on its day.
   */
  @EventListener
  void onReadiness(AvailabilityChangeEvent<ReadinessState> change) {
    if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
      renew();
    }
  }

  /** Begins a regrading of all units when the rules are others than those of the last time. */
  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
  void renew() {
    REGRADER.run(
        () ->
            transactions.executeWithoutResult(
                status -> units.findCatalogue().ifPresent(this::renew)));
  }

  private void renew(String catalogue) {
    Edition edition = grader.getObject().edition();
    Optional<Long> begun = units.insertRules(edition.name(), digest(edition), catalogue);
    if (begun.isPresent()) {
      journal.record(
          "hazards.regrade.rules",
          new Subject(SUBJECT, begun.get().toString(), Actor.getCurrent().home(), null),
          Map.of("edition", edition.name(), "catalogue", catalogue));
      startAfterCommit(begun.get());
    }
  }

  /** Tables that were put right are other rules, though the edition keeps its name. */
  private static String digest(Edition edition) {
    try {
      byte[] tables = edition.tables().toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tables));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
        transactions.executeWithoutResult(
            status -> {
              Changed changed = regrade(some, cause(task));
              units.progress(id, some.size(), changed.results(), changed.levels());
            });
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
    Long rulingId = task.rulingId();
    List<Long> affected =
        rulingId != null
            ? units.listUnitsBy(clause(rulingId))
            : task.interpretationId() != null
                ? units.listUnitsDerived()
                : task.rules().isEmpty()
                    ? units.listUnitsWith(task.substance())
                    : units.listAllUnits();
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

  /** Grades a unit that is in use again, by the rules and the plant of today. */
  void gradeAnew(long unitId) {
    regrade(List.of(unitId), Map.of("state", HazardSource.State.IN_USE.name()));
  }

  /** How many units got another result, and another level. */
  private record Changed(int results, int levels) {}

  private Changed regrade(List<Long> unitIds, Map<String, Object> cause) {
    Edition edition = grader.getObject().edition();
    List<Standing> standing = units.listForRegrading(unitIds);
    List<Judgement> judgements =
        grader
            .getObject()
            .judgeStored(
                edition,
                standing.stream()
                    .map(u -> new Grader.Case(u.exposedPopulation(), u.unit()))
                    .toList());
    List<Judged> changed = new ArrayList<>();
    int levelsChanged = 0;
    for (int i = 0; i < standing.size(); i++) {
      Standing unit = standing.get(i);
      if (!unit.isAs(judgements.get(i))) {
        Judged judged = judged(unit, judgements.get(i));
        changed.add(judged);
        levelsChanged += isOtherLevel(unit, judged.judgement()) ? 1 : 0;
      }
    }
    gradings.apply(changed, cause, clock.instant());
    return new Changed(changed.size(), levelsChanged);
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
    Long rulingId = task.rulingId();
    Long interpretationId = task.interpretationId();
    return rulingId != null
        ? Map.of("ruling", rulingId)
        : interpretationId != null
            ? Map.of("interpretation", interpretationId)
            : task.rules().isEmpty()
                ? Map.of("substance", task.substance())
                : Map.of("rules", task.rules());
  }
}
