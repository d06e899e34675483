package io.zaikong.telemetry;

import io.zaikong.kit.DivisionCode;
import io.zaikong.telemetry.Sensor.StateChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads sensors. */
@Repository
class SensorStore {

  /** Maintenance counts from its first to before its last moment. */
  private static final String COLUMNS =
      """
      select s.id, s.gateway_id, g.name as gateway_name, s.source_id, h.name as source_name, s.enterprise_id,
        e.name as enterprise_name, e.credit_code, s.division_code, s.tag, s.name, s.kind, s.unit, s.medium, s.cas,
        case when s.state = 'MAINTENANCE' and (:now < s.state_from or :now >= s.state_until) then 'IN_USE' else s.state end
          as state,
        s.state_from, s.state_until, s.state_reason, s.created_at,
        exists (select from telemetry.limits p where p.sensor_id = s.id and p.state = 'PROPOSED') as proposed,
        l.range_low, l.range_high, l.low_low, l.low, l.high, l.high_high, l.hysteresis, l.idlh, l.on_delay_s, l.off_delay_s,
        l.rate_per_min, l.stuck_after_min, l.offline_after_s
      """;

  private static final String JOINED =
      """
      join telemetry.gateway g on g.id = s.gateway_id
      join hazards.source h on h.id = s.source_id
      join enterprises.enterprise e on e.id = s.enterprise_id
      join telemetry.limits l on l.sensor_id = s.id and l.state = 'STANDING'
      """;

  /** The one condition of the list, its count, its export and its figure. */
  private static final String CONDITION =
      """
      where (:division::text is null or s.division_code <@ (select shell.codes_in(:division)))
        and (:kind::text is null or s.kind = :kind)
        and case when :state::text is null then s.state <> 'STOPPED'
          else :state = case when s.state = 'MAINTENANCE' and (:now < s.state_from or :now >= s.state_until) then 'IN_USE'
            else s.state end end
        and (:source::bigint is null or s.source_id = :source)
        and (:gateway::bigint is null or s.gateway_id = :gateway)
        and (:enterprise::bigint is null or s.enterprise_id = :enterprise)
        and (:proposed::boolean is null or s.id in (select p.sensor_id from telemetry.limits p where p.state = 'PROPOSED'))
        and (:from::timestamptz is null or s.created_at >= :from)
        and (:until::timestamptz is null or s.created_at < :until)
        and (:text::text is null or position(:text in s.tag) > 0 or position(:text in s.name) > 0
          or s.enterprise_id in (select f.id from enterprises.enterprise f where position(:text in f.name) > 0))
      """;

  private static final int ROWS_AT_ONCE = 1_000;

  private final JdbcClient jdbc;

  SensorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By place.
   *
   * @param turned the last ones first
   */
  List<Sensor> list(SensorFilter filter, Instant now, boolean turned, long offset, int limit) {
    return page(filter, now, turned, offset, limit).query(SensorStore::sensor).list();
  }

  /** A page's sensors by id first, from an index alone. */
  private StatementSpec page(
      SensorFilter filter, Instant now, boolean turned, long offset, int limit) {
    StatementSpec statement =
        turned
            ? jdbc.sql(
                COLUMNS
                    + "from unnest(array(select s.id from telemetry.sensor s\n"
                    + CONDITION
                    + """
                     order by s.division_code desc, s.id desc offset :offset limit :limit)) with ordinality as page (id, place)
                    join telemetry.sensor s on s.id = page.id
                    """
                    + JOINED
                    + "order by page.place")
            : jdbc.sql(
                COLUMNS
                    + "from unnest(array(select s.id from telemetry.sensor s\n"
                    + CONDITION
                    + """
                     order by s.division_code, s.id offset :offset limit :limit)) with ordinality as page (id, place)
                    join telemetry.sensor s on s.id = page.id
                    """
                    + JOINED
                    + "order by page.place");
    return statement.params(filter.parameters(now)).param("offset", offset).param("limit", limit);
  }

  /** As {@link #list}, some rows at a time through a cursor; returns how many there were. */
  int forEach(SensorFilter filter, Instant now, int limit, Consumer<Sensor> each) {
    int rows = 0;
    try (Stream<Sensor> sensors =
        page(filter, now, false, 0, limit)
            .withFetchSize(ROWS_AT_ONCE)
            .query(SensorStore::sensor)
            .stream()) {
      for (Iterator<Sensor> sensor = sensors.iterator(); sensor.hasNext(); rows++) {
        each.accept(sensor.next());
      }
    }
    return rows;
  }

  long count(SensorFilter filter, Instant now) {
    return jdbc.sql("select count(*) from telemetry.sensor s\n" + CONDITION)
        .params(filter.parameters(now))
        .query(Long.class)
        .single();
  }

  Optional<Sensor> find(long id, Instant now) {
    return jdbc.sql(COLUMNS + "from telemetry.sensor s\n" + JOINED + "where s.id = :id")
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(SensorStore::sensor)
        .optional();
  }

  /** Those of the gateways, whatever their state. */
  List<Sensor> listOf(Collection<Long> gateways, Instant now) {
    return jdbc.sql(
            COLUMNS
                + "from telemetry.sensor s\n"
                + JOINED
                + "where s.gateway_id = any (:gateways::bigint[])")
        .param("gateways", gateways.toArray(Long[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(SensorStore::sensor)
        .list();
  }

  /** A source by its name, as a workbook names it. */
  record NamedSource(long id, long enterpriseId, String name) {}

  /** The sources of the enterprises that are still there. */
  List<NamedSource> listSources(Collection<Long> enterprises) {
    return jdbc.sql(
            """
            select id, enterprise_id, name from hazards.source
            where enterprise_id = any (?::bigint[]) and graded_at is not null and state <> 'REMOVED'
            """)
        .param(enterprises.toArray(Long[]::new))
        .query(NamedSource.class)
        .list();
  }

  /** The latest first. */
  List<StateChange> listStates(long sensorId) {
    return jdbc.sql(
            """
            select state, from_at, until_at, reason, recorded_at, recorded_by
            from telemetry.sensor_state where sensor_id = ? order by id desc
            """)
        .param(sensorId)
        .query(
            (row, number) ->
                new StateChange(
                    Sensor.State.valueOf(row.getString("state")),
                    GatewayRegisterStore.instant(row, "from_at").orElseThrow(),
                    GatewayRegisterStore.instant(row, "until_at").orElse(null),
                    row.getString("reason"),
                    GatewayRegisterStore.instant(row, "recorded_at").orElseThrow(),
                    row.getString("recorded_by")))
        .list();
  }

  /**
   * So many of a place.
   *
   * @param kind of the sensors; null: gateways
   */
  record Count(String code, @Nullable String kind, long number) {}

  /** Sensors by kind, and gateways, by the first digits of the division code. */
  List<Count> countBy(SensorFilter filter, int codeDigits, Instant now) {
    return jdbc.sql(
            """
            select left(code, :digits) as code, kind, sum(number)::bigint as number from (
              select s.division_code as code, s.kind, count(*) as number from telemetry.sensor s
            """
                + CONDITION
                + """
                group by 1, 2
                union all
                select g.division_code, null, count(*) from telemetry.gateway g
                where g.state = 'IN_USE'
                  and (:division::text is null or g.division_code <@ (select shell.codes_in(:division)))
                  and (:from::timestamptz is null or g.created_at >= :from)
                  and (:until::timestamptz is null or g.created_at < :until)
                group by 1) as small
                group by 1, 2 order by 1, 2
                """)
        .params(filter.parameters(now))
        .param("digits", codeDigits)
        .query(Count.class)
        .list();
  }

  private static Sensor sensor(ResultSet row, int number) throws SQLException {
    return new Sensor(
        row.getLong("id"),
        row.getLong("gateway_id"),
        row.getString("gateway_name"),
        row.getLong("source_id"),
        row.getString("source_name"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        row.getString("credit_code"),
        new DivisionCode(row.getString("division_code")),
        row.getString("tag"),
        row.getString("name"),
        SensorKind.valueOf(row.getString("kind")),
        row.getString("unit"),
        row.getString("medium"),
        row.getString("cas"),
        Sensor.State.valueOf(row.getString("state")),
        GatewayRegisterStore.instant(row, "state_from").orElseThrow(),
        GatewayRegisterStore.instant(row, "state_until").orElse(null),
        row.getString("state_reason"),
        LimitStore.limits(row),
        row.getBoolean("proposed"),
        GatewayRegisterStore.instant(row, "created_at").orElseThrow());
  }
}
