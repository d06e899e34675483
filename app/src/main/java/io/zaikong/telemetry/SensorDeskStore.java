package io.zaikong.telemetry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes sensors and their states. */
@Repository
class SensorDeskStore {

  private final JdbcClient jdbc;

  SensorDeskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A sensor as its gateway names it. */
  record Key(long gatewayId, String tag) {}

  private record Numbered(long id, long gatewayId, String tag) {}

  /** The ids of those that were not there yet. */
  Map<Key, Long> insertAll(List<NewSensor> sensors, String by, Instant at) {
    Map<Key, Long> ids = new HashMap<>();
    jdbc.sql(
            """
            insert into telemetry.sensor (gateway_id, source_id, enterprise_id, division_code, tag, name, kind, unit, medium,
              cas, state_from, created_at, created_by)
            select n.*, :at, :at, :by
            from unnest(:gateways::bigint[], :sources::bigint[], :enterprises::bigint[], :divisions::text[], :tags::text[],
              :names::text[], :kinds::text[], :units::text[], :media::text[], :cas::text[]) as n
            on conflict (gateway_id, tag) do nothing returning id, gateway_id, tag
            """)
        .param("gateways", sensors.stream().map(s -> s.gateway().id()).toArray(Long[]::new))
        .param("sources", sensors.stream().map(NewSensor::sourceId).toArray(Long[]::new))
        .param(
            "enterprises",
            sensors.stream().map(s -> s.gateway().enterpriseId()).toArray(Long[]::new))
        .param(
            "divisions",
            sensors.stream().map(s -> s.gateway().division().value()).toArray(String[]::new))
        .param("tags", sensors.stream().map(s -> s.draft().tag()).toArray(String[]::new))
        .param("names", sensors.stream().map(s -> s.draft().name()).toArray(String[]::new))
        .param("kinds", sensors.stream().map(s -> s.kind().name()).toArray(String[]::new))
        .param("units", sensors.stream().map(s -> s.draft().unit()).toArray(String[]::new))
        .param("media", sensors.stream().map(s -> s.draft().medium()).toArray(String[]::new))
        .param("cas", sensors.stream().map(s -> s.draft().cas()).toArray(String[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Numbered.class)
        .list()
        .forEach(n -> ids.put(new Key(n.gatewayId(), n.tag()), n.id()));
    return ids;
  }

  /** Whoever changes a sensor takes turns; false when it is out of sight. */
  boolean lock(long id) {
    return jdbc.sql("select 1 from telemetry.sensor where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void update(long id, String name, long sourceId) {
    jdbc.sql("update telemetry.sensor set name = ?, source_id = ? where id = ?")
        .params(name, sourceId, id)
        .update();
  }

  void setState(
      long id,
      Sensor.State state,
      Instant from,
      @Nullable Instant until,
      String reason,
      String by,
      Instant at) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", id);
    values.put("state", state.name());
    values.put("from", from.atOffset(ZoneOffset.UTC));
    values.put("until", until == null ? null : until.atOffset(ZoneOffset.UTC));
    values.put("reason", reason);
    values.put("by", by);
    values.put("at", at.atOffset(ZoneOffset.UTC));
    jdbc.sql(
            """
            update telemetry.sensor set state = :state, state_from = :from, state_until = :until::timestamptz,
              state_reason = :reason where id = :id
            """)
        .params(values)
        .update();
    jdbc.sql(
            """
            insert into telemetry.sensor_state (sensor_id, state, from_at, until_at, reason, recorded_at, recorded_by)
            values (:id, :state, :from, :until::timestamptz, :reason, :at, :by)
            """)
        .params(values)
        .update();
  }

  /** Whether a source is one that the actor sees of this enterprise, and still there. */
  Optional<String> findSource(long sourceId, long enterpriseId) {
    return jdbc.sql(
            """
            select name from hazards.source
            where id = ? and enterprise_id = ? and graded_at is not null and state <> 'REMOVED'
            """)
        .params(sourceId, enterpriseId)
        .query(String.class)
        .optional();
  }
}
