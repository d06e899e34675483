package io.zaikong.org;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Notices;
import io.zaikong.org.EnterpriseScopeStore.Begun;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which accounts hold an enterprise, and what becomes of that when another record stands for it.
 */
@Service
public class EnterpriseScopes {

  private final EnterpriseScopeStore store;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  EnterpriseScopes(EnterpriseScopeStore store, Notices notices, Journal journal, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * An open account's scope on an enterprise, of today or later.
   *
   * @param assignment null for the own enterprise
   * @param to the last day; null when open
   */
  public record Holder(
      long scopeId,
      long accountId,
      String username,
      String personName,
      DivisionCode division,
      @Nullable String assignment,
      LocalDate from,
      @Nullable LocalDate to) {}

  /** Those in the actor's sight. */
  @Transactional(readOnly = true)
  public List<Holder> list(long enterpriseId) {
    return store.list(enterpriseId, today());
  }

  /**
   * Whether accounts hold the enterprise that the actor may not change: outside his territory, or
   * his own.
   */
  @Transactional(readOnly = true)
  public boolean isHeldBeyondReach(long enterpriseId) {
    return store.isHeldBeyondReach(enterpriseId);
  }

  /**
   * Gives whoever holds the one enterprise the other, from today, with the same last day; what
   * waits for the people of the one waits for those of the other. Eight statements, however many
   * accounts; in the caller's transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(long mergedId, long survivorId) {
    LocalDate today = today();
    List<Holder> holders = store.lock(mergedId, today);
    if (!holders.isEmpty()) {
      List<Long> scopes = holders.stream().map(Holder::scopeId).toList();
      List<Begun> begun = store.copy(scopes, survivorId, today);
      store.end(scopes, today.minusDays(1));
      Map<Long, DivisionCode> homes =
          holders.stream()
              .collect(Collectors.toMap(Holder::accountId, Holder::division, (one, same) -> one));
      record(
          "account.scope.end",
          holders,
          h -> subject(h.accountId(), homes),
          h -> Map.of("scope", h.scopeId(), "merged_into", survivorId));
      record(
          "account.scope.grant",
          begun,
          b -> subject(b.accountId(), homes),
          b ->
              Map.of(
                  "enterprise", survivorId,
                  "assignment", String.valueOf(b.assignment()),
                  "from", b.from().toString(),
                  "to", String.valueOf(b.to()),
                  "merged_from", mergedId));
    }
    notices.follow(mergedId, survivorId);
  }

  private <T> void record(
      String act, List<T> items, Function<T, Subject> subject, Function<T, Map<String, ?>> detail) {
    if (!items.isEmpty()) {
      journal.recordAll(
          act, items.stream().map(i -> new Act(subject.apply(i), detail.apply(i))).toList());
    }
  }

  private static Subject subject(long accountId, Map<Long, DivisionCode> homes) {
    return Subject.of(
        Accounts.SUBJECT, accountId, java.util.Objects.requireNonNull(homes.get(accountId)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE);
  }
}
