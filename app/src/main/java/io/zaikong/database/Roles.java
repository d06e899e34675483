package io.zaikong.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The embedded server's roles and database; running it again changes nothing. The owner runs
 * migrations, the application's role owns nothing, the auditor's only reads.
 */
final class Roles {

  static final String DATABASE = "zaikong";
  static final String OWNER = "zaikong_owner";
  static final String APP = "zaikong_app";
  static final String AUDIT = "zaikong_audit";

  private static final String RIGHTS =
      "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

  private Roles() {}

  static void create(EmbeddedPostgres server, Secrets secrets) throws SQLException {
    try (Connection connection = Connections.open(server.url("postgres"), server.superuser())) {
      role(connection, OWNER, secrets.owner());
      role(connection, APP, secrets.app());
      role(connection, AUDIT, secrets.audit());
      try (Statement statement = connection.createStatement()) {
        statement.execute("alter role zaikong_audit set default_transaction_read_only = on");
        if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
          statement.execute(
              "create database zaikong owner zaikong_owner encoding 'UTF8' template template0");
        }
        statement.execute("revoke all on database zaikong from public");
        statement.execute("grant connect, temporary on database zaikong to zaikong_app");
        statement.execute("grant connect on database zaikong to zaikong_audit");
      }
    }
    try (Connection connection = Connections.open(server.url(DATABASE), server.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute("revoke all on schema public from public");
    }
  }

  private static void role(Connection connection, String name, String password)
      throws SQLException {
    String verb =
        exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
    try (Statement statement = connection.createStatement()) {
      statement.execute(verb + " role " + name + " " + RIGHTS);
    }
    // hashed on this side, so that no password can get into the server's log
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(name, password.toCharArray(), "scram-sha-256");
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
