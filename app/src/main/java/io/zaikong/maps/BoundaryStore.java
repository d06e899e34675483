package io.zaikong.maps;

import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BoundaryStore {

  private final JdbcClient jdbc;

  BoundaryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the map draws of a division: coordinates of a GeoJSON MultiPolygon. */
  record Shape(DivisionCode division, String coordinates) {}

  /** The latest of each division, those that were removed left out. */
  List<Boundary> list(long offset, int limit) {
    return jdbc.sql(
            """
            select division_code, positions, file_name, set_by, set_at from (
              select distinct on (division_code) * from maps.boundary order by division_code, id desc) as b
            where area is not null order by division_code offset ? limit ?
            """)
        .params(offset, limit)
        .query(
            (row, number) ->
                new Boundary(
                    new DivisionCode(row.getString("division_code")),
                    row.getInt("positions"),
                    row.getString("file_name"),
                    row.getString("set_by"),
                    row.getObject("set_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  long count() {
    return jdbc.sql(
            """
            select count(*) from (
              select distinct on (division_code) area is not null as stands from maps.boundary
              order by division_code, id desc) as b
            where stands
            """)
        .query(Long.class)
        .single();
  }

  /** Villages that lie in the box or reach into it. */
  List<Shape> listVillages(Box box) {
    return jdbc.sql(
            """
            select division_code, shown from (
              select distinct on (division_code) * from maps.boundary
              where length(division_code) = 12 order by division_code, id desc) as b
            where shown is not null and west_deg <= :east and east_deg >= :west
              and south_deg <= :north and north_deg >= :south
            order by division_code
            """)
        .param("west", box.westDeg())
        .param("south", box.southDeg())
        .param("east", box.eastDeg())
        .param("north", box.northDeg())
        .query(BoundaryStore::shape)
        .list();
  }

  /** Those whose codes have so many digits: 6 districts and the city, 9 townships. */
  List<Shape> listShapes(int digits) {
    return jdbc.sql(
            """
            select division_code, shown from (
              select distinct on (division_code) division_code, shown from maps.boundary
              where length(division_code) = ? order by division_code, id desc) as b
            where shown is not null order by division_code
            """)
        .param(digits)
        .query(BoundaryStore::shape)
        .list();
  }

  Optional<byte[]> findArea(DivisionCode division) {
    return jdbc.sql(
            "select area from maps.boundary where division_code = ? order by id desc limit 1")
        .param(division.value())
        .query((row, number) -> Optional.ofNullable(row.getBytes("area")))
        .optional()
        .flatMap(area -> area);
  }

  /** Grows with every import and removal; 0 before the first. */
  long version() {
    return jdbc.sql("select coalesce(max(id), 0) from maps.boundary").query(Long.class).single();
  }

  void insert(Boundary boundary, byte[] area, String shown, Box box) {
    jdbc.sql(
            """
            insert into maps.boundary (division_code, area, shown, positions, file_name, set_by, set_at,
              west_deg, south_deg, east_deg, north_deg)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            boundary.division().value(),
            area,
            shown,
            boundary.positions(),
            boundary.fileName(),
            boundary.setBy(),
            boundary.setAt().atOffset(ZoneOffset.UTC),
            box.westDeg(),
            box.southDeg(),
            box.eastDeg(),
            box.northDeg())
        .update();
  }

  void insertRemoval(DivisionCode division, String by, Instant at) {
    jdbc.sql(
            """
            insert into maps.boundary (division_code, positions, file_name, set_by, set_at) values (?, 0, '', ?, ?)
            """)
        .params(division.value(), by, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Shape shape(ResultSet row, int number) throws SQLException {
    return new Shape(new DivisionCode(row.getString("division_code")), row.getString("shown"));
  }
}
