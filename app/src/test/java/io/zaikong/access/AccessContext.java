package io.zaikong.access;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.journal.Journal;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.ActorTransactions;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in, set-up and tokens without the pages, on an empty database and with a clock to move. */
final class AccessContext implements AutoCloseable {

  private static final Actor TEST = Actor.system("test", Scope.everywhere());

  private final TestDatabase database;
  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private Instant now = Instant.parse("2026-11-24T02:00:00Z");

  AccessContext(String name) {
    database = TestDatabase.create(name);
    pool = database.pool(2);
    InstantSource source = () -> now;
    context.registerBean(DataSource.class, () -> pool);
    context.registerBean(Clock.class, () -> source.withZone(ZoneOffset.UTC));
    context.register(Parts.class);
    context.refresh();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> T asSystem(Supplier<T> work) {
    return TEST.call(work);
  }

  void pass(Duration time) {
    now = now.plus(time);
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
        Journal.class,
        Accounts.class,
        io.zaikong.enterprises.Enterprises.class
      },
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.ANNOTATION,
              classes = {Service.class, Repository.class}),
      lazyInit = true)
  @Import({
    AccessStore.class,
    TokenStore.class,
    Tokens.class,
    Passwords.class,
    SetUp.class,
    PasswordSignIn.class
  })
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
    AccessProperties policy() {
      return new AccessProperties(
          "localhost",
          Set.of("http://localhost"),
          5,
          Duration.ofMinutes(15),
          20,
          Duration.ofMinutes(5),
          Duration.ofHours(12),
          Duration.ofDays(180));
    }

    @Bean
    JsonMapper json() {
      return new JsonMapper();
    }
  }
}
