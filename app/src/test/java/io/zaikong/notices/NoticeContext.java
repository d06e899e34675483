package io.zaikong.notices;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.UseCases;
import io.zaikong.edge.Targets;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices, accounts and delivery without the pages, in a city of two districts, with a clock. */
final class NoticeContext implements AutoCloseable {

  static final Actor SYSTEM = Actor.system("test", Scope.everywhere());
  static final Instant START = Instant.parse("2026-11-24T02:00:00Z"); // 10:00 in the bureau

  final TestDatabase database;
  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;
  private Instant now = START;

  NoticeContext(String name, Path data) {
    database = TestDatabase.create(name);
    JdbcClient.create(database.owner())
        .sql(
            """
            insert into org.division (code, name, level, valid_from) values
              ('370300', '城', 'CITY', '2020-01-01'), ('370303', '甲区', 'DISTRICT', '2020-01-01'),
              ('370304', '乙区', 'DISTRICT', '2020-01-01'), ('370303001', '甲镇', 'TOWNSHIP', '2020-01-01')
            """)
        .update();
    pool = database.pool(3);
    InstantSource source = () -> now;
    context = over(pool, source.withZone(ZoneOffset.UTC), data);
  }

  static AnnotationConfigApplicationContext over(DataSource source, Clock clock, Path data) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "zaikong.data", data.toString(),
                    "zaikong.targets.allow-local", "true",
                    "zaikong.access.origins", "http://bureau.example")));
    context.registerBean(DataSource.class, () -> source);
    context.registerBean(Clock.class, () -> clock);
    context.register(UseCases.class, Parts.class);
    context.refresh();
    return context;
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void goTo(String instant) {
    now = Instant.parse(instant);
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, io.zaikong.shell.Words.ZONE);
  }

  /** In one transaction of the actor. */
  <T> T as(Actor actor, Supplier<T> work) {
    TransactionTemplate transactions =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    return actor.call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }

  void raise(NewNotice notice) {
    as(
        SYSTEM,
        () -> {
          get(Notices.class).raise(notice);
          return true;
        });
  }

  Actor person(String username, String division, Role... roles) {
    return person(username, division, new DivisionCode(division), null, roles);
  }

  Actor person(
      String username,
      String home,
      @Nullable DivisionCode territory,
      @Nullable Long enterprise,
      Role... roles) {
    Accounts accounts = get(Accounts.class);
    Account made =
        as(
            SYSTEM,
            () -> {
              if (!(accounts.create(username, username, "", new DivisionCode(home))
                  instanceof Done<Account>(Account account))) {
                throw new IllegalStateException("no account " + username);
              }
              accounts.assignRoles(account.id(), Set.of(roles));
              return account;
            });
    all()
        .sql(
            """
            insert into org.account_scope (account_id, division_code, enterprise_id, valid_from)
            values (?, ?, ?, '2020-01-01')
            """)
        .param(made.id())
        .param(territory == null ? null : territory.value())
        .param(enterprise)
        .update();
    return as(SYSTEM, () -> accounts.actorOf(accounts.find(made.id()).orElseThrow(), null, ""));
  }

  /** Past all policies. */
  JdbcClient all() {
    return JdbcClient.create(database.superuser());
  }

  long count(String sql, Object... parameters) {
    return all().sql(sql).params(parameters).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
    pool.close();
    database.close();
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  @Import({
    Texts.class,
    SecretBox.class,
    Targets.class,
    Hook.class,
    Mailer.class,
    MessageText.class,
    DeliveryWorker.class
  })
  static class Parts {}
}
