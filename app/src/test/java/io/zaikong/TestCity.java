package io.zaikong;

import io.zaikong.access.Passwords;
import io.zaikong.access.Tokens;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Divisions;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 淄博 with its divisions, and people made for a test through the use cases. */
public final class TestCity {

  public static final String PASSWORD = "Correct-Horse-7";
  public static final DivisionCode CITY = new DivisionCode("370300");
  private static final Actor TEST = Actor.system("test", Scope.everywhere());

  private final ApplicationContext context;

  public TestCity(ApplicationContext context) {
    this.context = context;
    asSystem(
        () -> {
          if (bean(Divisions.class).findCity().isEmpty()) {
            bean(Divisions.class).load(CITY);
          }
          return true;
        });
  }

  /** An account that sees one division. */
  public Account person(String username, String division, Role... roles) {
    return person(
        username,
        new DivisionCode(division),
        new ScopeGrant(
            0,
            new DivisionCode(division),
            null,
            null,
            null,
            Set.of(),
            LocalDate.of(2020, 1, 1),
            null),
        roles);
  }

  public Account person(String username, DivisionCode home, ScopeGrant scope, Role... roles) {
    return asSystem(
        () -> {
          Accounts accounts = bean(Accounts.class);
          if (!(accounts.create(username, username, "", home)
              instanceof Done<Account>(Account a))) {
            throw new IllegalStateException("no account " + username);
          }
          accounts.setPassword(a.id(), bean(Passwords.class).hash(PASSWORD), false);
          accounts.assignRoles(a.id(), Set.of(roles));
          accounts.grantScope(a.id(), scope);
          return accounts.find(a.id()).orElseThrow();
        });
  }

  public String token(Account account, String... scopes) {
    return asSystem(
        () -> bean(Tokens.class).issue(account, "test", Set.of(scopes), Duration.ofDays(1)));
  }

  public <T> T asSystem(Supplier<T> work) {
    TransactionTemplate transactions =
        new TransactionTemplate(bean(PlatformTransactionManager.class));
    return TEST.call(
        () -> java.util.Objects.requireNonNull(transactions.execute(status -> work.get())));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public String url() {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }
}
