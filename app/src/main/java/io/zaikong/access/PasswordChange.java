package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Scope;
import java.time.Clock;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** A person's change of his own password. */
@Service
class PasswordChange {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordSignIn signIn;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Clock clock;

  PasswordChange(
      Accounts accounts,
      Passwords passwords,
      PasswordSignIn signIn,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.signIn = signIn;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Changes the actor's own password and ends his other sessions.
   *
   * @param keptSession the id of the session that stays
   */
  Outcome<Account> changeOwn(String current, String wanted, String repeated, String keptSession) {
    Actor person = inOwnSight(Actor.getCurrent());
    Account account =
        person
            .call(() -> accounts.find(person.accountId()))
            .orElseThrow(IllegalStateException::new);
    if (account.isLocked(clock.instant())) {
      return Outcome.refused("current", "password.locked");
    }
    boolean right;
    try {
      right =
          current.length() <= PasswordRules.MAX_LENGTH
              && passwords.matches(current, account.passwordHash());
    } catch (Passwords.BusyException e) {
      return Outcome.refused("current", "shell.login.refused.throttled");
    }
    if (!right) {
      signIn.rememberWrong(account, person.address());
      return Outcome.refused("current", "password.current");
    }
    var fault = PasswordRules.fault(wanted, account.username());
    if (fault.isPresent()) {
      return Outcome.refusedBy(PasswordRules.CLAUSE, "password", fault.get());
    }
    if (wanted.equals(current)) {
      return Outcome.refused("password", "password.same");
    }
    if (!wanted.equals(repeated)) {
      return Outcome.refused("repeated", "password.repeated");
    }
    String hash = passwords.hash(wanted);
    person.run(() -> accounts.setPassword(account.id(), hash, false));
    endSessions(account.username(), keptSession);
    return Outcome.done(account);
  }

  void endSessions(String username, String keptSession) {
    sessions.findByPrincipalName(username).keySet().stream()
        .filter(id -> !id.equals(keptSession))
        .forEach(sessions::deleteById);
  }

  /** Whoever has no scope yet must still see himself. */
  private static Actor inOwnSight(Actor actor) {
    return new Actor(
        actor.accountId(),
        actor.username(),
        actor.name(),
        actor.home(),
        actor.roles(),
        Scope.of(actor.home()),
        actor.token(),
        actor.address());
  }
}
