package io.zaikong.hazards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was declared and what the engine made of it, many rows a statement. */
@Repository
class DeclarationStore {

  private static final String KNOWN =
      """
      select u.id, u.enterprise_id, u.name, u.unit_kind as kind, u.state, u.inventory_id, u.level, u.grading_id,
        hazards.chemicals_of(v.id) as chemicals, v.temperature_c, v.gauge_pressure_mpa, v.process,
        coalesce(g.exposed_population, i.exposed_population) as exposed_population,
        coalesce(g.edition, i.edition) as edition
      from hazards.source u join hazards.inventory v on v.id = u.inventory_id
      left join hazards.grading g on g.id = u.grading_id
      left join hazards.incomplete i on i.id = u.incomplete_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeclarationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A unit as it stands, with the inputs of its standing judgement.
   *
   * @param level of the standing result; null when it has none or is not major
   * @param graded whether it has a standing result
   * @param removed whether it stands no longer
   */
  record Known(
      long id,
      long enterpriseId,
      SiteDeclaration.Unit unit,
      long inventoryId,
      int judgedPopulation,
      String edition,
      boolean graded,
      @Nullable Integer level,
      boolean removed) {}

  List<Declarations.Site> listSites(Collection<Long> enterpriseIds) {
    return jdbc.sql(
            """
            select enterprise_id, exposed_population, population_source, population_counted_on from hazards.site
            where enterprise_id = any (?::bigint[])
            """)
        .param(enterpriseIds.toArray(Long[]::new))
        .query(Declarations.Site.class)
        .list();
  }

  List<Known> listUnits(Collection<Long> enterpriseIds) {
    return jdbc.sql(
            KNOWN + "where u.enterprise_id = any (?::bigint[]) order by u.id for update of u")
        .param(enterpriseIds.toArray(Long[]::new))
        .query(this::known)
        .list();
  }

  /** As {@link #listUnits}, for who only reads. */
  List<Known> listStanding(Collection<Long> enterpriseIds) {
    return jdbc.sql(KNOWN + "where u.enterprise_id = any (?::bigint[]) order by u.id")
        .param(enterpriseIds.toArray(Long[]::new))
        .query(this::known)
        .list();
  }

  Optional<Known> find(long unitId) {
    return jdbc.sql(KNOWN + "where u.id = ?").param(unitId).query(this::known).optional();
  }

  void saveSites(Map<Long, SiteDeclaration> sites, Instant at) {
    List<Map.Entry<Long, SiteDeclaration>> rows = List.copyOf(sites.entrySet());
    jdbc.sql(
            """
            insert into hazards.site (enterprise_id, exposed_population, population_source, population_counted_on, declared_at)
            select enterprise_id, population, source, counted_on, :at
            from unnest(:enterprises::bigint[], :populations::int[], :sources::text[], :days::date[])
              as s (enterprise_id, population, source, counted_on)
            on conflict (enterprise_id) do update set exposed_population = excluded.exposed_population,
              population_source = excluded.population_source,
              population_counted_on = excluded.population_counted_on, declared_at = excluded.declared_at
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("enterprises", column(rows, Map.Entry::getKey, Long[]::new))
        .param("populations", column(rows, r -> r.getValue().exposedPopulation(), Integer[]::new))
        .param("sources", column(rows, r -> r.getValue().populationSource(), String[]::new))
        .param(
            "days",
            rows.stream()
                .map(r -> r.getValue().populationCountedOn())
                .map(day -> day == null ? null : day.toString())
                .toArray(String[]::new))
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
  Map<Long, Long> insertInventories(Map<Long, SiteDeclaration.Unit> units, String by, Instant at) {
    Map<Long, Long> ids = new HashMap<>();
    List<Map.Entry<Long, SiteDeclaration.Unit>> rows = List.copyOf(units.entrySet());
    jdbc.sql(
            """
            insert into hazards.inventory (unit_id, declared_at, declared_by, temperature_c, gauge_pressure_mpa, process)
            select unit_id, :at, :by, temperature, pressure, process
            from unnest(:units::bigint[], :temperatures::text[], :pressures::text[], :processes::text[])
              as v (unit_id, temperature, pressure, process)
            returning id, unit_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("units", column(rows, Map.Entry::getKey, Long[]::new))
        .param(
            "temperatures", column(rows, r -> r.getValue().defaults().temperature(), String[]::new))
        .param("pressures", column(rows, r -> r.getValue().defaults().pressure(), String[]::new))
        .param("processes", column(rows, r -> r.getValue().defaults().process(), String[]::new))
        .query((row, number) -> ids.put(row.getLong("unit_id"), row.getLong("id")))
        .list();
    insertChemicals(units, ids);
    return ids;
  }

  /** A chemical's place in its inventory. */
  private record Placed(long inventoryId, int position, DeclaredChemical chemical) {}

  private void insertChemicals(
      Map<Long, SiteDeclaration.Unit> units, Map<Long, Long> inventoryIds) {
    List<Placed> rows = new ArrayList<>();
    units.forEach(
        (id, unit) -> {
          for (int i = 0; i < unit.chemicals().size(); i++) {
            rows.add(new Placed(inventoryIds.getOrDefault(id, 0L), i, unit.chemicals().get(i)));
          }
        });
    jdbc.sql(
            """
            insert into hazards.chemical (inventory_id, position, cas, name, categories, q_t, container, temperature_c,
              gauge_pressure_mpa, process, note, category_reason)
            select inventory_id, position, nullif(cas, ''), nullif(name, ''), string_to_array(categories, ' '), q_t,
              container, temperature, pressure, process, note, reason
            from unnest(:inventories::bigint[], :positions::int[], :cas::text[], :names::text[], :categories::text[],
                :quantities::numeric[], :containers::text[], :temperatures::text[], :pressures::text[],
                :processes::text[], :notes::text[], :reasons::text[])
              as c (inventory_id, position, cas, name, categories, q_t, container, temperature, pressure, process,
                note, reason)
            """)
        .param("inventories", column(rows, Placed::inventoryId, Long[]::new))
        .param("positions", column(rows, Placed::position, Integer[]::new))
        .param("cas", column(rows, r -> r.chemical.stated().cas(), String[]::new))
        .param("names", column(rows, r -> r.chemical.stated().name(), String[]::new))
        .param(
            "categories",
            column(rows, r -> String.join(" ", r.chemical.stated().categories()), String[]::new))
        .param("quantities", column(rows, r -> r.chemical.stated().quantityT(), String[]::new))
        .param("containers", column(rows, r -> r.chemical.handling().container(), String[]::new))
        .param(
            "temperatures", column(rows, r -> r.chemical.handling().temperature(), String[]::new))
        .param("pressures", column(rows, r -> r.chemical.handling().pressure(), String[]::new))
        .param("processes", column(rows, r -> r.chemical.handling().process(), String[]::new))
        .param("notes", column(rows, r -> r.chemical.handling().note(), String[]::new))
        .param("reasons", column(rows, r -> r.chemical.categoryReason(), String[]::new))
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
        unit(row, json),
        row.getLong("inventory_id"),
        row.getInt("exposed_population"),
        row.getString("edition"),
        row.getObject("grading_id") != null,
        row.getObject("level", Integer.class),
        row.getString("state").equals("REMOVED"));
  }

  List<Declarations.RemovedUnit> listRemoved(Collection<Long> enterpriseIds) {
    return jdbc.sql(
            """
            select enterprise_id, name from hazards.source
            where enterprise_id = any (?::bigint[]) and kind = 'HAZCHEM_UNIT' and state = 'REMOVED'
            """)
        .param(enterpriseIds.toArray(Long[]::new))
        .query(Declarations.RemovedUnit.class)
        .list();
  }

  /** The unit of a row that has its name, kind and what its inventory holds. */
  static SiteDeclaration.Unit unit(ResultSet row, JsonMapper json) throws SQLException {
    return new SiteDeclaration.Unit(
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind")),
        Handling.ofUnit(
            row.getString("temperature_c"),
            row.getString("gauge_pressure_mpa"),
            row.getString("process")),
        List.of(json.readValue(row.getString("chemicals"), DeclaredChemical[].class)));
  }
}
