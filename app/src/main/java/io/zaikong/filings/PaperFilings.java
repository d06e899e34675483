package io.zaikong.filings;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.Attachments;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.FileType;
import io.zaikong.filings.Assessments.Report;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.journal.Journal;
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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Filings made on paper before this system was there, taken over by who receives filings from what
 * their certificates say (补录). The scan of the certificate is the paper that stands: nothing is
 * printed in its place. What falls due follows from its days, and the archive is brought together
 * here with the next version.
 */
@Service
public class PaperFilings {

  private static final String SCAN = "filings.scan";
  private static final Set<FileType> SCANS =
      Set.of(FileType.PDF, FileType.JPEG, FileType.PNG, FileType.WEBP);

  private final PaperStore store;
  private final AssessmentStore assessments;
  private final Assessments risks;
  private final FilingRegister register;
  private final Receivers receivers;
  private final Filings filings;
  private final LevelChanges levels;
  private final Attachments attachments;
  private final DocumentNumbers numbers;
  private final Journal journal;
  private final Clock clock;

  PaperFilings(
      PaperStore store,
      AssessmentStore assessments,
      Assessments risks,
      FilingRegister register,
      Receivers receivers,
      Filings filings,
      LevelChanges levels,
      Attachments attachments,
      DocumentNumbers numbers,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.assessments = assessments;
    this.risks = risks;
    this.register = register;
    this.receivers = receivers;
    this.filings = filings;
    this.levels = levels;
    this.attachments = attachments;
    this.numbers = numbers;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether the person who acts takes over. */
  @Transactional(readOnly = true)
  public boolean mayTakeOver() {
    return receivers.mayReceive();
  }

  /** Scans of the certificate. */
  @Transactional(readOnly = true)
  public List<Attachment> listScans(Filing filing) {
    return attachments.listOf(owner(filing));
  }

  /** Adds a scan to one that was taken over. */
  @Transactional
  public Outcome<Attachment> addScan(Filing filing, Report scan) {
    if (!receivers.mayReceive()) {
      return Outcome.refusedBy("40号令第二十三条", "", "filings.receive.county");
    }
    return filing.paper() == null
        ? Outcome.refused("", "filings.state.refused")
        : attach(filing, scan);
  }

  private Outcome<Attachment> attach(Filing filing, Report scan) {
    Outcome<Attachment> outcome = attachments.add(owner(filing), "", scan.name(), scan.content());
    if (outcome instanceof Done<Attachment>(Attachment added) && !SCANS.contains(added.type())) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Outcome.refused("file", "filings.paper.scan.type");
    }
    return outcome;
  }

  private static io.zaikong.documents.Owner owner(Filing filing) {
    return filing.source().owner(SCAN, Long.toString(filing.id()));
  }

  /**
   * Takes one over; the version in force until then is superseded on its day, and the number series
   * of the receiver goes on after its number.
   *
   * @param scan of the certificate; null when it is added later
   */
  @Transactional
  public Outcome<Filing> takeOver(MajorSource source, PaperFiling paper, @Nullable Report scan) {
    if (!receivers.mayReceive()) {
      return Outcome.refusedBy("40号令第二十三条", "", "filings.receive.county");
    }
    Standing standing = register.find(source.id()).orElseThrow().standing();
    LocalDate latest = standing.findFiled().map(Standing.Version::filedOn).orElse(null);
    Optional<Refused<Filing>> fault = paper.findFault(register.today(), latest);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (!store.listTaken(List.of(paper.number())).isEmpty()) {
      return Outcome.refused("number", "filings.paper.taken", paper.number());
    }
    Optional<Filing> entered = enter(standing, paper);
    if (entered.isEmpty()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Outcome.refused("", "filings.changed");
    }
    Filing filing = entered.get();
    if (scan != null && attach(filing, scan) instanceof Refused<Attachment> refused) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return refused.as();
    }
    numbers.goOnAfter(FilingReview.CERTIFICATE, paper.number());
    return Outcome.done(filing);
  }

  private Optional<Filing> enter(Standing standing, PaperFiling paper) {
    MajorSource source = standing.source();
    LocalDate filedOn = Objects.requireNonNull(paper.filedOn());
    int version = store.makeRoom(source.id());
    filings.supersede(source.id(), version, filedOn);
    Optional<Filing> entered =
        store
            .insertFromPaper(
                source.id(),
                version,
                FilingRules.current().edition(),
                assessment(standing, paper),
                paper,
                Actor.getCurrent().name(),
                clock.instant())
            .flatMap(filings::find);
    entered.ifPresent(
        filing -> {
          note(filing, paper);
          settle(standing, filing, paper);
        });
    return entered;
  }

  /** The one on which it rests: recorded already, or from its certificate. */
  private long assessment(Standing standing, PaperFiling paper) {
    LocalDate completedOn = Objects.requireNonNull(paper.assessedOn());
    int level = Objects.requireNonNull(paper.level());
    return assessments.list(standing.source().id()).stream()
        .filter(a -> a.completedOn().equals(completedOn) && Objects.equals(a.level(), level))
        .findFirst()
        .map(Assessment::id)
        .orElseGet(
            () ->
                assessments.insertFromPaper(
                    standing.source().id(),
                    completedOn,
                    level,
                    risks.quantitativeRisk(standing.source()).isRequired(),
                    paper.quantitativeDone(),
                    Actor.getCurrent().name(),
                    clock.instant()));
  }

  private void note(Filing filing, PaperFiling paper) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("version", filing.version());
    detail.put("state", filing.state().name().name());
    detail.put("number", paper.number());
    detail.put("agency", paper.agency());
    detail.put("filed_on", String.valueOf(paper.filedOn()));
    detail.put("certified_on", String.valueOf(paper.certifiedOn()));
    detail.put("assessed_on", String.valueOf(paper.assessedOn()));
    detail.put("level", String.valueOf(paper.level()));
    journal.record("filing.take_over", filing.subject(), detail);
  }

  /** What waited for this filing waits no longer; a later assessment waits for another. */
  private void settle(Standing before, Filing filing, PaperFiling paper) {
    Standing.Assessed known = before.assessed();
    boolean isLatest =
        known == null || !known.completedOn().isAfter(Objects.requireNonNull(paper.assessedOn()));
    if (isLatest) {
      filings.handedIn(filing);
      if (Objects.equals(filing.level(), filing.source().level())) {
        levels.filed(filing.source().id());
      }
    }
  }
}
