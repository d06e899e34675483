package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The change of one's own password, which ends every other session of the account. */
@Service
public class OwnPassword {

  private final Accounts accounts;
  private final Passwords passwords;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  OwnPassword(
      Accounts accounts,
      Passwords passwords,
      FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * @param keptSession id of the session that stays
   */
  @Transactional
  public Outcome<Account> change(String current, String password, String keptSession) {
    Actor actor = Actor.getCurrent();
    Account account = accounts.find(actor.username()).orElseThrow();
    if (!passwords.matches(current, account.passwordHash())) {
      return Outcome.refused("current", "password.current");
    }
    Optional<String> fault = PasswordRules.fault(password, account.username());
    if (fault.isPresent()) {
      return Outcome.refusedBy(PasswordRules.CLAUSE, "password", fault.get());
    }
    if (password.equals(current)) {
      return Outcome.refused("password", "password.same");
    }
    accounts.setPassword(account.id(), passwords.hash(password), false);
    sessions.findByPrincipalName(account.username()).keySet().stream()
        .filter(id -> !id.equals(keptSession))
        .forEach(sessions::deleteById);
    return Outcome.done(account);
  }
}
