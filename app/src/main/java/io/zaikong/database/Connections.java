package io.zaikong.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Single connections, for the start and side commands; pages use the pool. */
final class Connections {

  private static final int LOGIN_SECONDS = 5;

  private Connections() {}

  static Connection open(String url, Credentials user) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user.user());
    source.setPassword(user.password());
    source.setConnectTimeout(LOGIN_SECONDS);
    source.setLoginTimeout(LOGIN_SECONDS);
    return source.getConnection();
  }
}
