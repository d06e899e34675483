package io.zaikong.access;

import io.zaikong.access.Tokens.Presented;
import io.zaikong.access.Tokens.Token;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {

  private final JdbcClient jdbc;

  TokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(
      long accountId, String name, byte[] hash, Set<String> scopes, Instant now, Instant expires) {
    return jdbc.sql(
            """
            insert into access.token (account_id, name, hash, scopes, created_at, expires_at)
            values (?, ?, ?, ?::text[], ?, ?) returning id
            """)
        .params(
            accountId,
            name,
            hash,
            scopes.toArray(String[]::new),
            now.atOffset(ZoneOffset.UTC),
            expires.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  Optional<Presented> use(byte[] hash, Instant now) {
    return jdbc.sql(
            """
            update access.token t set last_used_at = :now from org.account a
            where a.id = t.account_id and t.hash = :hash and t.revoked_at is null and t.expires_at > :now
            returning a.username, t.scopes
            """)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new Presented(row.getString(1), strings(row.getArray(2))))
        .optional();
  }

  List<Token> list(long accountId) {
    return jdbc.sql(
            """
            select t.*, a.username from access.token t join org.account a on a.id = t.account_id
            where t.account_id = ? order by t.id desc
            """)
        .param(accountId)
        .query(TokenStore::token)
        .list();
  }

  List<Token> listInSight(long offset, int limit) {
    return jdbc.sql(
            """
            select t.*, a.username from access.token t join org.account a on a.id = t.account_id
            order by t.id desc offset ? limit ?
            """)
        .params(offset, limit)
        .query(TokenStore::token)
        .list();
  }

  long countInSight() {
    return jdbc.sql("select count(*) from access.token").query(Long.class).single();
  }

  boolean revoke(long accountId, long id, Instant at) {
    return jdbc.sql(
                "update access.token set revoked_at = ? where account_id = ? and id = ? and"
                    + " revoked_at is null")
            .params(at.atOffset(ZoneOffset.UTC), accountId, id)
            .update()
        == 1;
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    return new Token(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("username"),
        row.getString("name"),
        strings(row.getArray("scopes")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
