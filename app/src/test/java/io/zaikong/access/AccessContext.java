package io.zaikong.access;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.UseCases;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Sign-in, set-up and tokens without the pages, on an empty database and with a clock to move. */
final class AccessContext implements AutoCloseable {

  private static final Actor TEST = Actor.system("test", Scope.everywhere());

  private final TestDatabase database;
  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;
  private Instant now = Instant.parse("2026-11-24T02:00:00Z");

  AccessContext(String name) {
    database = TestDatabase.create(name);
    pool = database.pool(2);
    InstantSource source = () -> now;
    context = UseCases.open(pool, source.withZone(ZoneOffset.UTC));
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
}
