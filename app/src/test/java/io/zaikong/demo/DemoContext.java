package io.zaikong.demo;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.access.Passwords;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.journal.Journal;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.ActorTransactions;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The use cases without the pages, on an empty database of their own. */
final class DemoContext implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  private static final Actor READER = Actor.system("test", Scope.everywhere());

  final TestDatabase database;
  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  DemoContext(String name) {
    database = TestDatabase.create(name);
    pool = database.pool(2);
    context.registerBean(DataSource.class, () -> pool);
    context.register(Parts.class);
    context.refresh();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** The person of the account, as he acts on the day of {@link #NOW}. */
  Actor actor(String username) {
    Accounts accounts = get(Accounts.class);
    return READER.call(
        () -> {
          Account account = accounts.find(username).orElseThrow();
          return accounts.actorOf(account, null, "");
        });
  }

  JdbcClient all() {
    return JdbcClient.create(database.superuser());
  }

  @Override
  public void close() {
    context.close();
    pool.close();
    database.close();
  }

  @EnableTransactionManagement
  @ComponentScan(
      basePackageClasses = {
        DemoCity.class,
        Settings.class,
        Journal.class,
        Accounts.class,
        Passwords.class,
        Enterprises.class,
        Declarations.class
      },
      useDefaultFilters = false,
      includeFilters = {
        @ComponentScan.Filter(
            type = FilterType.ANNOTATION,
            classes = {Service.class, Repository.class}),
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {Passwords.class, DemoAgencies.class, DemoAccounts.class}),
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.zaikong\\.hazards\\.Grader")
      },
      lazyInit = true)
  static class Parts {

    @Bean
    ActorTransactions transactionManager(DataSource dataSource) {
      return new ActorTransactions(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
      return JdbcClient.create(dataSource);
    }

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    JsonMapper json() {
      return new JsonMapper();
    }
  }
}
