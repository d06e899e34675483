package io.zaikong.filings;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.Attachments;
import io.zaikong.filings.FilingRules.Item;
import io.zaikong.filings.FilingState.Open;
import io.zaikong.filings.Standing.Assessed;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.journal.Journal;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The enterprise's part of a filing: a version is begun, its archive brought together and
 * submitted; an officer may do so on its behalf.
 */
@Service
public class Filings {

  /** Kinds of to-do: what the bureau reviews, what it gave back. */
  static final String REVIEW = "filings.review";

  static final String MEND = "filings.mend";

  private static final int LONGEST = 500;

  private final FilingStore store;
  private final FilingRegister register;
  private final Attachments attachments;
  private final LevelChanges levels;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Filings(
      FilingStore store,
      FilingRegister register,
      Attachments attachments,
      LevelChanges levels,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.register = register;
    this.attachments = attachments;
    this.levels = levels;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Filing> find(long id) {
    return store.find(id);
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Filing> listOf(long sourceId) {
    return store.listOf(sourceId);
  }

  /** The archive, item by item. */
  @Transactional(readOnly = true)
  public List<Content> contents(Filing filing) {
    boolean hasAssessment =
        filing.assessmentId() != null
            || register
                .find(filing.source().id())
                .filter(e -> e.standing().assessed() != null)
                .isPresent();
    return store.listContents(filing, FilingRules.current(), hasAssessment);
  }

  /** Begins the next version; what the one in force holds goes on to count. */
  @Transactional
  public Outcome<Filing> begin(MajorSource source) {
    if (source.level() == null) {
      return Outcome.refusedBy("40号令第二十三条", "", source.notMajorKey());
    }
    FilingRules rules = FilingRules.current();
    Optional<Long> id =
        store.insert(source.id(), rules.edition(), Actor.getCurrent().name(), clock.instant());
    if (id.isEmpty()) {
      return Outcome.refused("", "filings.open_already");
    }
    store.insertContents(id.get(), source.id(), rules.contents().stream().map(Item::no).toList());
    Filing filing = store.find(id.get()).orElseThrow();
    journal.record("filing.begin", filing.subject(), Map.of("version", filing.version()));
    return Outcome.done(filing);
  }

  @Transactional
  public Outcome<Attachment> attach(long id, int no, String name, byte[] content) {
    return whileOpen(
        id, no, filing -> attachments.add(Content.owner(filing, no), itemName(no), name, content));
  }

  @Transactional
  public Outcome<Attachment> detach(long id, int no, long attachmentId, String reason) {
    return whileOpen(
        id, no, filing -> attachments.remove(Content.owner(filing, no), attachmentId, reason));
  }

  /** Says that an item does not apply, and why; an empty reason takes that back. */
  @Transactional
  public Outcome<Filing> setNotApplicable(long id, int no, String reason) {
    return whileOpen(
        id,
        no,
        filing -> {
          Item item = FilingRules.current().findItem(no).orElseThrow();
          String why = reason.strip();
          if (!why.isEmpty() && !item.mayNotApply()) {
            return Outcome.refusedBy(item.clause(), "item" + no, "filings.item.applies");
          }
          if (why.length() > LONGEST) {
            return Outcome.refused("item" + no, "filings.text.required", Integer.toString(LONGEST));
          }
          store.setNotApplicable(id, no, why.isEmpty() ? null : why);
          journal.record(
              "filing.not_applicable", filing.subject(), Map.of("item", no, "reason", why));
          return Outcome.done(filing);
        });
  }

  /** What earlier versions held of an item no longer counts. */
  @Transactional
  public Outcome<Filing> dropCarried(long id, int no) {
    return whileOpen(
        id,
        no,
        filing -> {
          store.dropCarried(id, no);
          journal.record("filing.drop_carried", filing.subject(), Map.of("item", no));
          return Outcome.done(filing);
        });
  }

  /** Hands the version in; refused while a required item lacks. */
  @Transactional
  public Outcome<Filing> submit(long id, int revision) {
    return switch (open(id)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.revision() != revision ->
          Outcome.refused("", "filings.changed");
      case Done<Filing>(Filing filing) -> submit(filing);
    };
  }

  private Outcome<Filing> submit(Filing filing) {
    if (!(filing.state() instanceof Open open)) {
      return Outcome.refused("", "filings.state.refused");
    }
    return switch (rest(filing)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing resting) -> {
        store.setFaults(filing.id(), Map.of());
        store.save(filing.id(), open.submit(register.today()));
        journal.record(
            "filing.submit",
            filing.subject(),
            Map.of(
                "version",
                filing.version(),
                "assessment",
                Objects.requireNonNull(resting.assessmentId())));
        handedIn(filing);
        askForReview(filing);
        yield Outcome.done(store.find(filing.id()).orElseThrow());
      }
    };
  }

  /** Lets a version rest on the latest assessment; refused while anything lacks. */
  Outcome<Filing> rest(Filing filing) {
    MajorSource source = filing.source();
    Standing standing = register.find(source.id()).orElseThrow().standing();
    Assessed assessed = standing.assessed();
    if (source.level() == null) {
      return Outcome.refusedBy("40号令第二十三条", "", source.notMajorKey());
    }
    if (assessed == null) {
      return Outcome.refusedBy("40号令第八条、第二十三条", "", "filings.submit.assessment");
    }
    if (assessed.quantitativeRequired() && !assessed.quantitativeDone()) {
      return Outcome.refusedBy("40号令第九条", "", "filings.submit.quantitative");
    }
    List<Content> missing =
        store.listContents(filing, FilingRules.current(), true).stream()
            .filter(Content::isMissing)
            .toList();
    if (!missing.isEmpty()) {
      Item first = missing.getFirst().item();
      return Outcome.refusedBy(
          first.clause(),
          "",
          "filings.submit.missing",
          Integer.toString(missing.size()),
          first.no() + " " + first.name());
    }
    store.rest(
        filing.id(), assessed.id(), Objects.requireNonNull(source.gradingId()), source.level());
    return Outcome.done(store.find(filing.id()).orElseThrow());
  }

  /** What waited for the enterprise to hand the version in waits no longer. */
  void handedIn(Filing filing) {
    String source = Long.toString(filing.source().id());
    notices.close(Assessments.TO_FILE, MajorSource.SUBJECT, source);
    notices.close(DueNotices.LATE_FILING, MajorSource.SUBJECT, source);
    levels.submitted(filing.source().id());
    notices.close(MEND, Filing.SUBJECT, Long.toString(filing.id()));
  }

  void askForReview(Filing filing) {
    notices.raise(
        NewNotice.of(
                REVIEW,
                filing.subject(),
                filing.source().title(),
                "/filings/" + filing.id(),
                Receivers.owner(filing.source().division()))
            .withNaturalKey(Integer.toString(filing.revision())));
  }

  void askToMend(Filing filing) {
    notices.raise(
        NewNotice.of(
                MEND,
                filing.subject(),
                filing.source().title(),
                "/filings/" + filing.id(),
                Receivers.enterprise(filing.source()))
            .withNaturalKey(Integer.toString(filing.revision())));
  }

  /** Ends the version that was in force until another came into force on the day. */
  void supersede(long sourceId, int byVersion, LocalDate day) {
    for (Filing earlier : store.listOf(sourceId)) {
      if (earlier.state() instanceof FilingState.Standing standing) {
        store.save(earlier.id(), standing.supersede(day));
        journal.record("filing.supersede", earlier.subject(), Map.of("by", byVersion));
        notices.close(FilingCancellation.REVIEW, Filing.SUBJECT, Long.toString(earlier.id()));
      }
    }
  }

  private <T> Outcome<T> whileOpen(long id, int no, Function<Filing, Outcome<T>> act) {
    if (FilingRules.current().findItem(no).isEmpty()) {
      return Outcome.refused("", "filings.state.refused");
    }
    return switch (open(id)) {
      case Refused<Filing> refused -> refused.as();
      case Done<Filing>(Filing filing) -> act.apply(filing);
    };
  }

  /** Locked, so that nobody submits while its archive changes. */
  private Outcome<Filing> open(long id) {
    Optional<Filing> found = store.findForUpdate(id);
    return found.isPresent() && found.get().state() instanceof Open
        ? Outcome.done(found.get())
        : Outcome.refused("", "filings.not_open");
  }

  private static String itemName(int no) {
    return FilingRules.current().findItem(no).orElseThrow().name();
  }
}
