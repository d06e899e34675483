package io.zaikong.access;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What administrators do to an account beyond its roles, with the refusals in words. */
@Service
class AccountDesk {

  /** GB/T 22239-2019 8.1.5: the administrators do not act for one another. */
  static final String CLAUSE = "GB/T 22239-2019 8.1.5";

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordChange change;
  private final Clock clock;

  AccountDesk(Accounts accounts, Passwords passwords, PasswordChange change, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.change = change;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
  }

  AccountState stateOf(Account account) {
    return AccountState.of(account, clock.instant());
  }

  /** Gives a division or an enterprise from today; exactly one of the two. */
  Outcome<Account> grant(Account account, String division, String enterprise, String assignment) {
    if (division.isEmpty() == enterprise.isEmpty()) {
      return Outcome.refused("division", "accounts.scope.one");
    }
    if (!division.isEmpty() && !DivisionCode.isValid(division)) {
      return Outcome.refused("division", "account.division.unknown", division);
    }
    if (!enterprise.isEmpty() && !enterprise.matches("\\d{1,18}")) {
      return Outcome.refused("enterprise", "account.enterprise.unknown", enterprise);
    }
    if (enterprise.isEmpty() && !assignment.isEmpty()) {
      return Outcome.refused("assignment", "accounts.assignment.enterprise");
    }
    return accounts.grantScope(
        account.id(),
        new ScopeGrant(
            0,
            division.isEmpty() ? null : new DivisionCode(division),
            null,
            enterprise.isEmpty() ? null : Long.valueOf(enterprise),
            assignment.isEmpty() ? null : assignment,
            Set.of(),
            today(),
            null));
  }

  Outcome<Account> endScope(Account account, long scopeId) {
    if (isOwn(account)) {
      return Outcome.refusedBy(CLAUSE, "", "account.scope.self");
    }
    accounts.endScope(account.id(), scopeId);
    return Outcome.done(account);
  }

  Outcome<Account> close(Account account) {
    if (isOwn(account)) {
      return Outcome.refused("", "accounts.close.self");
    }
    accounts.close(account.id());
    change.endSessions(account.username(), "");
    return Outcome.done(account);
  }

  /** Sets a password that must be changed at the next sign-in, and returns it: it is not kept. */
  Outcome<String> resetPassword(Account account) {
    if (isOwn(account)) {
      return Outcome.refused("", "accounts.password.self");
    }
    if (account.roles().contains(Role.SECURITY_ADMINISTRATOR)
        || account.roles().contains(Role.AUDITOR)) {
      return Outcome.refusedBy(CLAUSE, "", "accounts.password.apart");
    }
    Optional<DivisionCode> wider = findWider(account);
    if (wider.isPresent()) {
      return Outcome.refused("", "accounts.password.wider", wider.get().value());
    }
    String password = passwords.makeOne();
    accounts.setPassword(account.id(), passwords.hash(password), true);
    change.endSessions(account.username(), "");
    return Outcome.done(password);
  }

  /** A division that the account sees and the actor does not: he could sign in to see it. */
  private Optional<DivisionCode> findWider(Account account) {
    Actor actor = Actor.getCurrent();
    List<DivisionCode> own = listDivisions(actor.accountId());
    return listDivisions(account.id()).stream()
        .filter(d -> !own.contains(d) && !actor.scope().covers(d))
        .findFirst();
  }

  private List<DivisionCode> listDivisions(long accountId) {
    return accounts.listScopes(accountId).stream()
        .filter(s -> s.isInEffect(today()))
        .<@Nullable DivisionCode>map(ScopeGrant::division)
        .flatMap(d -> Optional.ofNullable(d).stream())
        .toList();
  }

  private static boolean isOwn(Account account) {
    return account.id() == Actor.getCurrent().accountId();
  }
}
