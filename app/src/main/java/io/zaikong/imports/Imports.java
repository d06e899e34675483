package io.zaikong.imports;

import io.zaikong.imports.Import.State;
import io.zaikong.imports.ImportKind.Checked;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.ImportStore.Upload;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
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
import java.util.stream.Collectors;
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
 * Takes workbooks in: upload and check, then the import of the good rows or of all or nothing. An
 * import is one transaction, so that a stop in its middle leaves nothing of it.
 */
@Service
public class Imports {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final Actor RESTART = Actor.system("imports after a restart", Scope.everywhere());

  private static final String SUBJECT = "imports.import";
  private static final String WAITING = "import";

  private final ImportStore store;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transactions;
  private final TransactionTemplate beside;

  Imports(
      ImportStore store,
      Notices notices,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.notices = notices;
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
  public Outcome<Long> upload(ImportKind kind, String fileName, byte[] content) {
    Opening opening = WorkbookReader.open(content);
    if (opening instanceof Refused refused) {
      return Outcome.refused("file", refused.key(), refused.parameters().toArray(String[]::new));
    }
    Checked checked = kind.check(((Opened) opening).workbook());
    ImportReport report = checked.report();
    String hash = sha256(content);
    long id =
        store.insert(
            Actor.getCurrent(),
            new Upload(kind.key(), fileName, content, hash),
            report,
            checked.preview(),
            clock.instant());
    record(
        kind.key() + ".check",
        id,
        Map.of("file", fileName, "sha256", hash, "errors", report.errorCount()));
    Actor actor = Actor.getCurrent();
    notices.raise(
        NewNotice.of(
            WAITING,
            Subject.of(SUBJECT, id, actor.home()),
            fileName,
            "/imports/" + kind.key() + "/" + id,
            new Owner.Person(actor.accountId())));
    return Outcome.done(id);
  }

  @Transactional(readOnly = true)
  public Optional<Import> find(ImportKind kind, long id) {
    return store.find(kind.key(), id);
  }

  /** What would come of the workbook, or came of it. */
  @Transactional(readOnly = true)
  public Preview preview(Import one) {
    return store.getPreview(one.id());
  }

  /** The actor's own of a kind, newest first. */
  @Transactional(readOnly = true)
  public List<Import> list(ImportKind kind, int limit) {
    return store.list(kind.key(), limit);
  }

  /** Starts the import, which goes on whether the page stays open or not. */
  @Transactional
  public Outcome<Import> start(ImportKind kind, long id, Mode mode) {
    Optional<Import> found = store.find(kind.key(), id);
    if (found.isEmpty() || !found.get().isOpen()) {
      return Outcome.refused("", "imports.closed");
    }
    ImportReport report = found.get().report();
    if (!report.importable()) {
      return Outcome.refused("", "imports.nothing");
    }
    if (mode == Mode.ALL_OR_NOTHING && report.errorCount() > 0) {
      return Outcome.refused("", "imports.faulty", Integer.toString(report.errorCount()));
    }
    if (!store.begin(id, report.steps())) {
      return Outcome.refused("", "imports.closed");
    }
    Actor actor = Actor.getCurrent();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.ofVirtual()
                .name("import-" + id)
                .start(() -> actor.run(() -> Imports.this.run(kind, id)));
          }
        });
    return Outcome.done(found.get());
  }

  @Transactional
  public void discard(ImportKind kind, long id) {
    if (store.end(id, State.DISCARDED, clock.instant())) {
      record(kind.key() + ".discard", id, Map.of());
      notices.close(WAITING, SUBJECT, Long.toString(id));
    }
  }

  private void run(ImportKind kind, long id) {
    try {
      transactions.executeWithoutResult(status -> importNow(kind, id));
    } catch (RuntimeException e) {
      LOG.error("{} import {} failed, nothing of it was kept", kind.key(), id, e);
      transactions.executeWithoutResult(
          status -> store.end(id, State.INTERRUPTED, clock.instant()));
    }
  }

  private void importNow(ImportKind kind, long id) {
    Checked checked = checkAgain(kind, id);
    List<Count> done =
        checked
            .taking()
            .importNow(steps -> beside.executeWithoutResult(status -> store.progress(id, steps)));
    store.finish(id, checked.report().withDone(done), checked.preview(), clock.instant());
    record(
        kind.key() + ".import",
        id,
        done.stream().collect(Collectors.toMap(Count::name, Count::value)));
    notices.close(WAITING, SUBJECT, Long.toString(id));
  }

  /**
   * The register may have changed since the upload. The file's bytes are let go with the return.
   */
  private Checked checkAgain(ImportKind kind, long id) {
    if (WorkbookReader.open(store.getContent(id)) instanceof Opened opened) {
      return kind.check(opened.workbook());
    }
    throw new IllegalStateException("a stored workbook no longer opens");
  }

  /** What ran when the server stopped was rolled back; the person decides again. */
  @EventListener(ApplicationReadyEvent.class)
  void interruptLeftovers() {
    RESTART.run(
        () -> transactions.executeWithoutResult(status -> store.interruptAll(clock.instant())));
  }

  private void record(String act, long id, Map<String, ?> detail) {
    journal.record(act, Subject.of(SUBJECT, id, Actor.getCurrent().home()), detail);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
