package io.zaikong.hazards;

import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads sources of every kind. */
@Repository
class SourceStore {

  private static final String COLUMNS =
      """
      select s.id, s.enterprise_id, e.name as enterprise_name, s.division_code,
        coalesce(s.longitude_deg, e.longitude_deg) as longitude_deg,
        coalesce(s.latitude_deg, e.latitude_deg) as latitude_deg,
        s.name, s.kind, s.unit_kind, s.state, s.level, s.pond_class, s.top_pond, s.edition, s.graded_at,
        (select max(d.year) from hazards.designation d where d.source_id = s.id and d.withdrawn_at is null)
          as designated_year
      """;

  /** A page's sources by id first, as in the list of units. */
  private static final String PAGE_OF_SOURCES =
      COLUMNS + "from unnest(array(select s.id from hazards.source s\n";

  private static final String PAGE_BY_ENTERPRISE =
      PAGE_OF_SOURCES + "join enterprises.enterprise e on e.id = s.enterprise_id\n";

  private static final String PAGE =
      """
       offset :offset limit :limit)) with ordinality as page (id, place)
      join hazards.source s on s.id = page.id join enterprises.enterprise e on e.id = s.enterprise_id
      order by page.place
      """;

  /**
   * The one condition of the list, its count, its export, its figures and the points of the map.
   */
  private static final String CONDITION =
      """
      where s.graded_at is not null
        and (:division::text is null or s.division_code <@ (select shell.codes_in(:division)))
        and (:kind::text is null or s.kind = :kind)
        and (s.state = :state or :state::text is null and s.state <> 'REMOVED')
        and (:major::boolean is null or (s.level is not null) = :major)
        and (:level::int is null or s.level = :level)
        and (:class::int is null or s.pond_class = :class)
        and (:top::boolean is null or s.top_pond = :top)
        and (:designated::int is null or exists (select from hazards.designation d
          where d.source_id = s.id and d.year = :designated and d.withdrawn_at is null))
        and (:enterprise::bigint is null or s.enterprise_id = :enterprise)
        and (:from::timestamptz is null or s.graded_at >= :from)
        and (:until::timestamptz is null or s.graded_at < :until)
        and (:text::text is null or position(:text in s.name) > 0
          or s.enterprise_id in (select f.id from enterprises.enterprise f where position(:text in f.name) > 0))
      """;

  /**
   * Candidates meet only in cells of the distance's size and those beside; no latitude beyond 60°.
   */
  private static final String NEAR =
      """
      with near as (
        select s.id, s.enterprise_id, s.name, s.s, s.division_code, e.name as enterprise_name,
          e.longitude_deg as lon, e.latitude_deg as lat,
          floor(e.longitude_deg * 55600 / :within) as x, floor(e.latitude_deg * 111200 / :within) as y
        from hazards.source s join enterprises.enterprise e on e.id = s.enterprise_id
        where s.kind = 'HAZCHEM_UNIT' and s.state <> 'REMOVED' and s.s >= :s and s.s < 1),
      apart as (
        select a.id as a_id, b.id as b_id, 2 * 6371000 * asin(least(1, sqrt(
            power(sin(radians(b.lat - a.lat) / 2), 2)
            + cos(radians(a.lat)) * cos(radians(b.lat)) * power(sin(radians(b.lon - a.lon) / 2), 2)))) as distance_m
        from near a
        cross join lateral (select a.x + i as x, a.y + j as y from generate_series(-1, 1) i, generate_series(-1, 1) j) c
        join near b on b.x = c.x and b.y = c.y and b.id > a.id and b.enterprise_id <> a.enterprise_id),
      pair as (
        select a.id as a_id, b.id as b_id, null::float8 as distance_m
        from near a join near b on b.enterprise_id = a.enterprise_id and b.id > a.id
        union all
        select a_id, b_id, distance_m from apart where distance_m <= :within)
      """;

  private static final int ROWS_AT_ONCE = 1_000;

  private final JdbcClient jdbc;

  SourceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<HazardSource> list(SourceFilter filter, long offset, int limit) {
    return page(filter, offset, limit).query(SourceStore::source).list();
  }

  /** As {@link #list}, some rows at a time through a cursor; returns how many there were. */
  int forEach(SourceFilter filter, int limit, Consumer<HazardSource> each) {
    int rows = 0;
    try (Stream<HazardSource> sources =
        page(filter, 0, limit).withFetchSize(ROWS_AT_ONCE).query(SourceStore::source).stream()) {
      for (Iterator<HazardSource> source = sources.iterator(); source.hasNext(); rows++) {
        each.accept(source.next());
      }
    }
    return rows;
  }

  /** One order a statement, so that an index can serve it. */
  private StatementSpec page(SourceFilter filter, long offset, int limit) {
    boolean turned = filter.reversed();
    StatementSpec statement =
        switch (filter.sort()) {
          case WORST ->
              turned
                  ? jdbc.sql(
                      PAGE_OF_SOURCES
                          + CONDITION
                          + "order by s.level desc, s.pond_class desc, s.r nulls first, s.id desc"
                          + PAGE)
                  : jdbc.sql(
                      PAGE_OF_SOURCES
                          + CONDITION
                          + "order by s.level, s.pond_class, s.r desc nulls last, s.id"
                          + PAGE);
          case NAME ->
              turned
                  ? jdbc.sql(
                      PAGE_BY_ENTERPRISE + CONDITION + "order by e.name desc, s.id desc" + PAGE)
                  : jdbc.sql(PAGE_BY_ENTERPRISE + CONDITION + "order by e.name, s.id" + PAGE);
          case DIVISION ->
              turned
                  ? jdbc.sql(
                      PAGE_OF_SOURCES
                          + CONDITION
                          + "order by s.division_code desc, s.id desc"
                          + PAGE)
                  : jdbc.sql(PAGE_OF_SOURCES + CONDITION + "order by s.division_code, s.id" + PAGE);
          case NEWEST ->
              turned
                  ? jdbc.sql(PAGE_OF_SOURCES + CONDITION + "order by s.graded_at, s.id desc" + PAGE)
                  : jdbc.sql(
                      PAGE_OF_SOURCES + CONDITION + "order by s.graded_at desc, s.id" + PAGE);
        };
    return statement.params(parameters(filter)).param("offset", offset).param("limit", limit);
  }

  long count(SourceFilter filter) {
    return jdbc.sql("select count(*) from hazards.source s\n" + CONDITION)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  /** In which divisions the sources lie. */
  List<String> listDivisions(SourceFilter filter) {
    return jdbc.sql("select distinct s.division_code from hazards.source s\n" + CONDITION)
        .params(parameters(filter))
        .query(String.class)
        .list();
  }

  Optional<HazardSource> find(long id) {
    return jdbc.sql(
            COLUMNS
                + """
                from hazards.source s join enterprises.enterprise e on e.id = s.enterprise_id
                where s.id = ? and s.graded_at is not null
                """)
        .param(id)
        .query(SourceStore::source)
        .optional();
  }

  Optional<GeoPoint> findOwnPosition(long id) {
    return jdbc.sql(
            """
            select longitude_deg, latitude_deg from hazards.source where id = ? and longitude_deg is not null
            """)
        .param(id)
        .query(
            (row, number) ->
                new GeoPoint(row.getDouble("longitude_deg"), row.getDouble("latitude_deg")))
        .optional();
  }

  /** Where the sources lie, the worst first; those without a position are left out. */
  List<Sources.Point> listPoints(SourceFilter filter, int limit) {
    return jdbc.sql(
            """
            select s.id, e.name as enterprise_name, s.name, s.kind, s.level, s.pond_class,
              coalesce(s.longitude_deg, e.longitude_deg) as longitude_deg,
              coalesce(s.latitude_deg, e.latitude_deg) as latitude_deg
            from hazards.source s join enterprises.enterprise e on e.id = s.enterprise_id
            """
                + CONDITION
                + """
                and coalesce(s.longitude_deg, e.longitude_deg) is not null
                order by s.level, s.pond_class, s.r desc nulls last, s.id limit :limit
                """)
        .params(parameters(filter))
        .param("limit", limit)
        .query(SourceStore::point)
        .list();
  }

  /** By the first digits of the division code, by kind and level (0: not major). */
  List<Sources.Count> countBy(
      @Nullable DivisionCode division,
      int codeDigits,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int year) {
    SourceFilter filter =
        new SourceFilter(
            division, null, null, null, null, null, null, from, to, SourceFilter.Sort.WORST, false);
    return jdbc.sql(
            """
            select left(code, :digits) as code, kind, coalesce(level, 0) as level,
              sum(sources)::bigint as sources, sum(designated)::bigint as designated
            from (select s.division_code as code, s.kind, s.level, count(*) as sources,
                count(*) filter (where s.id in (select d.source_id from hazards.designation d
                  where d.year = :year and d.withdrawn_at is null)) as designated
              from hazards.source s
            """
                + CONDITION
                + " group by 1, 2, 3) as small group by 1, 2, 3 order by 1, 2, 3")
        .params(parameters(filter))
        .param("digits", codeDigits)
        .param("year", year)
        .query(Sources.Count.class)
        .list();
  }

  /** The sums of a whole city, whoever asks. */
  Sources.Whole countCity(DivisionCode city, int year) {
    return jdbc.sql("select sources, major, designated from hazards.sources_of_city(?, ?)")
        .params(city.value(), year)
        .query(Sources.Whole.class)
        .single();
  }

  /** The planner expects one near unit and would compare each with each; so in this transaction. */
  private void joinByHash() {
    jdbc.sql("select set_config('enable_nestloop', 'off', true)").query(String.class).single();
  }

  List<Sources.NearPair> listNear(BigDecimal s, BigDecimal withinM, long offset, int limit) {
    joinByHash();
    return jdbc.sql(
            NEAR
                + """
                select a.id as a_id, a.enterprise_name as a_enterprise, a.division_code as a_division, a.name as a_name,
                  a.s as a_s, b.id as b_id, b.enterprise_name as b_enterprise, b.division_code as b_division,
                  b.name as b_name, b.s as b_s, p.distance_m
                from pair p join near a on a.id = p.a_id join near b on b.id = p.b_id
                order by a.s + b.s desc, a.id, b.id offset :offset limit :limit
                """)
        .param("s", s)
        .param("within", withinM)
        .param("offset", offset)
        .param("limit", limit)
        .query(
            (row, number) -> {
              Double distance = row.getObject("distance_m", Double.class);
              return new Sources.NearPair(
                  near(row, "a_"), near(row, "b_"), distance == null ? null : Math.round(distance));
            })
        .list();
  }

  long countNear(BigDecimal s, BigDecimal withinM) {
    joinByHash();
    return jdbc.sql(NEAR + "select count(*) from pair")
        .param("s", s)
        .param("within", withinM)
        .query(Long.class)
        .single();
  }

  private static Sources.NearUnit near(ResultSet row, String side) throws SQLException {
    return new Sources.NearUnit(
        row.getLong(side + "id"),
        row.getString(side + "enterprise"),
        new DivisionCode(row.getString(side + "division")),
        row.getString(side + "name"),
        row.getBigDecimal(side + "s"));
  }

  private static Map<String, @Nullable Object> parameters(SourceFilter filter) {
    DivisionCode division = filter.division();
    SourceKind kind = filter.kind();
    HazardSource.State state = filter.state();
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("kind", kind == null ? null : kind.name());
    parameters.put("state", state == null ? null : state.name());
    Grade grade = filter.grade();
    parameters.put("major", grade == Grade.MAJOR ? true : null);
    parameters.put("level", numberOf(grade, "LEVEL_"));
    parameters.put("class", numberOf(grade, "CLASS_"));
    parameters.put("top", grade == Grade.TOP_POND ? true : null);
    parameters.put("designated", filter.designated());
    parameters.put("enterprise", filter.enterpriseId());
    parameters.put("text", filter.text());
    parameters.put("from", from == null ? null : startOf(from));
    parameters.put("until", to == null ? null : startOf(to.plusDays(1)));
    return parameters;
  }

  private static @Nullable Integer numberOf(@Nullable Grade grade, String prefix) {
    return grade != null && grade.name().startsWith(prefix)
        ? Integer.valueOf(grade.name().substring(prefix.length()))
        : null;
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }

  private static Sources.Point point(ResultSet row, int number) throws SQLException {
    return new Sources.Point(
        row.getLong("id"),
        row.getString("enterprise_name"),
        row.getString("name"),
        SourceKind.valueOf(row.getString("kind")),
        row.getObject("level", Integer.class),
        row.getObject("pond_class", Integer.class),
        row.getDouble("longitude_deg"),
        row.getDouble("latitude_deg"));
  }

  private static HazardSource source(ResultSet row, int number) throws SQLException {
    Double longitude = row.getObject("longitude_deg", Double.class);
    Double latitude = row.getObject("latitude_deg", Double.class);
    String unitKind = row.getString("unit_kind");
    return new HazardSource(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
        row.getString("name"),
        SourceKind.valueOf(row.getString("kind")),
        unitKind == null ? null : UnitKind.valueOf(unitKind),
        HazardSource.State.valueOf(row.getString("state")),
        row.getObject("level", Integer.class),
        row.getObject("pond_class", Integer.class),
        row.getObject("top_pond", Boolean.class),
        row.getString("edition"),
        row.getObject("graded_at", OffsetDateTime.class).toInstant(),
        row.getObject("designated_year", Integer.class));
  }
}
