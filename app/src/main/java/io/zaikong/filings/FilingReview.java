package io.zaikong.filings;

import io.zaikong.documents.DocumentKind;
import io.zaikong.documents.IssuedDocument;
import io.zaikong.documents.IssuedDocuments;
import io.zaikong.documents.IssuedDocuments.Letterhead;
import io.zaikong.documents.Owner;
import io.zaikong.documents.Papers.Paper;
import io.zaikong.filings.FilingState.Accepted;
import io.zaikong.filings.FilingState.Submitted;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.journal.Journal;
import io.zaikong.notices.Notices;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county bureau's part of a filing: accepted or given back, then filed with its number. */
@Service
public class FilingReview {

  /** The paper that an enterprise is given. */
  public static final DocumentKind CERTIFICATE =
      new DocumentKind("filings.filing", "filings.certificate");

  private static final int LONGEST = 500;

  private final FilingStore store;
  private final FilingRegister register;
  private final Receivers receivers;
  private final Filings filings;
  private final IssuedDocuments documents;
  private final LevelChanges levels;
  private final Notices notices;
  private final Journal journal;

  FilingReview(
      FilingStore store,
      FilingRegister register,
      Receivers receivers,
      Filings filings,
      IssuedDocuments documents,
      LevelChanges levels,
      Notices notices,
      Journal journal) {
    this.store = store;
    this.register = register;
    this.receivers = receivers;
    this.filings = filings;
    this.documents = documents;
    this.levels = levels;
    this.notices = notices;
    this.journal = journal;
  }

  /** Whether the person who acts receives filings at all. */
  @Transactional(readOnly = true)
  public boolean mayReceive() {
    return receivers.mayReceive();
  }

  @Transactional
  public Outcome<Filing> accept(long id, int revision) {
    return switch (forReceiver(id, revision)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.state() instanceof Submitted submitted -> {
        store.save(id, submitted.accept(today()));
        journal.record("filing.accept", filing.subject(), Map.of("version", filing.version()));
        yield again(id);
      }
      case Done<Filing> elsewhere -> Outcome.refused("", "filings.state.refused");
    };
  }

  /**
   * Gives it back.
   *
   * @param faults what is wanting, by number of item; at least one
   */
  @Transactional
  public Outcome<Filing> giveBack(long id, int revision, Map<Integer, String> faults) {
    Map<Integer, String> said = new TreeMap<>();
    faults.forEach(
        (no, why) -> {
          if (!why.isBlank() && FilingRules.current().findItem(no).isPresent()) {
            said.put(no, why.strip());
          }
        });
    if (said.isEmpty()) {
      return Outcome.refused("", "filings.return.reason");
    }
    if (said.values().stream().anyMatch(why -> why.length() > LONGEST)) {
      return Outcome.refused("", "filings.text.required", Integer.toString(LONGEST));
    }
    return switch (forReceiver(id, revision)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.state() instanceof Submitted submitted -> {
        store.setFaults(id, said);
        store.save(id, submitted.giveBack(today()));
        Map<String, String> detail = new TreeMap<>();
        said.forEach((no, why) -> detail.put("item_" + no, why));
        journal.record("filing.return", filing.subject(), detail);
        notices.close(Filings.REVIEW, Filing.SUBJECT, Long.toString(id));
        filings.askToMend(filing);
        yield again(id);
      }
      case Done<Filing> elsewhere -> Outcome.refused("", "filings.state.refused");
    };
  }

  /**
   * Files it under the next number of a series; the version in force until now is superseded.
   *
   * @param print the certificate under a letterhead
   */
  @Transactional
  public Outcome<Filing> file(
      long id, int revision, long seriesId, String title, Function<Letterhead, Paper> print) {
    return switch (forReceiver(id, revision)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.state() instanceof Accepted accepted ->
          switch (documents.issue(CERTIFICATE, seriesId, title, owner(filing), print)) {
            case Refused<IssuedDocument> refused -> refused.as();
            case Done<IssuedDocument>(IssuedDocument document) -> {
              filings.supersede(filing.source().id(), filing.version(), today());
              store.save(id, accepted.file(today(), document.number()));
              journal.record(
                  "filing.file",
                  filing.subject(),
                  Map.of("version", filing.version(), "number", document.number()));
              notices.close(Filings.REVIEW, Filing.SUBJECT, Long.toString(id));
              levels.filed(filing.source().id());
              yield again(id);
            }
          };
      case Done<Filing> elsewhere -> Outcome.refused("", "filings.state.refused");
    };
  }

  public static Owner owner(Filing filing) {
    return filing.source().owner(Filing.SUBJECT, Long.toString(filing.id()));
  }

  /** The filing, locked, if the person may receive it and saw it as it is. */
  private Outcome<Filing> forReceiver(long id, int revision) {
    return forReceiver(store, receivers, id, revision);
  }

  static Outcome<Filing> forReceiver(
      FilingStore store, Receivers receivers, long id, int revision) {
    if (!receivers.mayReceive()) {
      return Outcome.refusedBy("40号令第二十三条", "", "filings.receive.county");
    }
    Optional<Filing> found = store.findForUpdate(id);
    if (found.isEmpty()) {
      return Outcome.refused("", "filings.state.refused");
    }
    return found.get().revision() == revision
        ? Outcome.done(found.get())
        : Outcome.refused("", "filings.changed");
  }

  private Outcome<Filing> again(long id) {
    return Outcome.done(store.find(id).orElseThrow());
  }

  private LocalDate today() {
    return register.today();
  }
}
