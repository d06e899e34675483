package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Account;
import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in by password: refuses a flooding address before any hashing, locks an account after some
 * failures in a row, and answers an unknown account as it answers a wrong password.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider {

  private static final Actor SIGN_IN = Actor.system("登录", Scope.everywhere());

  private final Accounts accounts;
  private final Passwords passwords;
  private final AccessStore store;
  private final Journal journal;
  private final AccessProperties policy;
  private final Clock clock;
  private final TransactionTemplate transactions;

  PasswordSignIn(
      Accounts accounts,
      Passwords passwords,
      AccessStore store,
      Journal journal,
      AccessProperties policy,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.store = store;
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Too many failures from one address. */
  static final class ThrottledException extends LockedException {
    ThrottledException() {
      super("throttled");
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
    Object credentials = attempt.getCredentials();
    String password = credentials == null ? "" : credentials.toString();
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
                && details.getRemoteAddress() != null
            ? details.getRemoteAddress()
            : "";
    Instant now = clock.instant();
    Optional<Account> account =
        SIGN_IN.call(
            () ->
                transactions.execute(
                    status -> {
                      if (store.countFailures(address, now.minus(policy.window()))
                          >= policy.failuresOfAddress()) {
                        throw new ThrottledException();
                      }
                      return accounts.find(username);
                    }));
    boolean locked = account.map(a -> a.isLocked(now)).orElse(false);
    String hash =
        account
            .filter(a -> !a.closed() && a.passkeyRule() != PasskeyRule.SOLE)
            .map(Account::passwordHash)
            .orElse(null);
    // A locked account costs no hashing and says so only to one who knows its password otherwise.
    boolean right =
        !password.isEmpty()
            && password.length() <= PasswordRules.MAX_LENGTH
            && !locked
            && isRight(password, hash);
    SIGN_IN.run(
        () ->
            transactions.executeWithoutResult(
                status -> remember(account, username, address, right, locked, now)));
    if (locked) {
      throw new LockedException("locked");
    }
    if (!right) {
      throw new BadCredentialsException("wrong");
    }
    var signedIn =
        UsernamePasswordAuthenticationToken.authenticated(
            username,
            null,
            List.of(
                FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    signedIn.setDetails(attempt.getDetails());
    return signedIn;
  }

  private boolean isRight(String password, @Nullable String hash) {
    try {
      return passwords.matches(password, hash);
    } catch (Passwords.BusyException e) {
      throw new ThrottledException();
    }
  }

  /** Counts a wrong password that someone signed in has given for his own. */
  void rememberWrong(Account account, String address) {
    SIGN_IN.run(
        () ->
            transactions.executeWithoutResult(
                status ->
                    remember(
                        Optional.of(account),
                        account.username(),
                        address,
                        false,
                        false,
                        clock.instant())));
  }

  private void remember(
      Optional<Account> known,
      String username,
      String address,
      boolean right,
      boolean locked,
      Instant now) {
    if (!right) {
      store.insertFailure(address, now);
    }
    if (known.isEmpty()) {
      return; // an unknown name is no one's record; the address is counted
    }
    Account account = known.get();
    int failures = right ? 0 : locked ? account.failedLogins() : account.failedLogins() + 1;
    boolean lockNow = !right && !locked && failures >= policy.failuresToLock();
    Instant until = lockNow ? now.plus(policy.lock()) : locked ? account.lockedUntil() : null;
    accounts.rememberSignIn(account, lockNow ? 0 : failures, until);
    String act = right ? "sign_in" : lockNow ? "sign_in.locked" : "sign_in.refused";
    journal.record(
        act,
        Subject.of("org.account", account.id(), account.division()),
        Map.of("username", username, "address", address, "means", "password"));
  }
}
