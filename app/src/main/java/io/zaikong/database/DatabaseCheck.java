package io.zaikong.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Refuses a database on which the territory's walls would not stand. */
final class DatabaseCheck {

  private static final int OLDEST_VERSION = 150_000;
  private static final String FACTS =
      """
      select current_setting('server_version_num')::int as version,
             current_setting('server_encoding') as encoding,
             r.rolsuper or r.rolbypassrls as above_policies,
             pg_has_role(current_user, d.datdba, 'MEMBER')
               or pg_has_role(current_user, o.oid, 'MEMBER') as owns
        from pg_roles r, pg_database d, pg_roles o
       where r.rolname = current_user and d.datname = current_database() and o.rolname = ?
      """;

  private static final String UNFINISHED =
      """
      select to_regnamespace('unfinished_restore') is not null
      """;

  private DatabaseCheck() {}

  /**
   * @throws DatabaseUnavailableException when a restore was begun on it and not finished
   */
  static void requireFinished(DatabaseSettings settings) {
    try (Connection owner = Connections.open(settings.url(), settings.owner());
        var statement = owner.prepareStatement(UNFINISHED);
        var rows = statement.executeQuery()) {
      rows.next();
      if (rows.getBoolean(1)) {
        throw new DatabaseUnavailableException(
            "数据库 %s 的恢复没有完成(或正在进行),不能使用;请再运行一次 zaikong restore。".formatted(settings.address()),
            "A restore of the database %s was not finished, or is still running; run zaikong restore again."
                .formatted(settings.address()));
      }
    } catch (SQLException e) {
      throw unreachable(settings, e);
    }
  }

  /**
   * @throws DatabaseUnavailableException when it cannot be reached, is older than version 15, is
   *     not UTF-8, or when the application's role is above row-level security
   */
  static void require(DatabaseSettings settings) {
    try (Connection owner = Connections.open(settings.url(), settings.owner());
        Connection app = Connections.open(settings.url(), settings.app());
        var statement = app.prepareStatement(FACTS)) {
      if (!owner.isValid(0)) {
        throw new SQLException("the owner's connection broke");
      }
      statement.setString(1, settings.owner().user());
      try (var facts = statement.executeQuery()) {
        facts.next();
        requireVersion(facts.getInt("version"));
        requireEncoding(facts.getString("encoding"));
        if (facts.getBoolean("above_policies") || facts.getBoolean("owns")) {
          throw new DatabaseUnavailableException(
              "应用角色 %s 是超级用户、可绕过行级安全或拥有数据库，拒绝启动。".formatted(settings.app()),
              "The application's role %s is a superuser, bypasses row-level security or is the owner; not started."
                  .formatted(settings.app()));
        }
      }
    } catch (SQLException e) {
      throw unreachable(settings, e);
    }
  }

  private static DatabaseUnavailableException unreachable(
      DatabaseSettings settings, SQLException e) {
    return new DatabaseUnavailableException(
        "无法连接数据库 %s：%s".formatted(settings.address(), e.getMessage()),
        "The database %s cannot be reached: %s".formatted(settings.address(), e.getMessage()),
        e);
  }

  private static void requireVersion(int version) {
    if (version < OLDEST_VERSION) {
      throw new DatabaseUnavailableException(
          "PostgreSQL 版本过低（%d），需要 15 或更高。".formatted(version / 10_000),
          "PostgreSQL %d is too old; 15 or newer is needed.".formatted(version / 10_000));
    }
  }

  private static void requireEncoding(String encoding) {
    if (!encoding.equals("UTF8")) {
      throw new DatabaseUnavailableException(
          "数据库编码是 %s，需要 UTF8。".formatted(encoding),
          "The database's encoding is %s; UTF8 is needed.".formatted(encoding));
    }
  }
}
