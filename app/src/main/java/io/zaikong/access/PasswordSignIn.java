package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Account;
import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in by password: refuses a flooding address before any hashing, locks an account after some
 * failures in a row, and answers an unknown account as it answers a wrong password.
 */
@Service
public class PasswordSignIn implements AuthenticationProvider {

  /** How long failed sign-ins are kept: far longer than any window of the policy. */
  private static final Duration KEPT = Duration.ofDays(1);

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
    remember(account, address, right, locked, now);
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
    remember(Optional.of(account), address, false, false, clock.instant());
  }

  /** A sign-in is the person's act; a refused one may be anybody's. */
  private void remember(
      Optional<Account> known, String address, boolean right, boolean locked, Instant now) {
    Actor actor =
        known
            .filter(account -> right)
            .map(account -> SIGN_IN.call(() -> accounts.actorOf(account, null, address)))
            .orElseGet(() -> SIGN_IN.withAddress(address));
    actor.run(
        () ->
            transactions.executeWithoutResult(
                status -> {
                  if (!right) {
                    store.insertFailure(address, now);
                    store.deleteFailuresBefore(now.minus(KEPT));
                  }
                  // an unknown name is no one's record; the address is counted
                  known.ifPresent(account -> remember(account, right, locked, now));
                }));
  }

  private void remember(Account account, boolean right, boolean locked, Instant now) {
    int failures = right ? 0 : locked ? account.failedLogins() : account.failedLogins() + 1;
    boolean lockNow = !right && !locked && failures >= policy.failuresToLock();
    Instant until = lockNow ? now.plus(policy.lock()) : locked ? account.lockedUntil() : null;
    accounts.rememberSignIn(account, lockNow ? 0 : failures, until);
    String act = right ? "sign_in" : lockNow ? "sign_in.locked" : "sign_in.refused";
    journal.record(
        act,
        Subject.of("org.account", account.id(), account.division()),
        Map.of("username", account.username(), "means", "password"));
  }
}
