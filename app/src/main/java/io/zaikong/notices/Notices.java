package io.zaikong.notices;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.notices.NoticeStore.Ended;
import io.zaikong.notices.NoticeStore.Raised;
import io.zaikong.notices.Owner.RoleIn;
import io.zaikong.shell.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises and ends notices in the transaction of the act that does so. */
@Service
public class Notices {

  private final NoticeStore store;
  private final Recipients recipients;
  private final Journal journal;
  private final Clock clock;

  Notices(NoticeStore store, Recipients recipients, Journal journal, Clock clock) {
    this.store = store;
    this.recipients = recipients;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts a matter before its owner. One of the same kind, record and natural key that is there
   * already, open or ended, stays as it is.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void raise(NewNotice notice) {
    raiseAll(List.of(notice));
  }

  /** As {@link #raise} for each of them, in one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void raiseAll(List<NewNotice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Map<Owner, Owner> seats = new HashMap<>();
    List<String> owners =
        notices.stream().map(n -> seats.computeIfAbsent(n.owner(), this::seated).key()).toList();
    List<Raised> raised =
        store.insertAll(notices, owners, Actor.getCurrent().name(), clock.instant());
    if (!raised.isEmpty()) {
      journal.recordAll("notice.raise", raised.stream().map(Notices::act).toList());
    }
  }

  /** Ends what waited for the act that was just done; returns how many notices that were. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int close(String kind, String subject, String subjectId) {
    return closeAll(kind, subject, List.of(subjectId));
  }

  /** As {@link #close} for each of the records, in one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int closeAll(String kind, String subject, Collection<String> subjectIds) {
    return end("notice.close", kind, subject, subjectIds, null);
  }

  /** Takes back what no longer needs to be done. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int withdraw(String kind, String subject, String subjectId, String reason) {
    return withdrawAll(kind, subject, List.of(subjectId), reason);
  }

  /** As {@link #withdraw} for each of the records, in one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int withdrawAll(
      String kind, String subject, Collection<String> subjectIds, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a notice is withdrawn for a reason");
    }
    return end("notice.withdraw", kind, subject, subjectIds, reason);
  }

  /**
   * What waits for the people of one enterprise waits for those of another, whose record it turned
   * out to be.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(long mergedId, long survivorId) {
    List<Subject> moved = store.moveToEnterprise(mergedId, survivorId);
    if (!moved.isEmpty()) {
      Map<String, Long> detail = Map.of("merged", mergedId);
      journal.recordAll("notice.follow", moved.stream().map(m -> new Act(m, detail)).toList());
    }
  }

  private int end(
      String act,
      String kind,
      String subject,
      Collection<String> subjectIds,
      @org.jspecify.annotations.Nullable String reason) {
    List<Ended> ended =
        store.end(kind, subject, subjectIds, reason, Actor.getCurrent().name(), clock.instant());
    if (!ended.isEmpty()) {
      journal.recordAll(
          act,
          ended.stream()
              .map(
                  e -> {
                    Map<String, String> detail =
                        new TreeMap<>(Map.of("kind", kind, "of", subject + " " + e.subjectId()));
                    if (reason != null) {
                      detail.put("reason", reason);
                    }
                    return new Act(e.subject(), detail);
                  })
              .toList());
    }
    return ended.size();
  }

  private Owner seated(Owner owner) {
    return owner instanceof RoleIn(var role, var division)
        ? new RoleIn(role, recipients.seatOf(role, division))
        : owner;
  }

  private static Act act(Raised raised) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("kind", raised.kind());
    detail.put("of", raised.subject() + " " + raised.subjectId());
    detail.put("owner", raised.owner());
    detail.put("due", String.valueOf(raised.due()));
    return new Act(
        new Subject(
            NoticeStore.SUBJECT,
            Long.toString(raised.id()),
            raised.division(),
            raised.enterpriseId()),
        detail);
  }
}
