package io.zaikong;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.database.Credentials;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.database.TestPostgres;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own for a test, copied from the migrated template; dropped when closed. */
public final class TestDatabase implements AutoCloseable {

  private final String name;
  private final DatabaseSettings settings;

  private TestDatabase(String name, DatabaseSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  public static TestDatabase create(String name) {
    TestPostgres postgres = TestPostgres.shared();
    postgres.prepareTemplate(TestDatabase::migrate);
    return new TestDatabase("t_" + name, postgres.createDatabaseFromTemplate("t_" + name));
  }

  /** With nothing in it; the test migrates it. */
  static TestDatabase createEmpty(String name) {
    return new TestDatabase("t_" + name, TestPostgres.shared().createEmptyDatabase("t_" + name));
  }

  private static void migrate(DatabaseSettings template) {
    flyway(template).load().migrate();
  }

  static FluentConfiguration flyway(DatabaseSettings database) {
    return Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .schemas("flyway")
        .placeholders(
            Map.of(
                "owner_role", database.owner().user(),
                "app_role", database.app().user(),
                "audit_role", database.audit().orElseThrow().user()));
  }

  public DatabaseSettings settings() {
    return settings;
  }

  public DataSource app() {
    return as(settings.app());
  }

  public DataSource owner() {
    return as(settings.owner());
  }

  public DataSource audit() {
    return as(settings.audit().orElseThrow());
  }

  public DataSource superuser() {
    return as(TestPostgres.shared().superuser());
  }

  public HikariDataSource pool(int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(app());
    pool.setMaximumPoolSize(size);
    return pool;
  }

  public void asSuperuser(String sql) {
    JdbcClient.create(superuser()).sql(sql).update();
  }

  private DataSource as(Credentials user) {
    return new DriverManagerDataSource(settings.url(), user.user(), user.password());
  }

  @Override
  public void close() {
    TestPostgres.shared().drop(name);
  }
}
