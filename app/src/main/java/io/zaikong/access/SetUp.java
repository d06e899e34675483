package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Agencies;
import io.zaikong.org.Divisions;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an empty installation usable: a link that works once and for 30 minutes, then the city, its
 * bureau and the first two of the three administrators.
 */
@Service
public class SetUp {

  static final Duration LINK_LIFE = Duration.ofMinutes(30);
  private static final Actor SET_UP = Actor.system("首次设置", Scope.everywhere());

  private final AccessStore store;
  private final Accounts accounts;
  private final Agencies agencies;
  private final Divisions divisions;
  private final Passwords passwords;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();

  SetUp(
      AccessStore store,
      Accounts accounts,
      Agencies agencies,
      Divisions divisions,
      Passwords passwords,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.accounts = accounts;
    this.agencies = agencies;
    this.divisions = divisions;
    this.passwords = passwords;
    this.journal = journal;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** One of the first people. */
  public record Person(String username, String name, String password) {}

  /** A fresh link key, if nobody has an account yet. */
  public Optional<String> openLink() {
    return SET_UP.call(
        () ->
            transactions.execute(
                status -> {
                  if (accounts.count(false) > 0) {
                    return Optional.<String>empty();
                  }
                  byte[] key = new byte[32];
                  random.nextBytes(key);
                  String link = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
                  store.insertSetupLink(Tokens.hash(link), clock.instant().plus(LINK_LIFE));
                  return Optional.of(link);
                }));
  }

  public boolean isOpen(String link) {
    return SET_UP.call(
        () ->
            transactions.execute(
                status ->
                    store.isSetupLinkOpen(Tokens.hash(link), clock.instant())
                        && accounts.count(false) == 0));
  }

  /**
   * Uses the link up and makes the city, its bureau, the system administrator and the security
   * administrator; all or nothing.
   */
  public Outcome<Account> finish(
      String link, DivisionCode city, String bureau, Person administrator, Person security) {
    return SET_UP.call(
        () ->
            transactions.execute(
                status -> {
                  Outcome<Account> outcome = make(link, city, bureau, administrator, security);
                  if (outcome instanceof Refused<Account>) {
                    status.setRollbackOnly();
                  }
                  return outcome;
                }));
  }

  private Outcome<Account> make(
      String link, DivisionCode city, String bureau, Person administrator, Person security) {
    Instant now = clock.instant();
    if (!store.useSetupLink(Tokens.hash(link), now) || accounts.count(false) > 0) {
      return Outcome.refused("", "setup.link.used");
    }
    if (city.level() != DivisionCode.Level.CITY) {
      return Outcome.refused("city", "setup.city.unknown", city.value());
    }
    divisions.load(city);
    if (divisions.find(city).isEmpty()) {
      return Outcome.refused("city", "setup.city.unknown", city.value());
    }
    if (bureau.isBlank()) {
      return Outcome.refused("bureau", "field.required");
    }
    agencies.create(bureau.strip(), Agencies.Kind.BUREAU, city);
    Outcome<Account> first =
        makeAccount(administrator, city, Role.SYSTEM_ADMINISTRATOR, "administrator");
    if (first instanceof Refused<Account>) {
      return first;
    }
    Outcome<Account> second = makeAccount(security, city, Role.SECURITY_ADMINISTRATOR, "security");
    if (second instanceof Refused<Account>) {
      return second;
    }
    journal.record(
        "access.set_up", new Subject("org.division", city.value(), city, null), Map.of());
    return first;
  }

  private Outcome<Account> makeAccount(Person person, DivisionCode city, Role role, String field) {
    Optional<String> fault = PasswordRules.fault(person.password(), person.username());
    if (fault.isPresent()) {
      return Outcome.refusedBy(PasswordRules.CLAUSE, field + "Password", fault.get());
    }
    Outcome<Account> created = accounts.create(person.username(), person.name(), "", city);
    if (!(created instanceof Done<Account>(Account account))) {
      Refused<Account> refused = (Refused<Account>) created;
      return new Refused<>(
          refused.reason(),
          refused.parameters(),
          field + (refused.field().equals("name") ? "Name" : "Username"),
          refused.clause());
    }
    accounts.setPassword(account.id(), passwords.hash(person.password()), false);
    accounts.grantScope(
        account.id(),
        new ScopeGrant(
            0,
            city,
            null,
            null,
            null,
            Set.of(),
            LocalDate.ofInstant(clock.instant(), Accounts.ZONE),
            null));
    return accounts.assignRoles(account.id(), Set.of(role));
  }
}
