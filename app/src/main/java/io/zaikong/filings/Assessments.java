package io.zaikong.filings;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.Attachments;
import io.zaikong.filings.Assessment.Cause;
import io.zaikong.filings.Assessment.CauseKind;
import io.zaikong.filings.Assessment.Kind;
import io.zaikong.hazards.Units;
import io.zaikong.journal.Journal;
import io.zaikong.notices.Due;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Safety assessments of major sources, and what demands new ones. */
@Service
public class Assessments {

  /** Kind of to-do: the filing that an assessment asks for. */
  static final String TO_FILE = "filings.to_file";

  private static final String SUBJECT = "filings.assessment";
  private static final int LONGEST = 500;

  private final AssessmentStore store;
  private final FilingRegister register;
  private final Units units;
  private final Attachments attachments;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Assessments(
      AssessmentStore store,
      FilingRegister register,
      Units units,
      Attachments attachments,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.register = register;
    this.units = units;
    this.attachments = attachments;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** An assessment as it is typed. */
  public record Draft(
      @Nullable LocalDate completedOn,
      @Nullable Kind kind,
      String assessor,
      boolean quantitativeDone) {}

  /** A report's file. */
  public record Report(String name, byte[] content) {}

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Assessment> list(long sourceId) {
    return store.list(sourceId);
  }

  @Transactional(readOnly = true)
  public List<Cause> listCauses(long sourceId) {
    return store.listCauses(sourceId);
  }

  @Transactional(readOnly = true)
  public List<Attachment> listReports(MajorSource source, Assessment assessment) {
    return attachments.listOf(source.owner(SUBJECT, Long.toString(assessment.id())));
  }

  /** What art. 9 says of the standing result; nothing where there is none. */
  @Transactional(readOnly = true)
  public QuantitativeRisk quantitativeRisk(MajorSource source) {
    return source.incomplete()
        ? QuantitativeRisk.NONE
        : units.listWorksheets(source.id()).stream()
            .findFirst()
            .map(standing -> QuantitativeRisk.of(standing, FilingRules.current()))
            .orElse(QuantitativeRisk.NONE);
  }

  /** Records an assessment with its report; the filing of it waits from then on. */
  @Transactional
  public Outcome<Long> record(MajorSource source, Draft draft, Report report) {
    LocalDate today = register.today();
    LocalDate completedOn = draft.completedOn();
    Kind kind = draft.kind();
    String assessor = draft.assessor().strip();
    if (source.level() == null) {
      return Outcome.refusedBy("40号令第八条", "", source.notMajorKey());
    }
    if (completedOn == null || completedOn.isAfter(today)) {
      return Outcome.refused("completedOn", "filings.day.past");
    }
    if (kind == null) {
      return Outcome.refused("kind", "field.required");
    }
    if (assessor.isEmpty() || assessor.length() > LONGEST) {
      return Outcome.refused("assessor", "filings.text.required", Integer.toString(LONGEST));
    }
    QuantitativeRisk risk = quantitativeRisk(source);
    if (risk.isRequired() && kind != Kind.AGENCY && draft.quantitativeDone()) {
      return Outcome.refusedBy(risk.clause(), "kind", "filings.quantitative.agency");
    }
    Actor actor = Actor.getCurrent();
    long id =
        store.insert(
            source,
            completedOn,
            kind,
            assessor,
            risk.isRequired(),
            draft.quantitativeDone(),
            actor.name(),
            clock.instant());
    Outcome<Attachment> attached =
        attachments.add(
            source.owner(SUBJECT, Long.toString(id)), "", report.name(), report.content());
    if (attached instanceof Refused<Attachment> refused) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return refused.as();
    }
    journal.record(
        "filing.assess",
        source.subject(),
        Map.of(
            "assessment", id,
            "completed_on", completedOn.toString(),
            "kind", kind.name(),
            "assessor", assessor,
            "level", String.valueOf(source.level()),
            "quantitative_required", risk.isRequired(),
            "quantitative_done", draft.quantitativeDone()));
    notices.close(DueNotices.ASSESS, MajorSource.SUBJECT, Long.toString(source.id()));
    notices.close(DueNotices.LATE_ASSESSMENT, MajorSource.SUBJECT, Long.toString(source.id()));
    Deadline due = register.deadlines().filing(completedOn);
    notices.raise(
        NewNotice.of(
                TO_FILE,
                source.subject(),
                source.title(),
                "/filings/sources/" + source.id(),
                Receivers.enterprise(source))
            .withNaturalKey(Long.toString(id))
            .withDue(new Due(due.day(), due.clause(), due.isProvisional())));
    return Outcome.done(id);
  }

  /** Records that something demands a new assessment (art. 11 ②–⑥). */
  @Transactional
  public Outcome<Long> recordCause(
      MajorSource source,
      @Nullable CauseKind kind,
      @Nullable LocalDate occurredOn,
      String reason,
      @Nullable LocalDate acceptanceOn) {
    String why = reason.strip();
    if (kind == null) {
      return Outcome.refused("kind", "field.required");
    }
    if (occurredOn == null || occurredOn.isAfter(register.today())) {
      return Outcome.refused("occurredOn", "filings.day.past");
    }
    if (why.isEmpty() || why.length() > LONGEST) {
      return Outcome.refused("reason", "filings.text.required", Integer.toString(LONGEST));
    }
    if (acceptanceOn != null && kind != CauseKind.PROJECT) {
      return Outcome.refusedBy("40号令第二十四条", "acceptanceOn", "filings.acceptance.project");
    }
    long id =
        store.insertCause(
            source.id(),
            kind,
            occurredOn,
            why,
            acceptanceOn,
            Actor.getCurrent().name(),
            clock.instant());
    Map<String, String> detail = new TreeMap<>();
    detail.put("kind", kind.name());
    detail.put("occurred_on", occurredOn.toString());
    detail.put("reason", why);
    Optional.ofNullable(acceptanceOn).ifPresent(d -> detail.put("acceptance_on", d.toString()));
    journal.record("filing.cause", source.subject(), detail);
    return Outcome.done(id);
  }
}
