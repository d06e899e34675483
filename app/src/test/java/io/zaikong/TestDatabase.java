package io.zaikong;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own for a test, copied from the migrated template; dropped when closed. */
public final class TestDatabase implements AutoCloseable {
  private static final String BASE = "jdbc:postgresql://127.0.0.1:5499/";
  private static boolean ready;
  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  public static synchronized TestDatabase create(String name) {
    if (!ready) {
      admin("drop database if exists t_template");
      admin("create database t_template owner zaikong_owner");
      Flyway.configure()
          .dataSource(BASE + "t_template", "zaikong_owner", "o")
          .schemas("flyway")
          .placeholders(
              java.util.Map.of(
                  "app_role",
                  "zaikong_app",
                  "audit_role",
                  "zaikong_audit",
                  "owner_role",
                  "zaikong_owner"))
          .load()
          .migrate();
      ready = true;
    }
    admin("drop database if exists t_" + name);
    admin("create database t_" + name + " template t_template owner zaikong_owner");
    return new TestDatabase("t_" + name);
  }

  public DataSource app() {
    return new DriverManagerDataSource(BASE + name, "zaikong_app", "a");
  }

  public DataSource owner() {
    return new DriverManagerDataSource(BASE + name, "zaikong_owner", "o");
  }

  public DataSource audit() {
    return new DriverManagerDataSource(BASE + name, "zaikong_audit", "u");
  }

  public DataSource superuser() {
    return new DriverManagerDataSource(BASE + name, "postgres", "");
  }

  public com.zaxxer.hikari.HikariDataSource pool(int size) {
    var pool = new com.zaxxer.hikari.HikariDataSource();
    pool.setDataSource(app());
    pool.setMaximumPoolSize(size);
    return pool;
  }

  public void asSuperuser(String sql) {
    org.springframework.jdbc.core.simple.JdbcClient.create(superuser()).sql(sql).update();
  }

  @Override
  public void close() {
    admin("drop database " + name + " with (force)");
  }

  private static void admin(String sql) {
    try (Connection c = DriverManager.getConnection(BASE + "postgres", "postgres", "");
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
