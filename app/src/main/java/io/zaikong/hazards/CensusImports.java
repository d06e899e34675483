package io.zaikong.hazards;

import io.zaikong.hazards.CensusCheck.Checked;
import io.zaikong.hazards.CensusImport.State;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Scope;
import io.zaikong.workbook.Opening;
import io.zaikong.workbook.Opening.Opened;
import io.zaikong.workbook.Opening.Refused;
import io.zaikong.workbook.WorkbookReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes census workbooks in: upload and check, then the import of the good rows or of all or
 * nothing. An import is one transaction, so that a stop in its middle leaves nothing of it.
 */
@Service
public class CensusImports {

  private static final Logger LOG = LoggerFactory.getLogger(CensusImports.class);
  private static final Actor RESTART = Actor.system("imports after a restart", Scope.everywhere());

  private final CensusImportStore store;
  private final CensusCheck check;
  private final Census census;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transactions;
  private final TransactionTemplate beside;

  CensusImports(
      CensusImportStore store,
      CensusCheck check,
      Census census,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.check = check;
    this.census = census;
    this.journal = journal;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What to do about a workbook with errors. */
  public enum Mode {
    GOOD_ROWS,
    ALL_OR_NOTHING
  }

  /** Checks a workbook and keeps it for a decision; refused when it is none. */
  @Transactional
  public Outcome<Long> upload(String fileName, byte[] content) {
    Opening opening = WorkbookReader.open(content);
    if (opening instanceof Refused refused) {
      return Outcome.refused("file", refused.key(), refused.parameters().toArray(String[]::new));
    }
    Checked checked = check.check(CensusSheetReader.read(((Opened) opening).workbook()));
    String hash = sha256(content);
    long id =
        store.insert(
            Actor.getCurrent(), fileName, content, hash, checked.report(), clock.instant());
    record(
        "census.check",
        id,
        Map.of("file", fileName, "sha256", hash, "errors", checked.report().errorCount()));
    return Outcome.done(id);
  }

  @Transactional(readOnly = true)
  public Optional<CensusImport> find(long id) {
    return store.find(id);
  }

  /** The actor's own, newest first. */
  @Transactional(readOnly = true)
  public List<CensusImport> list(int limit) {
    return store.list(limit);
  }

  /** Starts the import, which goes on whether the page stays open or not. */
  @Transactional
  public Outcome<CensusImport> start(long id, Mode mode) {
    Optional<CensusImport> found = store.find(id);
    if (found.isEmpty() || !found.get().isOpen()) {
      return Outcome.refused("", "census.import.closed");
    }
    ImportReport report = found.get().report();
    if (report.goodEnterprises() == 0) {
      return Outcome.refused("", "census.import.nothing");
    }
    if (mode == Mode.ALL_OR_NOTHING && report.errorCount() > 0) {
      return Outcome.refused("", "census.import.errors", Integer.toString(report.errorCount()));
    }
    if (!store.begin(id, report.goodUnits())) {
      return Outcome.refused("", "census.import.closed");
    }
    Actor actor = Actor.getCurrent();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.ofVirtual().name("census-import-" + id).start(() -> actor.run(() -> run(id)));
          }
        });
    return Outcome.done(found.get());
  }

  @Transactional
  public void discard(long id) {
    if (store.end(id, State.DISCARDED, clock.instant())) {
      record("census.discard", id, Map.of());
    }
  }

  private void run(long id) {
    try {
      transactions.executeWithoutResult(status -> importNow(id));
    } catch (RuntimeException e) {
      LOG.error("census import {} failed, nothing of it was kept", id, e);
      transactions.executeWithoutResult(
          status -> store.end(id, State.INTERRUPTED, clock.instant()));
    }
  }

  private void importNow(long id) {
    Opening opening = WorkbookReader.open(store.getContent(id));
    if (!(opening instanceof Opened opened)) {
      throw new IllegalStateException("a stored workbook no longer opens");
    }
    // checked again: the register may have changed since the upload
    Checked checked = check.check(CensusSheetReader.read(opened.workbook()));
    Census.Summary summary =
        census.declare(
            checked.sites(),
            done -> beside.executeWithoutResult(status -> store.progress(id, done)));
    store.finish(id, checked.report().withDone(summary), clock.instant());
    record(
        "census.import",
        id,
        Map.of(
            "enterprises", summary.enterprises(),
            "added", summary.added(),
            "changed", summary.changed(),
            "same", summary.same(),
            "major", summary.major()));
  }

  /** What ran when the server stopped was rolled back; the person decides again. */
  @EventListener(ApplicationReadyEvent.class)
  void interruptLeftovers() {
    RESTART.run(
        () -> transactions.executeWithoutResult(status -> store.interruptAll(clock.instant())));
  }

  private void record(String act, long id, Map<String, ?> detail) {
    Actor actor = Actor.getCurrent();
    journal.record(act, Subject.of("hazards.census_import", id, actor.home()), detail);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
