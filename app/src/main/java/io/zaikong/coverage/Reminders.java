package io.zaikong.coverage;

import io.zaikong.coverage.ReminderStore.Gone;
import io.zaikong.coverage.ReminderStore.Target;
import io.zaikong.coverage.ReminderStore.Written;
import io.zaikong.enterprises.Enterprises.EnterprisesChanged;
import io.zaikong.hazards.Declarations.SourcesDeclared;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Due;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bulk reminders (批量催报): a to-do for each enterprise from which nothing was received, before its
 * own people, or before its township's officers when it has no account. One waits at a time; the
 * declaration ends it.
 */
@Service
public class Reminders {

  /** The kind of the to-do. */
  static final String KIND = "coverage.report";

  static final String ENTERPRISE = "enterprises.enterprise";

  private final ReminderStore store;
  private final StatusStore status;
  private final RoundStore rounds;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Reminders(
      ReminderStore store,
      StatusStore status,
      RoundStore rounds,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.status = status;
    this.rounds = rounds;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A reminder of a batch.
   *
   * @param endedAt null while it waits
   * @param answered whether a declaration ended it; otherwise it was taken back
   * @param reason why it was taken back; empty when it was not
   */
  public record Sent(
      long enterpriseId,
      String name,
      DivisionCode division,
      boolean toEnterprise,
      @Nullable Instant endedAt,
      boolean answered,
      String reason) {}

  /** Reminds those of the filter from whom nothing was received; pressed twice it does nothing. */
  @Transactional
  public Outcome<ReminderBatch> send(StatusFilter filter) {
    Optional<Round> open = rounds.list(1).stream().findFirst().filter(Round::isOpen);
    if (open.isEmpty()) {
      return Outcome.refused("", "coverage.round.none");
    }
    Round round = open.get();
    LocalDate today = today();
    store.lock();
    int waiting = status.countWaiting(round.id(), today, filter);
    List<Target> targets = status.listTargets(round.id(), today, filter);
    if (targets.isEmpty()) {
      return waiting == 0
          ? Outcome.refused("", "coverage.remind.nobody")
          : Outcome.refused("", "coverage.remind.waiting", Integer.toString(waiting));
    }
    Actor actor = Actor.getCurrent();
    DivisionCode division = filter.division() == null ? actor.home() : filter.division();
    long batch =
        store.insertBatch(round.id(), division, targets, waiting, actor.name(), clock.instant());
    raise(round, targets, store.insertAll(batch, round.id(), targets, clock.instant()));
    ReminderBatch sent = store.findBatch(batch).orElseThrow();
    journal.record(
        "coverage.remind",
        Subject.of(Rounds.SUBJECT, round.id(), division),
        Map.of(
            "batch",
            batch,
            "to_enterprises",
            sent.toEnterprises(),
            "to_townships",
            sent.toTownships(),
            "waiting_already",
            waiting));
    return Outcome.done(sent);
  }

  private void raise(Round round, List<Target> targets, List<Written> written) {
    Map<Long, Target> byId =
        targets.stream().collect(Collectors.toMap(Target::enterpriseId, Function.identity()));
    notices.raiseAll(
        written.stream()
            .map(w -> notice(round, w, Objects.requireNonNull(byId.get(w.enterpriseId()))))
            .toList());
  }

  private static NewNotice notice(Round round, Written reminder, Target target) {
    Owner owner =
        target.managed()
            ? new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, target.enterpriseId())
            : new Owner.RoleIn(Role.OFFICER, township(target.division()));
    NewNotice notice =
        NewNotice.of(
                KIND,
                new Subject(
                    ENTERPRISE,
                    Long.toString(target.enterpriseId()),
                    target.division(),
                    target.enterpriseId()),
                target.name(),
                "/census/report/" + target.enterpriseId(),
                owner)
            .withNaturalKey(Long.toString(reminder.id()))
            .withDue(Due.by(round.dueOn(), ""))
            .withReason("coverage.remind.reason", round.name());
    return target.managed() ? notice.sentOut() : notice;
  }

  private static DivisionCode township(DivisionCode code) {
    return code.value().length() > 9 ? new DivisionCode(code.value().substring(0, 9)) : code;
  }

  /** In the transaction of the declaration. */
  @EventListener
  void on(SourcesDeclared declared) {
    answer(declared.enterprises());
  }

  /** In the transaction of the act: who closed, moved away or was merged is not waited for. */
  @EventListener
  void on(EnterprisesChanged changed) {
    answer(changed.enterprises());
    endUnexpected(changed.enterprises());
  }

  /** Takes back what waits for those whom the open round no longer expects. */
  void endUnexpected(@Nullable Collection<Long> enterpriseIds) {
    rounds.list(1).stream()
        .filter(Round::isOpen)
        .forEach(
            round ->
                store.listGone(round.id(), today(), enterpriseIds).stream()
                    .collect(
                        Collectors.groupingBy(
                            Reminders::reason,
                            Collectors.mapping(Gone::enterpriseId, Collectors.toList())))
                    .forEach((reason, ids) -> takeBack(round.id(), ids, reason)));
  }

  private static String reason(Gone gone) {
    if (gone.survivor() != null) {
      return "企业已并入" + gone.survivor();
    }
    return switch (gone.state()) {
      case CLOSED -> "企业已关闭";
      case MOVED_AWAY -> "企业已迁出";
      default -> "不再属于本轮普查范围";
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE);
  }

  /** Ends the reminders of those that have declared; one statement when none waits. */
  void answer(Collection<Long> enterpriseIds) {
    List<Long> ended = store.answer(enterpriseIds, clock.instant());
    if (!ended.isEmpty()) {
      notices.closeAll(KIND, ENTERPRISE, ended.stream().map(String::valueOf).toList());
    }
  }

  /** Takes back what waits for a declaration that is no longer expected. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeBack(long round, @Nullable Collection<Long> enterpriseIds, String reason) {
    List<Long> ended = store.takeBack(round, enterpriseIds, reason, clock.instant());
    if (!ended.isEmpty()) {
      notices.withdrawAll(KIND, ENTERPRISE, ended.stream().map(String::valueOf).toList(), reason);
    }
  }

  /** The batches of a round, newest first. */
  @Transactional(readOnly = true)
  public List<ReminderBatch> listBatches(Round round, int limit) {
    return store.listBatches(round.id(), limit);
  }

  @Transactional(readOnly = true)
  public Optional<ReminderBatch> findBatch(long id) {
    return store.findBatch(id);
  }

  @Transactional(readOnly = true)
  public List<Sent> listSent(long batch, long offset, int limit) {
    return store.listSent(batch, offset, limit);
  }
}
