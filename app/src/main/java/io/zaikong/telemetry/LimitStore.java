package io.zaikong.telemetry;

import io.zaikong.telemetry.LimitVersion.Decision;
import io.zaikong.telemetry.LimitVersion.State;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Limits of sensors; a version is never changed but in how far it has come. */
@Repository
class LimitStore {

  private final JdbcClient jdbc;

  LimitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Limits that are put beside a sensor. */
  record Put(long sensorId, Limits limits, String reason) {}

  /**
   * Those with which sensors are registered, or one proposal.
   *
   * @return the ids in the order of the limits; empty where another proposal waits
   */
  List<Long> insertAll(
      List<Put> put, boolean first, String edition, long by, String byName, Instant at) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    for (LimitField field : LimitField.values()) {
      List<@Nullable String> values = new ArrayList<>();
      put.forEach(
          p -> values.add(p.limits().find(field).map(BigDecimal::toPlainString).orElse(null)));
      columns.put(field.name().toLowerCase(Locale.ROOT), values.toArray(String[]::new));
    }
    return jdbc.sql(
            """
            insert into telemetry.limits (sensor_id, first, state, range_low, range_high, low_low, low, high, high_high,
              hysteresis, idlh, on_delay_s, off_delay_s, rate_per_min, stuck_after_min, offline_after_s, edition, reason,
              proposed_by, proposed_by_name, proposed_at)
            select n.sensor_id, :first, case when :first then 'STANDING' else 'PROPOSED' end, n.range_low, n.range_high,
              n.low_low, n.low, n.high, n.high_high, n.hysteresis, n.idlh, n.on_delay_s, n.off_delay_s, n.rate_per_min,
              n.stuck_after_min, n.offline_after_s, :edition, n.reason, :by, :by_name, :at
            from unnest(:sensors::bigint[], :reasons::text[], :range_low::text[]::numeric[], :range_high::text[]::numeric[],
              :low_low::text[]::numeric[], :low::text[]::numeric[], :high::text[]::numeric[], :high_high::text[]::numeric[], :hysteresis::text[]::numeric[],
              :idlh::text[]::numeric[], :on_delay_s::text[]::numeric[], :off_delay_s::text[]::numeric[], :rate_per_min::text[]::numeric[],
              :stuck_after_min::text[]::numeric[], :offline_after_s::text[]::numeric[])
              as n (sensor_id, reason, range_low, range_high, low_low, low, high, high_high, hysteresis, idlh, on_delay_s,
                off_delay_s, rate_per_min, stuck_after_min, offline_after_s)
            on conflict do nothing returning id
            """)
        .params(columns)
        .param("sensors", put.stream().map(Put::sensorId).toArray(Long[]::new))
        .param("reasons", put.stream().map(Put::reason).toArray(String[]::new))
        .param("first", first)
        .param("edition", edition)
        .param("by", by)
        .param("by_name", byName)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .list();
  }

  /** All of a sensor, the latest first. */
  List<LimitVersion> list(long sensorId) {
    return jdbc.sql("select * from telemetry.limits where sensor_id = ? order by id desc")
        .param(sensorId)
        .query(LimitStore::version)
        .list();
  }

  /** Whoever decides on a version takes turns; empty when it is out of sight. */
  Optional<LimitVersion> lock(long id) {
    return jdbc.sql("select * from telemetry.limits where id = ? for update")
        .param(id)
        .query(LimitStore::version)
        .optional();
  }

  void decide(long id, State state, long by, String byName, String note, Instant at) {
    jdbc.sql(
            """
            update telemetry.limits set state = ?, decided_by = ?, decided_by_name = ?, decision_note = ?, decided_at = ?
            where id = ?
            """)
        .params(state.name(), by, byName, note, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void withdraw(long id) {
    jdbc.sql("update telemetry.limits set state = 'WITHDRAWN' where id = ?").param(id).update();
  }

  /** What stood stands no longer. */
  void supersede(long sensorId) {
    jdbc.sql(
            """
            update telemetry.limits set state = 'SUPERSEDED' where sensor_id = ? and state = 'STANDING'
            """)
        .param(sensorId)
        .update();
  }

  private static LimitVersion version(ResultSet row, int number) throws SQLException {
    Instant decidedAt = GatewayRegisterStore.instant(row, "decided_at").orElse(null);
    return new LimitVersion(
        row.getLong("id"),
        row.getLong("sensor_id"),
        row.getBoolean("first"),
        State.valueOf(row.getString("state")),
        limits(row),
        row.getString("edition"),
        row.getString("reason"),
        row.getLong("proposed_by"),
        row.getString("proposed_by_name"),
        GatewayRegisterStore.instant(row, "proposed_at").orElseThrow(),
        decidedAt == null
            ? null
            : new Decision(
                row.getString("decided_by_name"), decidedAt, row.getString("decision_note")));
  }

  /** The columns are the fields by their names. */
  static Limits limits(ResultSet row) throws SQLException {
    Map<LimitField, BigDecimal> values = new EnumMap<>(LimitField.class);
    for (LimitField field : LimitField.values()) {
      BigDecimal value = row.getBigDecimal(field.name().toLowerCase(Locale.ROOT));
      if (value != null) {
        values.put(field, value);
      }
    }
    return new Limits(values);
  }
}
