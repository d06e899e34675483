package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.shell.Words;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads units and their results. */
@Repository
class UnitStore {

  private static final String COLUMNS =
      """
      select u.id, u.enterprise_id, e.name as enterprise_name, u.division_code, e.longitude_deg, e.latitude_deg,
        u.name, u.unit_kind as kind, u.s, u.level, u.r, u.edition, u.graded_at
      """;

  private static final String UNITS =
      COLUMNS + "from hazards.source u join enterprises.enterprise e on e.id = u.enterprise_id\n";

  /**
   * A page's units by id first, so that neither the enterprise nor the other columns of those
   * before the page are read and sorted.
   */
  private static final String PAGE_OF_UNITS =
      COLUMNS + "from unnest(array(select u.id from hazards.source u\n";

  private static final String PAGE_BY_ENTERPRISE =
      PAGE_OF_UNITS + "join enterprises.enterprise e on e.id = u.enterprise_id\n";

  private static final String PAGE =
      """
       offset :offset limit :limit)) with ordinality as page (id, place)
      join hazards.source u on u.id = page.id join enterprises.enterprise e on e.id = u.enterprise_id
      order by page.place
      """;

  /** The one condition of the list, its count and its export. */
  private static final String CONDITION =
      """
      where u.grading_id is not null
        and (:division::text is null or u.division_code <@ (select shell.codes_in(:division)))
        and (:major::boolean is null or (u.level is not null) = :major)
        and (:level::int is null or u.level = :level)
        and (:kind::text is null or u.unit_kind = :kind)
        and (:enterprise::bigint is null or u.enterprise_id = :enterprise)
        and (:from::timestamptz is null or u.graded_at >= :from)
        and (:until::timestamptz is null or u.graded_at < :until)
        and (:text::text is null or position(:text in u.name) > 0
          or u.enterprise_id in (select f.id from enterprises.enterprise f where position(:text in f.name) > 0))
      """;

  private static final int ROWS_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  UnitStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<HazardUnit> list(UnitFilter filter, long offset, int limit) {
    return page(filter, offset, limit).query(UnitStore::unit).list();
  }

  /** As {@link #list}, some rows at a time through a cursor; returns how many there were. */
  int forEach(UnitFilter filter, int limit, Consumer<HazardUnit> each) {
    int rows = 0;
    try (Stream<HazardUnit> units =
        page(filter, 0, limit).withFetchSize(ROWS_AT_ONCE).query(UnitStore::unit).stream()) {
      for (Iterator<HazardUnit> unit = units.iterator(); unit.hasNext(); rows++) {
        each.accept(unit.next());
      }
    }
    return rows;
  }

  /** One order a statement, so that an index can serve it. */
  private StatementSpec page(UnitFilter filter, long offset, int limit) {
    boolean turned = filter.reversed();
    StatementSpec statement =
        switch (filter.sort()) {
          case WORST ->
              turned
                  ? jdbc.sql(
                      PAGE_OF_UNITS + CONDITION + "order by u.level desc, u.r, u.id desc" + PAGE)
                  : jdbc.sql(PAGE_OF_UNITS + CONDITION + "order by u.level, u.r desc, u.id" + PAGE);
          case S ->
              turned
                  ? jdbc.sql(PAGE_OF_UNITS + CONDITION + "order by u.s, u.id desc" + PAGE)
                  : jdbc.sql(PAGE_OF_UNITS + CONDITION + "order by u.s desc, u.id" + PAGE);
          case NAME ->
              turned
                  ? jdbc.sql(
                      PAGE_BY_ENTERPRISE + CONDITION + "order by e.name desc, u.id desc" + PAGE)
                  : jdbc.sql(PAGE_BY_ENTERPRISE + CONDITION + "order by e.name, u.id" + PAGE);
          case DIVISION ->
              turned
                  ? jdbc.sql(
                      PAGE_OF_UNITS + CONDITION + "order by u.division_code desc, u.id desc" + PAGE)
                  : jdbc.sql(PAGE_OF_UNITS + CONDITION + "order by u.division_code, u.id" + PAGE);
          case NEWEST ->
              turned
                  ? jdbc.sql(PAGE_OF_UNITS + CONDITION + "order by u.graded_at, u.id desc" + PAGE)
                  : jdbc.sql(PAGE_OF_UNITS + CONDITION + "order by u.graded_at desc, u.id" + PAGE);
        };
    return statement.params(parameters(filter)).param("offset", offset).param("limit", limit);
  }

  long count(UnitFilter filter) {
    return jdbc.sql("select count(*) from hazards.source u\n" + CONDITION)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  /** In which divisions the units lie. */
  List<String> listDivisions(UnitFilter filter) {
    return jdbc.sql("select distinct u.division_code from hazards.source u\n" + CONDITION)
        .params(parameters(filter))
        .query(String.class)
        .list();
  }

  Optional<HazardUnit> find(long id) {
    return jdbc.sql(UNITS + "where u.id = ? and u.grading_id is not null")
        .param(id)
        .query(UnitStore::unit)
        .optional();
  }

  /** The standing result and those before it, newest first. */
  List<Worksheet> listWorksheets(long unitId) {
    return jdbc.sql("select * from hazards.grading where unit_id = ? order by id desc")
        .param(unitId)
        .query(this::worksheet)
        .list();
  }

  private static Map<String, @Nullable Object> parameters(UnitFilter filter) {
    DivisionCode division = filter.division();
    UnitKind kind = filter.kind();
    UnitFilter.Grade grade = filter.grade();
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    Integer level =
        grade != null && grade.name().startsWith("LEVEL_")
            ? Integer.valueOf(grade.name().substring(6))
            : null;
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("major", grade == null ? null : grade != UnitFilter.Grade.NOT_MAJOR);
    parameters.put("level", level);
    parameters.put("kind", kind == null ? null : kind.name());
    parameters.put("enterprise", filter.enterpriseId());
    parameters.put("text", filter.text());
    parameters.put("from", from == null ? null : startOf(from));
    parameters.put("until", to == null ? null : startOf(to.plusDays(1)));
    return parameters;
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }

  private static HazardUnit unit(ResultSet row, int number) throws SQLException {
    Double longitude = row.getObject("longitude_deg", Double.class);
    Double latitude = row.getObject("latitude_deg", Double.class);
    return new HazardUnit(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind")),
        row.getBigDecimal("s"),
        row.getObject("level", Integer.class),
        row.getBigDecimal("r"),
        row.getString("edition"),
        row.getObject("graded_at", OffsetDateTime.class).toInstant());
  }

  private Worksheet worksheet(ResultSet row, int number) throws SQLException {
    return new Worksheet(
        row.getLong("id"),
        row.getLong("unit_id"),
        row.getString("edition"),
        row.getObject("graded_at", OffsetDateTime.class).toInstant(),
        row.getInt("exposed_population"),
        row.getBigDecimal("s"),
        row.getBoolean("major"),
        row.getBigDecimal("alpha"),
        row.getString("alpha_clause"),
        row.getBigDecimal("r"),
        row.getObject("level", Integer.class),
        json.readValue(row.getString("terms"), new TypeReference<List<Worksheet.Term>>() {}),
        json.readValue(row.getString("outside"), new TypeReference<List<Worksheet.Outside>>() {}));
  }
}
