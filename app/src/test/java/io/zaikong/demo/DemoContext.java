package io.zaikong.demo;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.UseCases;
import io.zaikong.documents.DocumentKind;
import io.zaikong.filings.FilingReview;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The use cases without the pages, on an empty database of their own. */
final class DemoContext implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  private static final Actor READER = Actor.system("test", Scope.everywhere());

  final TestDatabase database;
  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;

  DemoContext(String name) {
    database = TestDatabase.create(name);
    pool = database.pool(2);
    context = UseCases.open(pool, Clock.fixed(NOW, ZoneOffset.UTC));
    context.registerBean("certificate", DocumentKind.class, () -> FilingReview.CERTIFICATE);
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
}
