package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads judged units and their results. */
@Repository
class UnitStore {

  private static final String UNITS =
      """
      select u.id, u.enterprise_id, e.name as enterprise_name, u.division_code, e.longitude_deg, e.latitude_deg,
        u.name, u.unit_kind as kind, u.s, u.level, u.r, u.edition, u.graded_at
      from hazards.source u join enterprises.enterprise e on e.id = u.enterprise_id
      where u.grading_id is not null
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  UnitStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Worst first. */
  List<HazardUnit> listOf(long enterpriseId) {
    return jdbc.sql(UNITS + "and u.enterprise_id = ? order by u.level, u.r desc, u.id")
        .param(enterpriseId)
        .query(UnitStore::unit)
        .list();
  }

  Optional<HazardUnit> find(long id) {
    return jdbc.sql(UNITS + "and u.id = ?").param(id).query(UnitStore::unit).optional();
  }

  /** The standing result and those before it, newest first. */
  List<Worksheet> listWorksheets(long unitId) {
    return jdbc.sql("select * from hazards.grading where unit_id = ? order by id desc")
        .param(unitId)
        .query(this::worksheet)
        .list();
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
