package io.zaikong.access;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessStore {

  private final JdbcClient jdbc;

  AccessStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int countFailures(String address, Instant since) {
    return jdbc.sql("select count(*) from access.failure where address = ? and at >= ?")
        .params(address, since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void insertFailure(String address, Instant at) {
    jdbc.sql("insert into access.failure (address, at) values (?, ?)")
        .params(address, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteFailuresBefore(Instant at) {
    jdbc.sql("delete from access.failure where at < ?").param(at.atOffset(ZoneOffset.UTC)).update();
  }

  void insertSetupLink(byte[] hash, Instant expiresAt) {
    jdbc.sql("insert into access.setup_link (hash, expires_at) values (?, ?)")
        .params(hash, expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean isSetupLinkOpen(byte[] hash, Instant at) {
    return jdbc.sql(
            "select exists (select from access.setup_link where hash = ? and used_at is null and"
                + " expires_at > ?)")
        .params(hash, at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** True for the one caller who uses the link up. */
  boolean useSetupLink(byte[] hash, Instant at) {
    return jdbc.sql(
                """
                update access.setup_link set used_at = ? where hash = ? and used_at is null and expires_at > ?
                """)
            .params(at.atOffset(ZoneOffset.UTC), hash, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
