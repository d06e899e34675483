package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads units and their results. */
@Repository
class UnitStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  UnitStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<HazardUnit> list(UnitFilter filter, long offset, int limit) {
    return jdbc.sql(
            """
            select u.id, u.enterprise_id, e.name as enterprise_name, e.division_code, e.longitude_deg, e.latitude_deg,
              u.name, u.kind, g.s, g.level, g.r, g.edition, g.graded_at
            from hazards.unit u
            join enterprises.enterprise e on e.id = u.enterprise_id
            join hazards.grading g on g.id = u.grading_id
            where (:division::text is null or shell.codes_in(:division) @> e.division_code)
              and (:major::boolean is null or g.major = :major)
              and (:level::int is null or g.level = :level)
              and (:kind::text is null or u.kind = :kind)
              and (:enterprise::bigint is null or u.enterprise_id = :enterprise)
              and (:text::text is null or position(:text in u.name) > 0 or position(:text in e.name) > 0)
            order by
              case when :sort = 'WORST' then g.level end nulls last,
              case when :sort = 'WORST' then g.r end desc,
              case when :sort = 'S' then g.s end desc,
              case when :sort = 'NAME' then e.name end,
              case when :sort = 'DIVISION' then e.division_code end,
              case when :sort = 'NEWEST' then g.graded_at end desc,
              u.id
            offset :offset limit :limit
            """)
        .params(parameters(filter))
        .param("sort", filter.sort().name())
        .param("offset", offset)
        .param("limit", limit)
        .query(UnitStore::unit)
        .list();
  }

  long count(UnitFilter filter) {
    return jdbc.sql(
            """
            select count(*)
            from hazards.unit u
            join enterprises.enterprise e on e.id = u.enterprise_id
            join hazards.grading g on g.id = u.grading_id
            where (:division::text is null or shell.codes_in(:division) @> e.division_code)
              and (:major::boolean is null or g.major = :major)
              and (:level::int is null or g.level = :level)
              and (:kind::text is null or u.kind = :kind)
              and (:enterprise::bigint is null or u.enterprise_id = :enterprise)
              and (:text::text is null or position(:text in u.name) > 0 or position(:text in e.name) > 0)
            """)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  /** Units by division of the given code length and by level; 0 stands for not major. */
  List<Units.Count> countBelow(@Nullable DivisionCode division, int codeLength) {
    return jdbc.sql(
            """
            select left(e.division_code, :length) as division_code, coalesce(g.level, 0) as level, count(*) as units
            from hazards.unit u
            join enterprises.enterprise e on e.id = u.enterprise_id
            join hazards.grading g on g.id = u.grading_id
            where (:division::text is null or shell.codes_in(:division) @> e.division_code)
            group by 1, 2 order by 1, 2
            """)
        .param("length", codeLength)
        .param("division", division == null ? null : division.value())
        .query(Units.Count.class)
        .list();
  }

  Optional<HazardUnit> find(long id) {
    return jdbc.sql(
            """
            select u.id, u.enterprise_id, e.name as enterprise_name, e.division_code, e.longitude_deg, e.latitude_deg,
              u.name, u.kind, g.s, g.level, g.r, g.edition, g.graded_at
            from hazards.unit u
            join enterprises.enterprise e on e.id = u.enterprise_id
            join hazards.grading g on g.id = u.grading_id
            where u.id = ?
            """)
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
    return parameters;
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
        json.readValue(row.getString("terms"), new TypeReference<List<Worksheet.Term>>() {}));
  }
}
