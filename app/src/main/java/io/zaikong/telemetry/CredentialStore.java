package io.zaikong.telemetry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what gateways are known, without a secret. */
@Repository
class CredentialStore {

  private final JdbcClient jdbc;

  CredentialStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Open ones first, then the latest; of secrets the hash is not read. */
  List<Credential> list(long gatewayId, int limit) {
    return jdbc.sql(
            """
            select id, kind, case when kind = 'CERTIFICATE' then sha256 end as sha256, name, valid_until, made_at,
              made_by, withdrawn_at, withdrawn_by
            from telemetry.credential where gateway_id = ? order by (withdrawn_at is not null), id desc limit ?
            """)
        .params(gatewayId, limit)
        .query(CredentialStore::credential)
        .list();
  }

  /** Returns how many of the kind were open. */
  int withdraw(long gatewayId, Credential.Kind kind, String by, Instant at) {
    return jdbc.sql(
            """
            update telemetry.credential set withdrawn_at = ?, withdrawn_by = ?
            where gateway_id = ? and kind = ? and withdrawn_at is null
            """)
        .params(at.atOffset(ZoneOffset.UTC), by, gatewayId, kind.name())
        .update();
  }

  /** Empty when the same one is known already, of whatever gateway. */
  Optional<Long> insert(
      long gatewayId,
      Credential.Kind kind,
      byte[] sha256,
      String name,
      @Nullable Instant validUntil,
      String by,
      Instant at) {
    return jdbc.sql(
            """
            insert into telemetry.credential (gateway_id, kind, sha256, name, valid_until, made_at, made_by)
            values (:gateway, :kind, :sha256, :name, :until::timestamptz, :at, :by)
            on conflict do nothing returning id
            """)
        .param("gateway", gatewayId)
        .param("kind", kind.name())
        .param("sha256", sha256)
        .param("name", name)
        .param("until", validUntil == null ? null : validUntil.atOffset(ZoneOffset.UTC))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  private static Credential credential(ResultSet row, int number) throws SQLException {
    byte[] sha256 = row.getBytes("sha256");
    return new Credential(
        row.getLong("id"),
        Credential.Kind.valueOf(row.getString("kind")),
        sha256 == null ? "" : HexFormat.of().formatHex(sha256),
        row.getString("name"),
        GatewayRegisterStore.instant(row, "valid_until").orElse(null),
        GatewayRegisterStore.instant(row, "made_at").orElseThrow(),
        row.getString("made_by"),
        GatewayRegisterStore.instant(row, "withdrawn_at").orElse(null),
        row.getString("withdrawn_by"));
  }
}
