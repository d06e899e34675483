package io.zaikong.telemetry;

import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gateways and what was wrong with what they sent. */
@Repository
class GatewayRegisterStore {

  private static final String COLUMNS =
      """
      select g.*, e.name as enterprise_name,
        (select count(*) from telemetry.sensor s where s.gateway_id = g.id and s.state <> 'STOPPED') as sensors
      """;

  /** The one condition of the list and its count. */
  private static final String CONDITION =
      """
      where g.state = :state
        and (:division::text is null or g.division_code <@ (select shell.codes_in(:division)))
        and (:enterprise::bigint is null or g.enterprise_id = :enterprise)
        and (:from::timestamptz is null or g.created_at >= :from)
        and (:until::timestamptz is null or g.created_at < :until)
        and (:text::text is null or position(:text in g.name) > 0
          or g.enterprise_id in (select f.id from enterprises.enterprise f where position(:text in f.name) > 0))
      """;

  private static final int ERRORS_KEPT = 200;

  private final JdbcClient jdbc;

  GatewayRegisterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Gateway> list(GatewayFilter filter, long offset, int limit) {
    return jdbc.sql(
            COLUMNS
                + "from unnest(array(select g.id from telemetry.gateway g\n"
                + CONDITION
                + """
                 order by g.division_code, g.id offset :offset limit :limit)) with ordinality as page (id, place)
                join telemetry.gateway g on g.id = page.id join enterprises.enterprise e on e.id = g.enterprise_id
                order by page.place
                """)
        .params(filter.parameters())
        .param("offset", offset)
        .param("limit", limit)
        .query(GatewayRegisterStore::gateway)
        .list();
  }

  long count(GatewayFilter filter) {
    return jdbc.sql("select count(*) from telemetry.gateway g\n" + CONDITION)
        .params(filter.parameters())
        .query(Long.class)
        .single();
  }

  Optional<Gateway> find(long id) {
    return jdbc.sql(
            COLUMNS
                + """
                from telemetry.gateway g join enterprises.enterprise e on e.id = g.enterprise_id where g.id = ?
                """)
        .param(id)
        .query(GatewayRegisterStore::gateway)
        .optional();
  }

  /** Those of the enterprises, whatever their state. */
  List<Gateway> listOf(Collection<Long> enterprises) {
    return jdbc.sql(
            COLUMNS
                + """
                from telemetry.gateway g join enterprises.enterprise e on e.id = g.enterprise_id
                where g.enterprise_id = any (?::bigint[])
                """)
        .param(enterprises.toArray(Long[]::new))
        .query(GatewayRegisterStore::gateway)
        .list();
  }

  /** Whoever changes a gateway takes turns; false when it is out of sight. */
  boolean lock(long id) {
    return jdbc.sql("select 1 from telemetry.gateway where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Empty when the enterprise has one of that name. */
  Optional<Long> insert(
      long enterpriseId, DivisionCode division, String name, String note, String by, Instant at) {
    return jdbc.sql(
            """
            insert into telemetry.gateway (enterprise_id, division_code, name, note, state_at, state_by, created_at,
              created_by)
            values (:enterprise, :division, :name, :note, :at, :by, :at, :by)
            on conflict (enterprise_id, name) do nothing returning id
            """)
        .param("enterprise", enterpriseId)
        .param("division", division.value())
        .param("name", name)
        .param("note", note)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  /** False when the enterprise has another of that name. */
  boolean update(long id, String name, String note) {
    return jdbc.sql(
                """
                update telemetry.gateway g set name = :name, note = :note
                where g.id = :id and not exists (select from telemetry.gateway o
                  where o.enterprise_id = g.enterprise_id and o.name = :name and o.id <> g.id)
                """)
            .param("id", id)
            .param("name", name)
            .param("note", note)
            .update()
        == 1;
  }

  void setState(long id, Gateway.State state, String reason, String by, Instant at) {
    jdbc.sql(
            """
            update telemetry.gateway set state = ?, state_reason = ?, state_by = ?, state_at = ? where id = ?
            """)
        .params(state.name(), reason, by, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  /** To another enterprise; one of the same name says whose it was. Sensors follow by their key. */
  void move(long from, long to, DivisionCode division, String formerName) {
    jdbc.sql(
            """
            update telemetry.gateway g set enterprise_id = :to, division_code = :division,
              name = case when exists (select from telemetry.gateway o where o.enterprise_id = :to and o.name = g.name)
                then g.name || '（' || :former || '）' else g.name end
            where g.enterprise_id = :merged
            """)
        .param("merged", from)
        .param("to", to)
        .param("division", division.value())
        .param("former", formerName)
        .update();
  }

  /** Keeps the latest ones. */
  void insertError(long gatewayId, GatewayError error) {
    jdbc.sql(
            """
            insert into telemetry.gateway_error (gateway_id, at, what, tag, excerpt) values (?, ?, ?, ?, ?)
            """)
        .params(
            gatewayId,
            error.at().atOffset(ZoneOffset.UTC),
            error.what(),
            error.tag(),
            error.excerpt())
        .update();
    jdbc.sql(
            """
            delete from telemetry.gateway_error where gateway_id = :gateway and id <= (
              select o.id from telemetry.gateway_error o where o.gateway_id = :gateway
              order by o.id desc offset :kept limit 1)
            """)
        .param("gateway", gatewayId)
        .param("kept", ERRORS_KEPT)
        .update();
  }

  /** The latest first. */
  List<GatewayError> listErrors(long gatewayId) {
    return jdbc.sql(
            """
            select id, at, what, tag, excerpt from telemetry.gateway_error where gateway_id = ? order by id desc
            """)
        .param(gatewayId)
        .query(
            (row, number) ->
                new GatewayError(
                    row.getLong("id"),
                    instant(row, "at").orElseThrow(),
                    row.getString("what"),
                    row.getString("tag"),
                    row.getString("excerpt")))
        .list();
  }

  private static Gateway gateway(ResultSet row, int number) throws SQLException {
    long skew = row.getLong("clock_skew_ms");
    Long known = row.wasNull() ? null : Long.valueOf(skew);
    return new Gateway(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("name"),
        row.getString("note"),
        Gateway.State.valueOf(row.getString("state")),
        row.getString("state_reason"),
        instant(row, "state_at").orElseThrow(),
        row.getLong("sensors"),
        instant(row, "last_contact_at").orElse(null),
        known,
        instant(row, "created_at").orElseThrow());
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
