package io.zaikong.hazards;

import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads the units that a ruling is about, with the inputs and terms of their standing results. */
@Repository
class RegradingStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RegradingStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A unit as it stands. */
  record Standing(
      long id,
      long enterpriseId,
      DivisionCode division,
      String name,
      long inventoryId,
      int exposedPopulation,
      BigDecimal r,
      @Nullable Integer level,
      List<Worksheet.Term> terms,
      List<StatedChemical> chemicals) {}

  /** Units whose standing result rests on a row of the standard, such as 4.1.2 表1第12项. */
  List<Long> listUnitsBy(String basis) {
    return jdbc.sql(
            """
            select u.id from hazards.source u join hazards.grading g on g.id = u.grading_id
            where g.terms @> jsonb_build_array(jsonb_build_object('basis', ?::text)) order by u.id
            """)
        .param(basis)
        .query(Long.class)
        .list();
  }

  /** Locks the units, so that no declaration changes them meanwhile. */
  List<Standing> listForRegrading(Collection<Long> unitIds) {
    return jdbc.sql(
            """
            select u.id, u.enterprise_id, u.division_code, u.name, u.inventory_id, g.exposed_population, g.r,
              g.level, g.terms,
              (select json_agg(json_build_object('cas', coalesce(c.cas, ''), 'name', coalesce(c.name, ''),
                 'categories', c.categories, 'quantityT', c.q_t::text) order by c.position)
               from hazards.chemical c where c.inventory_id = u.inventory_id) as chemicals
            from hazards.source u
            join hazards.grading g on g.id = u.grading_id
            where u.id = any (?::bigint[]) order by u.id for update of u
            """)
        .param(unitIds.toArray(Long[]::new))
        .query(this::standing)
        .list();
  }

  private Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        new DivisionCode(row.getString("division_code")),
        row.getString("name"),
        row.getLong("inventory_id"),
        row.getInt("exposed_population"),
        row.getBigDecimal("r"),
        row.getObject("level", Integer.class),
        List.of(json.readValue(row.getString("terms"), Worksheet.Term[].class)),
        List.of(json.readValue(row.getString("chemicals"), StatedChemical[].class)));
  }
}
