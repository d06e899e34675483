package io.zaikong.access;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.org.EnterpriseNames.Named;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

  private static final List<String> TARGETS = List.of("division", "zone", "enterprise");

  private final Accounts accounts;
  private final Divisions divisions;
  private final EnterpriseNames enterprises;
  private final Passwords passwords;
  private final PasswordChange change;
  private final Clock clock;

  AccountDesk(
      Accounts accounts,
      Divisions divisions,
      EnterpriseNames enterprises,
      Passwords passwords,
      PasswordChange change,
      Clock clock) {
    this.accounts = accounts;
    this.divisions = divisions;
    this.enterprises = enterprises;
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

  /**
   * Gives what the form says: a division, a functional zone or an enterprise, exactly one of them,
   * from today or later.
   */
  Outcome<Account> grant(Account account, Form form, Set<String> sectors) {
    long given = TARGETS.stream().filter(field -> !form.value(field).isBlank()).count();
    if (given != 1) {
      return Outcome.refused("division", "accounts.scope.one");
    }
    String typed = form.value("division").strip();
    Optional<Division> division = divisions.resolve(typed);
    if (!typed.isEmpty() && division.isEmpty()) {
      return Outcome.refused("division", "account.division.unknown", typed);
    }
    String zone = form.value("zone").strip();
    if (!zone.isEmpty() && !zone.matches("\\d{1,18}")) {
      return Outcome.refused("zone", "agency.zone.unknown");
    }
    String firm = form.value("enterprise").strip();
    Optional<Named> enterprise = firm.isEmpty() ? Optional.empty() : enterprises.resolve(firm);
    if (!firm.isEmpty() && enterprise.isEmpty()) {
      return Outcome.refused("enterprise", "account.enterprise.unknown", firm);
    }
    String assignment = form.value("assignment").strip();
    if (firm.isEmpty() && !assignment.isEmpty()) {
      return Outcome.refused("assignment", "accounts.assignment.enterprise");
    }
    Optional<LocalDate> from = day(form.value("from"));
    Optional<LocalDate> to = day(form.value("to"));
    if (from.isEmpty() && !form.value("from").isBlank()) {
      return Outcome.refused("from", "accounts.date");
    }
    if (to.isEmpty() && !form.value("to").isBlank()) {
      return Outcome.refused("to", "accounts.date");
    }
    if (from.orElse(today()).isBefore(today())) {
      return Outcome.refused("from", "accounts.scope.past");
    }
    return accounts.grantScope(
        account.id(),
        new ScopeGrant(
            0,
            division.map(Division::code).orElse(null),
            zone.isEmpty() ? null : Long.valueOf(zone),
            enterprise.map(Named::id).orElse(null),
            assignment.isEmpty() ? null : assignment,
            sectors,
            from.orElse(today()),
            to.orElse(null)));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  Outcome<Account> endScope(Account account, long scopeId) {
    return isOwn(account)
        ? Outcome.refusedBy(CLAUSE, "", "account.scope.self")
        : accounts.endScope(account.id(), scopeId);
  }

  Outcome<Account> close(Account account) {
    if (isOwn(account)) {
      return Outcome.refused("", "accounts.close.self");
    }
    Outcome<Account> outcome = accounts.close(account.id());
    if (outcome instanceof Done<Account>) {
      change.endSessions(account.username(), "");
    }
    return outcome;
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
