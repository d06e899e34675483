package io.zaikong.hazards;

import io.zaikong.hazards.HazardSource.Lacking;
import io.zaikong.hazards.SourceFacts.Excess;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes sources of the rows that {@link SourceStore} reads. */
final class SourceRows {

  private final JsonMapper json;

  SourceRows(JsonMapper json) {
    this.json = json;
  }

  static Sources.Point point(ResultSet row, int number) throws SQLException {
    return new Sources.Point(
        row.getLong("id"),
        row.getString("enterprise_name"),
        row.getString("name"),
        SourceKind.valueOf(row.getString("kind")),
        row.getObject("level", Integer.class),
        row.getObject("pond_class", Integer.class),
        row.getBoolean("incomplete"),
        excesses(row),
        row.getDouble("longitude_deg"),
        row.getDouble("latitude_deg"));
  }

  private static List<Excess> excesses(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("excesses").getArray()).map(Excess::valueOf).toList();
  }

  HazardSource source(ResultSet row, int number) throws SQLException {
    Double longitude = row.getObject("longitude_deg", Double.class);
    Double latitude = row.getObject("latitude_deg", Double.class);
    String unitKind = row.getString("unit_kind");
    String missing = row.getString("missing");
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
        row.getBigDecimal("s"),
        row.getBigDecimal("r"),
        row.getObject("level", Integer.class),
        row.getObject("pond_class", Integer.class),
        row.getObject("top_pond", Boolean.class),
        row.getString("edition"),
        row.getObject("graded_at", OffsetDateTime.class).toInstant(),
        missing == null ? List.of() : List.of(json.readValue(missing, Lacking[].class)),
        excesses(row),
        row.getObject("designated_year", Integer.class));
  }
}
