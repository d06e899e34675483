package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that learns of every change of a source's level or class, in the transaction that
 * made it: written down, and put before the bureau and the enterprise until they take note of it or
 * file by it. A first result is put before the side that did not declare it.
 */
@Service
public class LevelChanges {

  private static final String UNIT = "hazards.unit";
  private static final String OF_UNIT = "hazards.level";
  private static final String OF_POND = "hazards.pond_class";
  private static final String OWN_OF_UNIT = "hazards.own_level";
  private static final String OWN_OF_POND = "hazards.own_pond_class";

  private final Notices notices;
  private final Journal journal;

  LevelChanges(Notices notices, Journal journal) {
    this.notices = notices;
    this.journal = journal;
  }

  /**
   * A level of a hazchem unit or a class of a pond as it is now.
   *
   * @param source its name; {@code enterprise} that of its enterprise
   * @param resultId of the result, or of what is missing
   * @param first whether it was never judged before
   * @param before 0 when it had none, {@code after} when it has none any more
   * @param open whether it cannot be judged any more
   */
  record Change(
      Subject subject,
      String enterprise,
      String source,
      long resultId,
      boolean first,
      int before,
      int after,
      boolean open) {

    private boolean isOfUnit() {
      return subject.subject().equals(UNIT);
    }

    private boolean isWorse() {
      return after > 0 && (before == 0 || after < before);
    }

    private String reason() {
      String kind = isOfUnit() ? "hazards.level.changed." : "hazards.class.changed.";
      return kind + (open ? "open" : after == 0 ? "none" : after);
    }

    private String href() {
      return isOfUnit()
          ? "/hazards/units/" + subject.id() + "/change"
          : "/hazards/sources/" + subject.id() + "/level";
    }
  }

  /** Writes them down and puts them before people; what is no change is passed over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(List<Change> changes) {
    List<Change> real = changes.stream().filter(c -> c.before != c.after).toList();
    List<Act> acts =
        real.stream()
            .filter(c -> !c.first)
            .map(
                c ->
                    new Act(
                        c.subject,
                        Map.<String, Object>of(
                            "source",
                            c.source,
                            "level_before",
                            c.before,
                            "level",
                            c.open ? (Object) "incomplete" : c.after)))
            .toList();
    if (!acts.isEmpty()) {
      journal.recordAll("source.level", acts);
    }
    boolean byEnterprise = Actor.getCurrent().hasAny(Role.ENTERPRISE_SAFETY_MANAGER);
    List<NewNotice> raised = new ArrayList<>();
    for (Change change : real) {
      if (!change.first) {
        withdraw(change);
      }
      // Of a unit that became incomplete its own people have another to-do: to complete it.
      boolean toEnterprise = change.first ? !byEnterprise : !change.open;
      if (!change.first || byEnterprise) {
        raised.add(notice(change, false, byEnterprise));
      }
      if (toEnterprise) {
        raised.add(notice(change, true, byEnterprise));
      }
    }
    notices.raiseAll(raised);
  }

  /** Only the latest change waits. */
  private void withdraw(Change change) {
    Subject subject = change.subject;
    notices.withdraw(kind(subject, false), subject.subject(), subject.id(), "已有新的结果");
    notices.withdraw(kind(subject, true), subject.subject(), subject.id(), "已有新的结果");
  }

  private static NewNotice notice(Change change, boolean own, boolean byEnterprise) {
    Subject subject = change.subject;
    Owner owner =
        own
            ? new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, enterprise(subject))
            : new Owner.RoleIn(Role.OFFICER, Gradings.at(subject.division(), 6));
    NewNotice notice =
        NewNotice.of(
                kind(subject, own),
                subject,
                change.enterprise + " " + change.source,
                change.href(),
                owner)
            .withNaturalKey(Long.toString(change.resultId))
            .withReason(change.reason());
    boolean isUrgent =
        change.isOfUnit()
            && change.isWorse()
            && (change.before == 0 || change.after <= 2)
            && (!change.first || byEnterprise);
    return isUrgent ? notice.sentOutUrgently() : notice.sentOut();
  }

  private static long enterprise(Subject subject) {
    Long enterprise = subject.enterpriseId();
    if (enterprise == null) {
      throw new IllegalArgumentException("of no enterprise: " + subject);
    }
    return enterprise;
  }

  private static String kind(Subject subject, boolean own) {
    boolean isOfUnit = subject.subject().equals(UNIT);
    return own ? isOfUnit ? OWN_OF_UNIT : OWN_OF_POND : isOfUnit ? OF_UNIT : OF_POND;
  }

  /** Takes note of the latest change, for the enterprise or for the bureau. */
  @Transactional
  public void acknowledge(HazardSource source) {
    boolean own = Actor.getCurrent().hasAny(Role.ENTERPRISE_SAFETY_MANAGER);
    Subject subject =
        new Subject(
            source.subject(), Long.toString(source.id()), source.division(), source.enterpriseId());
    if (notices.close(kind(subject, own), subject.subject(), subject.id()) > 0) {
      journal.record(
          source.kind() == SourceKind.HAZCHEM_UNIT ? "unit.acknowledge" : "source.acknowledge",
          subject,
          Map.of("level", grade(source)));
    }
  }

  private static String grade(HazardSource source) {
    if (source.isIncomplete()) {
      return "incomplete";
    }
    Integer grade = source.kind() == SourceKind.HAZCHEM_UNIT ? source.level() : source.pondClass();
    return grade == null ? "0" : grade.toString();
  }

  /** The enterprise has acted by a unit's level: it submitted a filing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void submitted(long unitId) {
    notices.close(OWN_OF_UNIT, UNIT, Long.toString(unitId));
  }

  /** The bureau has acted by a unit's level: it filed or cancelled a filing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void filed(long unitId) {
    submitted(unitId);
    notices.close(OF_UNIT, UNIT, Long.toString(unitId));
  }
}
