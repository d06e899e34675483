package io.zaikong.notices;

import io.zaikong.notices.Gateway.Kind;
import io.zaikong.notices.Gateway.Security;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GatewayStore {

  private final JdbcClient jdbc;

  GatewayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Gateway> find(Kind kind) {
    return jdbc.sql(
            """
            select address, coalesce(port, 0) as port, security, username, sender
            from notices.gateway where kind = ?
            """)
        .param(kind.name())
        .query(
            (row, number) -> {
              String security = row.getString("security");
              return new Gateway(
                  kind,
                  row.getString("address"),
                  row.getInt("port"),
                  security == null ? null : Security.valueOf(security),
                  row.getString("username"),
                  row.getString("sender"));
            })
        .optional();
  }

  Optional<byte[]> findSecret(Kind kind) {
    return jdbc.sql("select secret from notices.gateway where kind = ? and secret is not null")
        .param(kind.name())
        .query(byte[].class)
        .optional();
  }

  List<Kind> listKinds() {
    return jdbc.sql("select kind from notices.gateway").query(String.class).list().stream()
        .map(Kind::valueOf)
        .toList();
  }

  void put(Gateway gateway, byte @Nullable [] secret, String by, Instant at) {
    Security security = gateway.security();
    jdbc.sql(
            """
            insert into notices.gateway (kind, address, port, security, username, sender, secret, changed_at,
              changed_by)
            values (:kind, :address, :port, :security::text, :username, :sender, :secret::bytea, :at, :by)
            on conflict (kind) do update
              set address = excluded.address, port = excluded.port, security = excluded.security,
                username = excluded.username, sender = excluded.sender, secret = excluded.secret,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param("kind", gateway.kind().name())
        .param("address", gateway.address())
        .param("port", gateway.port())
        .param("security", security == null ? null : security.name())
        .param("username", gateway.username())
        .param("sender", gateway.sender())
        .param("secret", secret)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  boolean remove(Kind kind) {
    return jdbc.sql("delete from notices.gateway where kind = ?").param(kind.name()).update() == 1;
  }
}
