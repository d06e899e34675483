package io.zaikong.hazards;

import io.zaikong.calc.hazard.StatedChemical;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was declared and what the engine made of it, many rows a statement. */
@Repository
class DeclarationStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeclarationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A unit as it stands, with the inputs of its standing result; level 0: not major. */
  record Known(
      long id,
      long enterpriseId,
      String name,
      UnitKind kind,
      List<StatedChemical> chemicals,
      long inventoryId,
      int gradedPopulation,
      String edition,
      int level) {}

  /** A unit that gets a result, with a new inventory or its standing one. */
  record Graded(long unitId, long inventoryId, int exposedPopulation, Result result) {}

  /** What the engine computed, in the form that is stored. */
  record Result(
      String edition,
      BigDecimal s,
      boolean major,
      BigDecimal alpha,
      String alphaClause,
      BigDecimal r,
      int level,
      List<Worksheet.Term> terms) {}

  List<Declarations.Site> listSites(Collection<Long> enterpriseIds) {
    return jdbc.sql(
            """
            select enterprise_id, exposed_population, population_source from hazards.site
            where enterprise_id = any (?::bigint[])
            """)
        .param(enterpriseIds.toArray(Long[]::new))
        .query(Declarations.Site.class)
        .list();
  }

  List<Known> listUnits(Collection<Long> enterpriseIds) {
    return jdbc.sql(
            """
            select u.id, u.enterprise_id, u.name, u.unit_kind as kind, u.inventory_id, g.exposed_population, g.edition, u.level,
              (select json_agg(json_build_object('cas', coalesce(c.cas, ''), 'name', coalesce(c.name, ''),
                 'categories', c.categories, 'quantityT', c.q_t::text) order by c.position)
               from hazards.chemical c where c.inventory_id = u.inventory_id) as chemicals
            from hazards.source u join hazards.grading g on g.id = u.grading_id
            where u.enterprise_id = any (?::bigint[])
            """)
        .param(enterpriseIds.toArray(Long[]::new))
        .query(this::known)
        .list();
  }

  void saveSites(Map<Long, SiteDeclaration> sites, Instant at) {
    List<Map.Entry<Long, SiteDeclaration>> rows = List.copyOf(sites.entrySet());
    jdbc.sql(
            """
            insert into hazards.site (enterprise_id, exposed_population, population_source, declared_at)
            select enterprise_id, population, source, :at
            from unnest(:enterprises::bigint[], :populations::int[], :sources::text[])
              as s (enterprise_id, population, source)
            on conflict (enterprise_id) do update set exposed_population = excluded.exposed_population,
              population_source = excluded.population_source, declared_at = excluded.declared_at
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("enterprises", column(rows, Map.Entry::getKey, Long[]::new))
        .param("populations", column(rows, r -> r.getValue().exposedPopulation(), Integer[]::new))
        .param("sources", column(rows, r -> r.getValue().populationSource(), String[]::new))
        .update();
  }

  /** A new unit's place. */
  record NewUnit(long enterpriseId, String name, UnitKind kind) {}

  Map<NewUnit, Long> insertUnits(List<NewUnit> units) {
    Map<NewUnit, Long> ids = new HashMap<>();
    jdbc.sql(
            """
            insert into hazards.source (enterprise_id, division_code, name, kind, unit_kind)
            select e.id, e.division_code, n.name, 'HAZCHEM_UNIT', n.kind
            from unnest(:enterprises::bigint[], :names::text[], :kinds::text[]) as n (enterprise_id, name, kind)
            join enterprises.enterprise e on e.id = n.enterprise_id for key share of e
            returning id, enterprise_id, name, unit_kind as kind
            """)
        .param("enterprises", column(units, NewUnit::enterpriseId, Long[]::new))
        .param("names", column(units, NewUnit::name, String[]::new))
        .param("kinds", column(units, u -> u.kind().name(), String[]::new))
        .query(
            (row, number) ->
                ids.put(
                    new NewUnit(
                        row.getLong("enterprise_id"),
                        row.getString("name"),
                        UnitKind.valueOf(row.getString("kind"))),
                    row.getLong("id")))
        .list();
    return ids;
  }

  void updateKinds(Map<Long, UnitKind> kinds) {
    List<Map.Entry<Long, UnitKind>> rows = List.copyOf(kinds.entrySet());
    jdbc.sql(
            """
            update hazards.source u set unit_kind = k.kind
            from unnest(:ids::bigint[], :kinds::text[]) as k (id, kind) where u.id = k.id
            """)
        .param("ids", column(rows, Map.Entry::getKey, Long[]::new))
        .param("kinds", column(rows, r -> r.getValue().name(), String[]::new))
        .update();
  }

  /** New inventories by unit id. */
  Map<Long, Long> insertInventories(
      Map<Long, List<StatedChemical>> inventories, String by, Instant at) {
    Map<Long, Long> ids = new HashMap<>();
    jdbc.sql(
            """
            insert into hazards.inventory (unit_id, declared_at, declared_by)
            select unit_id, :at, :by from unnest(:units::bigint[]) as unit_id returning id, unit_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("units", inventories.keySet().toArray(Long[]::new))
        .query((row, number) -> ids.put(row.getLong("unit_id"), row.getLong("id")))
        .list();
    insertChemicals(inventories, ids);
    return ids;
  }

  private void insertChemicals(
      Map<Long, List<StatedChemical>> inventories, Map<Long, Long> inventoryIds) {
    List<Long> inventory = new ArrayList<>();
    List<Integer> position = new ArrayList<>();
    List<StatedChemical> chemicals = new ArrayList<>();
    inventories.forEach(
        (unit, list) -> {
          for (int i = 0; i < list.size(); i++) {
            inventory.add(inventoryIds.getOrDefault(unit, 0L));
            position.add(i);
            chemicals.add(list.get(i));
          }
        });
    jdbc.sql(
            """
            insert into hazards.chemical (inventory_id, position, cas, name, categories, q_t)
            select inventory_id, position, nullif(cas, ''), nullif(name, ''),
              string_to_array(categories, ' '), q_t
            from (select inventory_id, position, cas, name, categories, q_t
              from unnest(:inventories::bigint[], :positions::int[], :cas::text[], :names::text[],
                          :categories::text[], :quantities::numeric[])
                as c (inventory_id, position, cas, name, categories, q_t)) as c
            """)
        .param("inventories", inventory.toArray(Long[]::new))
        .param("positions", position.toArray(Integer[]::new))
        .param("cas", column(chemicals, StatedChemical::cas, String[]::new))
        .param("names", column(chemicals, StatedChemical::name, String[]::new))
        .param(
            "categories", column(chemicals, c -> String.join(" ", c.categories()), String[]::new))
        .param("quantities", column(chemicals, StatedChemical::quantityT, String[]::new))
        .update();
  }

  /** Adds the results and makes them the standing ones. */
  void insertGradings(List<Graded> graded, Instant at) {
    jdbc.sql(
            """
            with result as (
              insert into hazards.grading (unit_id, inventory_id, exposed_population, edition, graded_at, s, major,
                alpha, alpha_clause, r, level, terms)
              select unit_id, inventory_id, population, edition, :at, s, major, alpha, alpha_clause, r,
                nullif(level, 0), terms
              from unnest(:units::bigint[], :inventories::bigint[], :populations::int[], :editions::text[],
                :s::numeric[], :majors::boolean[], :alphas::numeric[], :alpha_clauses::text[], :r::numeric[],
                :levels::int[], :terms::jsonb[])
                as g (unit_id, inventory_id, population, edition, s, major, alpha, alpha_clause, r, level, terms)
              returning id, unit_id, inventory_id)
            update hazards.source u set grading_id = result.id, inventory_id = result.inventory_id
            from result where u.id = result.unit_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("units", column(graded, Graded::unitId, Long[]::new))
        .param("inventories", column(graded, Graded::inventoryId, Long[]::new))
        .param("populations", column(graded, Graded::exposedPopulation, Integer[]::new))
        .param("editions", column(graded, g -> g.result().edition(), String[]::new))
        .param("s", column(graded, g -> g.result().s().toPlainString(), String[]::new))
        .param("majors", column(graded, g -> g.result().major(), Boolean[]::new))
        .param("alphas", column(graded, g -> g.result().alpha().toPlainString(), String[]::new))
        .param("alpha_clauses", column(graded, g -> g.result().alphaClause(), String[]::new))
        .param("r", column(graded, g -> g.result().r().toPlainString(), String[]::new))
        .param("levels", column(graded, g -> g.result().level(), Integer[]::new))
        .param(
            "terms",
            column(graded, g -> json.writeValueAsString(g.result().terms()), String[]::new))
        .update();
  }

  private static <R, V> V[] column(
      List<R> rows, Function<R, V> value, java.util.function.IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private Known known(ResultSet row, int number) throws SQLException {
    return new Known(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind")),
        List.of(json.readValue(row.getString("chemicals"), StatedChemical[].class)),
        row.getLong("inventory_id"),
        row.getInt("exposed_population"),
        row.getString("edition"),
        row.getInt("level"));
  }
}
