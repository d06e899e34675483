package io.zaikong.org;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Accounts, their roles and their scopes. The database refuses what lies outside the
 * administrator's own territory; the checks here say so in words first.
 */
@Service
public class Accounts {

  /** The bureau's time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static final String SUBJECT = "org.account";
  private static final String WAITING = "account.waiting";
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

  private final AccountStore store;
  private final Divisions divisions;
  private final GrantRules grants;
  private final LastAdministrators lastOnes;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Accounts(
      AccountStore store,
      Divisions divisions,
      GrantRules grants,
      LastAdministrators lastOnes,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.divisions = divisions;
    this.grants = grants;
    this.lastOnes = lastOnes;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** The account of that name, in the actor's sight. */
  @Transactional(readOnly = true)
  public Optional<Account> find(String username) {
    return store.find(username, today());
  }

  @Transactional(readOnly = true)
  public Optional<Account> find(long id) {
    return store.find(id, today());
  }

  /** Accounts of the actor's territory by name; those that wait for a role first when asked. */
  @Transactional(readOnly = true)
  public List<Account> list(boolean withoutRoleOnly, long offset, int limit) {
    return store.list(withoutRoleOnly, today(), offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(boolean withoutRoleOnly) {
    return store.count(withoutRoleOnly, today());
  }

  /** Open accounts whose name begins with the text or whose person's name holds it. */
  @Transactional(readOnly = true)
  public List<Account> search(String text, int limit) {
    return store.search(text, today(), limit);
  }

  /** The open account that was typed or chosen in a field with suggestions. */
  @Transactional(readOnly = true)
  public Optional<Account> resolve(String text) {
    Typed typed = Typed.of(text);
    return store
        .find(typed.key(), today())
        .filter(a -> !a.closed() && typed.fits(a.personName()))
        .or(
            () ->
                text.isBlank()
                    ? Optional.empty()
                    : Typed.only(search(text.strip(), 100), text, Account::personName));
  }

  @Transactional(readOnly = true)
  public List<ScopeGrant> listScopes(long accountId) {
    return store.listScopes(accountId);
  }

  /** The person as an actor of this moment: roles and scope in effect today. */
  @Transactional(readOnly = true)
  public Actor actorOf(Account account, @Nullable Set<String> token, String address) {
    return new Actor(
        account.id(),
        account.username(),
        account.personName(),
        account.division(),
        account.roles(),
        ScopeGrant.scopeOn(today(), store.listScopes(account.id()), store.listDelegations()),
        token,
        address);
  }

  /** Makes an account without role or scope; a security administrator gives those. */
  @Transactional
  public Outcome<Account> create(
      String username, String personName, String phone, DivisionCode division) {
    if (!USERNAME.matcher(username).matches()) {
      return Outcome.refused("username", "account.username.form");
    }
    if (personName.isBlank()) {
      return Outcome.refused("name", "field.required");
    }
    if (divisions.findInEffect(division).isEmpty()) {
      return Outcome.refused("division", "account.division.unknown", division.value());
    }
    if (!Actor.getCurrent().scope().covers(division)
        && !Actor.getCurrent().home().equals(division)) {
      return Outcome.refused("division", "account.division.outside", division.value());
    }
    Optional<Long> id =
        store.insert(username, personName.strip(), phone.strip(), division, clock.instant());
    if (id.isEmpty()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Outcome.refused("username", "account.username.taken", username);
    }
    record("account.create", id.get(), division, Map.of("username", username, "name", personName));
    askForRole(id.get(), username, division, "");
    return Outcome.done(getAccount(id.get()));
  }

  /** Replaces the roles in effect by these, from today. */
  @Transactional
  public Outcome<Account> assignRoles(long accountId, Set<Role> roles) {
    if (!RoleRules.areCompatible(roles)) {
      return Outcome.refusedBy(RoleRules.CLAUSE, "roles", "account.roles.apart");
    }
    if (accountId == Actor.getCurrent().accountId()) {
      return Outcome.refusedBy(RoleRules.CLAUSE, "roles", "account.roles.self");
    }
    Account account = getAccount(accountId);
    Optional<Role> last = lastOnes.findRole(account, Optional.empty(), today());
    if (last.isPresent() && !roles.contains(last.get())) {
      return LastAdministrators.refusal(last.get());
    }
    store.replaceRoles(accountId, roles, today());
    record(
        "account.roles",
        accountId,
        account.division(),
        Map.of("before", names(account.roles()), "after", names(roles)));
    if (!roles.isEmpty()) {
      notices.close(WAITING, SUBJECT, Long.toString(accountId));
    } else if (!account.roles().isEmpty()) {
      askForRole(accountId, account.username(), account.division(), clock.instant().toString());
    }
    return Outcome.done(getAccount(accountId));
  }

  /** Gives a scope; what the administrator has not himself is refused. */
  @Transactional
  public Outcome<Account> grantScope(long accountId, ScopeGrant grant) {
    Account account = getAccount(accountId);
    store.lock(accountId);
    Optional<Refused<Account>> fault = grants.findFault(accountId, grant, today());
    if (fault.isPresent()) {
      return fault.get();
    }
    store.insertScope(accountId, grant);
    record("account.scope.grant", accountId, account.division(), describe(grant));
    return Outcome.done(account);
  }

  /** Ends a scope as of yesterday. */
  @Transactional
  public Outcome<Account> endScope(long accountId, long scopeId) {
    Account account = getAccount(accountId);
    Optional<Role> last = lastOnes.findRole(account, Optional.of(scopeId), today());
    if (last.isPresent()) {
      return LastAdministrators.refusal(last.get());
    }
    store.endScope(accountId, scopeId, today().minusDays(1));
    record("account.scope.end", accountId, account.division(), Map.of("scope", scopeId));
    return Outcome.done(account);
  }

  @Transactional
  public void setPassword(long accountId, String hash, boolean mustChange) {
    Account account = getAccount(accountId);
    store.updatePassword(accountId, hash, mustChange, clock.instant());
    record("account.password", accountId, account.division(), Map.of("must_change", mustChange));
  }

  @Transactional
  public void setPasskeyRule(long accountId, PasskeyRule rule) {
    Account account = getAccount(accountId);
    store.updatePasskeyRule(accountId, rule);
    record("account.passkey_rule", accountId, account.division(), Map.of("rule", rule.name()));
  }

  @Transactional
  public Outcome<Account> close(long accountId) {
    Account account = getAccount(accountId);
    Optional<Role> last = lastOnes.findRole(account, Optional.empty(), today());
    if (last.isPresent()) {
      return LastAdministrators.refusal(last.get());
    }
    store.close(accountId, clock.instant());
    record("account.close", accountId, account.division(), Map.of());
    notices.withdraw(WAITING, SUBJECT, Long.toString(accountId), "account.close");
    return Outcome.done(account);
  }

  @Transactional
  public void unlock(long accountId) {
    Account account = getAccount(accountId);
    store.updateFailures(accountId, 0, null);
    record("account.unlock", accountId, account.division(), Map.of());
  }

  /** Remembers a failed or successful sign-in on the account. */
  @Transactional
  public void rememberSignIn(Account account, int failures, @Nullable Instant lockedUntil) {
    store.updateFailures(account.id(), failures, lockedUntil);
  }

  private Account getAccount(long id) {
    return store
        .find(id, today())
        .orElseThrow(() -> new IllegalArgumentException("no account " + id + " in sight"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private void record(String act, long accountId, DivisionCode division, Map<String, ?> detail) {
    journal.record(act, Subject.of(SUBJECT, accountId, division), detail);
  }

  /** An account without a role waits for a security administrator of its division. */
  private void askForRole(long id, String username, DivisionCode division, String since) {
    notices.raise(
        NewNotice.of(
                WAITING,
                Subject.of(SUBJECT, id, division),
                username,
                "/accounts/" + id,
                new Owner.RoleIn(Role.SECURITY_ADMINISTRATOR, division))
            .withNaturalKey(since));
  }

  private static String names(Set<Role> roles) {
    return String.join(",", new TreeSet<>(roles.stream().map(Role::name).toList()));
  }

  private static Map<String, String> describe(ScopeGrant grant) {
    return Map.of(
        "division", String.valueOf(grant.division()),
        "zone", String.valueOf(grant.zoneId()),
        "enterprise", String.valueOf(grant.enterpriseId()),
        "assignment", String.valueOf(grant.assignment()),
        "sectors", String.join(",", new TreeSet<>(grant.sectors())),
        "from", grant.from().toString(),
        "to", String.valueOf(grant.to()));
  }
}
