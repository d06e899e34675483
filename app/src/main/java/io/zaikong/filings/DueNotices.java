package io.zaikong.filings;

import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.filings.FilingState.Name;
import io.zaikong.filings.Standing.Duty;
import io.zaikong.filings.Standing.Version;
import io.zaikong.filings.StandingStore.OpenNotice;
import io.zaikong.notices.Due;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

  /** Those that are taken back when their reason has gone. */
  private static final Set<String> KINDS =
      Set.of(
          ASSESS,
          LATE_ASSESSMENT,
          LATE_FILING,
          Assessments.TO_FILE,
          check(AccountableRole.TECHNICAL),
          check(AccountableRole.OPERATIONAL));

  private final FilingRegister register;
  private final StandingStore store;
  private final Summaries summaries;
  private final Notices notices;
  private final TransactionTemplate transactions;
  private @Nullable LocalDate done;

  DueNotices(
      FilingRegister register,
      StandingStore store,
      Summaries summaries,
      Notices notices,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.store = store;
    this.summaries = summaries;
    this.notices = notices;
    this.transactions = new TransactionTemplate(transactions);
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

  /** Raises what is due on a day, and takes back what no longer is. */
  void raiseDue(LocalDate day) {
    WATCH.run(
        () -> {
          List<Entry> entries = read(day);
          Map<String, Set<String>> open = new HashMap<>();
          List<NewNotice> due = new ArrayList<>();
          for (Entry entry : entries) {
            due.addAll(listDue(entry, day));
          }
          Set<String> wanted = new TreeSet<>();
          due.forEach(n -> wanted.add(place(n.kind(), n.subject().id())));
          for (OpenNotice notice :
              Objects.requireNonNull(transactions.execute(s -> store.listOpenNotices(KINDS)))) {
            String place = place(notice.kind(), notice.subjectId());
            open.computeIfAbsent(place, p -> new TreeSet<>()).add(notice.naturalKey());
            if (!wanted.contains(place)) {
              transactions.executeWithoutResult(
                  s ->
                      notices.withdraw(
                          notice.kind(), MajorSource.SUBJECT, notice.subjectId(), "已不再需要办理"));
            }
          }
          for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<NewNotice> some = due.subList(from, Math.min(from + AT_ONCE, due.size()));
            transactions.executeWithoutResult(s -> raise(some, open));
          }
          transactions.executeWithoutResult(s -> notices.raiseAll(summaries.listDue(day)));
          LOG.info("{} to-dos are due on {}", due.size(), day);
        });
  }

  private List<Entry> read(LocalDate day) {
    return Objects.requireNonNull(transactions.execute(s -> register.list(Filter.all(), day)));
  }

  /** One of a kind about a source at a time: a later day takes the place of an earlier one. */
  private void raise(List<NewNotice> due, Map<String, Set<String>> open) {
    for (NewNotice notice : due) {
      Set<String> keys = open.getOrDefault(place(notice.kind(), notice.subject().id()), Set.of());
      if (!keys.isEmpty() && !keys.contains(notice.naturalKey())) {
        notices.withdraw(notice.kind(), MajorSource.SUBJECT, notice.subject().id(), "期限已变更");
      }
    }
    notices.raiseAll(due);
  }

  private static String place(String kind, String subjectId) {
    return kind + " " + subjectId;
  }

  private List<NewNotice> listDue(Entry entry, LocalDate day) {
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
    if (!day.isBefore(deadline.day().minusDays(AHEAD_DAYS.getOrDefault(role, 0)))) {
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
