package io.zaikong.filings;

import io.zaikong.filings.DueStore.Stale;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.FilingState.Name;
import io.zaikong.filings.Standing.Duty;
import io.zaikong.filings.Standing.Version;
import io.zaikong.notices.Due;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what falls due before its owner, once a day: renewals, filings and checks before the
 * enterprise, lists sent up and what is late before the bureau. Nothing is kept of what was raised
 * but the to-dos themselves, so a day may be done twice; one whose reason has gone is taken back.
 * Only sources of which something new is due are read.
 */
@Component
class DueNotices {

  static final String ASSESS = "filings.assess";
  static final String LATE_ASSESSMENT = "filings.late_assessment";
  static final String LATE_FILING = "filings.late_filing";
  static final String SEND = "filings.send_summary";

  private static final Logger LOG = LoggerFactory.getLogger(DueNotices.class);
  private static final Actor WATCH = Actor.system("到期提醒", Scope.everywhere());
  private static final int AT_ONCE = 250;

  /** How long before its day a check is asked for; the product's own choice. */
  private static final Map<AccountableRole, Integer> AHEAD_DAYS =
      Map.of(AccountableRole.TECHNICAL, 30, AccountableRole.OPERATIONAL, 6);

  private final FilingRegister register;
  private final DueStore store;
  private final Summaries summaries;
  private final Notices notices;
  private final TransactionTemplate transactions;
  private @Nullable LocalDate done;

  DueNotices(
      FilingRegister register,
      DueStore store,
      Summaries summaries,
      Notices notices,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.store = store;
    this.summaries = summaries;
    this.notices = notices;
    this.transactions = new TransactionTemplate(transactions);
  }

  static int aheadDays(AccountableRole role) {
    return AHEAD_DAYS.getOrDefault(role, 0);
  }

  /** Kind of to-do: the check of an accountable person. */
  static String check(AccountableRole role) {
    return "filings.check_" + role.name().toLowerCase(Locale.ROOT);
  }

  /** Often enough that a day begins soon after midnight, wherever the clock is moved to. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  synchronized void wake() {
    LocalDate today = register.today();
    if (!today.equals(done)) {
      raiseDue(today);
      done = today;
    }
  }

  /** Raises what is due on a day and is new, and takes back what no longer is due. */
  void raiseDue(LocalDate day) {
    WATCH.run(
        () -> {
          Deadlines deadlines = register.deadlines();
          transactions.executeWithoutResult(s -> withdraw(store.listStale(day, deadlines)));
          List<NewNotice> due =
              Objects.requireNonNull(transactions.execute(s -> store.listUnasked(day, deadlines)))
                  .stream()
                  .map(standing -> new Entry(standing, standing.lacks(day, deadlines)))
                  .flatMap(entry -> listDue(entry, day).stream())
                  .toList();
          for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<NewNotice> some = due.subList(from, Math.min(from + AT_ONCE, due.size()));
            transactions.executeWithoutResult(s -> notices.raiseAll(some));
          }
          transactions.executeWithoutResult(s -> notices.raiseAll(summaries.listDue(day)));
          LOG.info("{} to-dos are due and new on {}", due.size(), day);
        });
  }

  /** One of a kind about a source at a time: a later day takes the place of an earlier one. */
  private void withdraw(List<Stale> stale) {
    stale.stream()
        .collect(
            Collectors.groupingBy(
                s -> new Reason(s.kind(), s.isMoved() ? "期限已变更" : "已不再需要办理"),
                Collectors.mapping(Stale::subjectId, Collectors.toList())))
        .forEach(
            (why, ids) -> notices.withdrawAll(why.kind(), MajorSource.SUBJECT, ids, why.text()));
  }

  private record Reason(String kind, String text) {}

  List<NewNotice> listDue(Entry entry, LocalDate day) {
    Standing standing = entry.standing();
    MajorSource source = standing.source();
    List<NewNotice> due = new ArrayList<>();
    for (Lack lack : entry.lacks()) {
      Deadline deadline = lack.due();
      if (deadline == null) {
        continue;
      }
      String dueDay = deadline.day().toString();
      switch (lack.kind()) {
        case ASSESSMENT_EXPIRES, ASSESSMENT_EXPIRED -> {
          due.add(toEnterprise(ASSESS, source, deadline).withNaturalKey(dueDay).sentOut());
          if (lack.overdue()) {
            due.add(toBureau(LATE_ASSESSMENT, source, deadline).withNaturalKey(dueDay));
          }
        }
        case NOT_FILED -> {
          if (!isWithBureau(standing)) {
            due.add(
                toEnterprise(Assessments.TO_FILE, source, deadline)
                    .withNaturalKey(
                        standing.assessed() == null
                            ? "acceptance " + dueDay
                            : Long.toString(standing.assessed().id())));
            if (lack.overdue()) {
              due.add(toBureau(LATE_FILING, source, deadline).withNaturalKey(dueDay));
            }
          }
        }
        default -> {
          // Has no day, or a to-do of its own.
        }
      }
    }
    if (standing.isBound()) {
      addCheck(due, source, AccountableRole.TECHNICAL, standing.technical(), day);
      addCheck(due, source, AccountableRole.OPERATIONAL, standing.operational(), day);
    }
    return due;
  }

  private void addCheck(
      List<NewNotice> due,
      MajorSource source,
      AccountableRole role,
      @Nullable Duty duty,
      LocalDate day) {
    if (duty == null) {
      return;
    }
    Deadline deadline = register.deadlines().check(role, duty.from(), duty.last());
    if (!day.isBefore(deadline.day().minusDays(aheadDays(role)))) {
      due.add(
          toEnterprise(check(role), source, deadline).withNaturalKey(deadline.day().toString()));
    }
  }

  private static boolean isWithBureau(Standing standing) {
    Version open = standing.open();
    return open != null && (open.state() == Name.SUBMITTED || open.state() == Name.ACCEPTED);
  }

  private static NewNotice toEnterprise(String kind, MajorSource source, Deadline deadline) {
    return notice(kind, source, deadline, Receivers.enterprise(source));
  }

  private static NewNotice toBureau(String kind, MajorSource source, Deadline deadline) {
    return notice(kind, source, deadline, Receivers.owner(source.division())).sentOut();
  }

  private static NewNotice notice(String kind, MajorSource source, Deadline deadline, Owner owner) {
    return NewNotice.of(
            kind, source.subject(), source.title(), "/filings/sources/" + source.id(), owner)
        .withDue(new Due(deadline.day(), deadline.clause(), deadline.isProvisional()));
  }
}
