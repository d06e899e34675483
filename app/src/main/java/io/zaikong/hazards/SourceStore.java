package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads sources of every kind. */
@Repository
class SourceStore {

  private static final String COLUMNS =
      """
      select s.id, s.enterprise_id, e.name as enterprise_name, s.division_code,
        coalesce(s.longitude_deg, e.longitude_deg) as longitude_deg,
        coalesce(s.latitude_deg, e.latitude_deg) as latitude_deg,
        s.name, s.kind, s.unit_kind, case when s.incomplete_id is not null and s.state = 'IN_USE' then 'INCOMPLETE' else s.state end as state,
        s.s, s.r, s.level, s.pond_class, s.top_pond, s.excesses, s.edition, s.graded_at,
        case when s.incomplete_id is not null then (
          select jsonb_agg(jsonb_build_object('cas', m -> 'cas', 'name', m -> 'name', 'gaps', m -> 'gaps'))
          from hazards.incomplete i cross join jsonb_array_elements(i.missing) m where i.id = s.incomplete_id)
        end as missing,
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
        and (:unit_kind::text is null or s.unit_kind = :unit_kind)
        and (:state::text is null and s.state <> 'REMOVED'
          or :state = case when s.incomplete_id is not null and s.state = 'IN_USE' then 'INCOMPLETE' else s.state end)
        and (:major::boolean is null or (s.level is not null) = :major)
        and (:judged::boolean is null or (s.grading_id is not null) = :judged)
        and (:incomplete::boolean is null or (s.incomplete_id is not null) = :incomplete)
        and (:level::int is null or s.level = :level)
        and (:class::int is null or s.pond_class = :class)
        and (:top::boolean is null or s.top_pond = :top)
        and (:over::boolean is null or (s.excesses <> '{}') = :over)
        and (:designated::int is null or exists (select from hazards.designation d
          where d.source_id = s.id and d.year = :designated and d.withdrawn_at is null))
        and (:enterprise::bigint is null or s.enterprise_id = :enterprise)
        and (:from::timestamptz is null or s.graded_at >= :from)
        and (:until::timestamptz is null or s.graded_at < :until)
        and (:text::text is null or position(:text in s.name) > 0
          or s.enterprise_id in (select f.id from enterprises.enterprise f where position(:text in f.name) > 0))
      """;

  private static final int ROWS_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final SourceRows read;

  SourceStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.read = new SourceRows(json);
  }

  List<HazardSource> list(SourceFilter filter, long offset, int limit) {
    return page(filter, offset, limit).query(read::source).list();
  }

  /** As {@link #list}, some rows at a time through a cursor; returns how many there were. */
  int forEach(SourceFilter filter, int limit, Consumer<HazardSource> each) {
    int rows = 0;
    try (Stream<HazardSource> sources =
        page(filter, 0, limit).withFetchSize(ROWS_AT_ONCE).query(read::source).stream()) {
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
                          + "order by s.level desc, s.pond_class desc, s.incomplete_id desc, s.r"
                          + " nulls first, s.id desc"
                          + PAGE)
                  : jdbc.sql(
                      PAGE_OF_SOURCES
                          + CONDITION
                          + "order by s.level, s.pond_class, s.incomplete_id, s.r desc nulls last,"
                          + " s.id"
                          + PAGE);
          case S ->
              turned
                  ? jdbc.sql(
                      PAGE_OF_SOURCES + CONDITION + "order by s.s nulls first, s.id desc" + PAGE)
                  : jdbc.sql(
                      PAGE_OF_SOURCES + CONDITION + "order by s.s desc nulls last, s.id" + PAGE);
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
    return statement.params(filter.parameters()).param("offset", offset).param("limit", limit);
  }

  long count(SourceFilter filter) {
    return jdbc.sql("select count(*) from hazards.source s\n" + CONDITION)
        .params(filter.parameters())
        .query(Long.class)
        .single();
  }

  /** In which divisions the sources lie. */
  List<String> listDivisions(SourceFilter filter) {
    return jdbc.sql("select distinct s.division_code from hazards.source s\n" + CONDITION)
        .params(filter.parameters())
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
        .query(read::source)
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
              s.incomplete_id is not null as incomplete, s.excesses,
              coalesce(s.longitude_deg, e.longitude_deg) as longitude_deg,
              coalesce(s.latitude_deg, e.latitude_deg) as latitude_deg
            from hazards.source s join enterprises.enterprise e on e.id = s.enterprise_id
            """
                + CONDITION
                + """
                and coalesce(s.longitude_deg, e.longitude_deg) is not null
                order by s.level, s.pond_class, s.incomplete_id, s.r desc nulls last, s.id limit :limit
                """)
        .params(filter.parameters())
        .param("limit", limit)
        .query(SourceRows::point)
        .list();
  }

  /** By the first digits of the division code, by kind and level (0: not major). */
  List<Sources.Count> countBy(
      @Nullable DivisionCode division,
      int codeDigits,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int year) {
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
        .params(SourceFilter.within(division, from, to).parameters())
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
}
