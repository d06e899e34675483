package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds pairs of units that are near each other and near the limit. */
@Repository
class NearStore {

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

  private final JdbcClient jdbc;

  NearStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
}
