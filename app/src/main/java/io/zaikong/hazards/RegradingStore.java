package io.zaikong.hazards;

import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Regradings with their progress, and the units that they are about. */
@Repository
class RegradingStore {

  private static final String STANDING =
      """
      select u.id, u.enterprise_id, u.division_code, u.name, u.unit_kind as kind, u.inventory_id, u.grading_id,
        hazards.chemicals_of(v.id) as chemicals, v.temperature_c, v.gauge_pressure_mpa, v.process,
        e.name as enterprise_name, coalesce(t.exposed_population, g.exposed_population, i.exposed_population) as exposed_population,
        coalesce(g.edition, i.edition) as edition, g.r, g.level, coalesce(g.terms, '[]') as terms, coalesce(g.outside, '[]') as outside,
        coalesce(i.missing, '[]') as missing
      from hazards.source u join hazards.inventory v on v.id = u.inventory_id
      join enterprises.enterprise e on e.id = u.enterprise_id
      left join hazards.site t on t.enterprise_id = u.enterprise_id
      left join hazards.grading g on g.id = u.grading_id
      left join hazards.incomplete i on i.id = u.incomplete_id
      where u.id = any (?::bigint[]) and u.state <> 'REMOVED' order by u.id for update of u
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RegradingStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A unit as it stands.
   *
   * @param exposedPopulation of its plant today
   * @param terms of the standing result; {@code missing} what keeps it from having one
   */
  record Standing(
      long id,
      long enterpriseId,
      String enterpriseName,
      DivisionCode division,
      SiteDeclaration.Unit unit,
      long inventoryId,
      int exposedPopulation,
      String edition,
      boolean graded,
      @Nullable BigDecimal r,
      @Nullable Integer level,
      List<Worksheet.Term> terms,
      List<Worksheet.Outside> outside,
      List<Incomplete.Missing> missing) {

    /** Whether a judgement says what stands already. */
    boolean isAs(Judgement judgement) {
      return switch (judgement) {
        case Judgement.Result result ->
            r != null
                && result.edition().equals(edition)
                && result.r().compareTo(r) == 0
                && result.terms().equals(terms)
                && result.outside().equals(outside);
        case Judgement.Open open ->
            !graded && open.edition().equals(edition) && open.missing().equals(missing);
        case Judgement.Faulty faulty -> false;
      };
    }
  }

  /**
   * Why units are graded anew: a ruling on β, a substance's version, a ruling on a limit of the
   * derivation, or other rules; the others are null or empty.
   *
   * @param rules the edition and the packaged catalogue
   */
  record Task(
      long id,
      @Nullable Long rulingId,
      String substance,
      @Nullable Long interpretationId,
      String rules) {}

  Task find(long id) {
    return jdbc.sql(
            """
            select id, ruling_id, coalesce(substance_number, '') as substance, interpretation_id,
              coalesce(edition || ' ' || catalogue, '') as rules
            from hazards.regrading where id = ?
            """)
        .param(id)
        .query(Task.class)
        .single();
  }

  long idOfRuling(long rulingId) {
    return jdbc.sql("select id from hazards.regrading where ruling_id = ?")
        .param(rulingId)
        .query(Long.class)
        .single();
  }

  long insert(String substance, int version) {
    return jdbc.sql(
            """
            insert into hazards.regrading (substance_number, substance_version) values (?, ?) returning id
            """)
        .params(substance, version)
        .query(Long.class)
        .single();
  }

  /** The packaged catalogue that was brought in last; empty before the first one. */
  Optional<String> findCatalogue() {
    return jdbc.sql(
            "select release from substances.release order by loaded_at desc, release desc limit 1")
        .query(String.class)
        .optional();
  }

  /** The id of a new regrading of all units; empty when the last one was by the same rules. */
  Optional<Long> insertRules(String edition, String tables, String catalogue) {
    return jdbc.sql(
            """
            insert into hazards.regrading (edition, tables, catalogue)
            select :edition, :tables, :catalogue
            where not exists (
              select from (select edition, tables, catalogue from hazards.regrading where edition is not null
                order by id desc limit 1) as present
              where present.edition = :edition and present.tables = :tables and present.catalogue = :catalogue)
            returning id
            """)
        .param("edition", edition)
        .param("tables", tables)
        .param("catalogue", catalogue)
        .query(Long.class)
        .optional();
  }

  /** Every declared unit that is not removed. */
  List<Long> listAllUnits() {
    return jdbc.sql(
            "select id from hazards.source where inventory_id is not null and state <> 'REMOVED'"
                + " order by id")
        .query(Long.class)
        .list();
  }

  long insertFor(long interpretationId) {
    return jdbc.sql("insert into hazards.regrading (interpretation_id) values (?) returning id")
        .param(interpretationId)
        .query(Long.class)
        .single();
  }

  /** Those by which units are still to be graded. */
  List<Long> listUnfinished() {
    return jdbc.sql("select id from hazards.regrading where ended_at is null order by 1")
        .query(Long.class)
        .list();
  }

  void begin(long id, int units) {
    jdbc.sql(
            "update hazards.regrading set units_total = ?, units_done = 0, stopped = false where id"
                + " = ?")
        .params(units, id)
        .update();
  }

  void progress(long id, int done, int changed, int levelsChanged) {
    jdbc.sql(
            """
            update hazards.regrading set units_done = units_done + ?, units_changed = units_changed + ?,
              levels_changed = levels_changed + ? where id = ?
            """)
        .params(done, changed, levelsChanged, id)
        .update();
  }

  void end(long id, Instant at) {
    jdbc.sql("update hazards.regrading set ended_at = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void stop(long id) {
    jdbc.sql("update hazards.regrading set stopped = true where id = ?").param(id).update();
  }

  /** Units whose standing result rests on a row of the standard, such as 4.1.2 表1第12项. */
  List<Long> listUnitsBy(String basis) {
    return jdbc.sql(
            """
            select u.id from hazards.source u join hazards.grading g on g.id = u.grading_id
            where u.state <> 'REMOVED' and g.terms @> jsonb_build_array(jsonb_build_object('basis', ?::text)) order by u.id
            """)
        .param(basis)
        .query(Long.class)
        .list();
  }

  /**
   * Units that have a substance of the catalogue: by what their standing judgement rests on, or by
   * a name or CAS number that any version of it bore.
   */
  List<Long> listUnitsWith(String number) {
    return jdbc.sql(
            """
            with derived as (
              select jsonb_build_array(jsonb_build_object('derived', jsonb_build_object('number', :number::text))) as d),
            known as (select v.cas, v.aliases || v.name as names from substances.version v where v.number = :number)
            select u.id from hazards.source u
            left join hazards.grading g on g.id = u.grading_id
            left join hazards.incomplete i on i.id = u.incomplete_id
            where u.state <> 'REMOVED'
              and (g.terms @> (select d from derived) or g.outside @> (select d from derived)
                or i.missing @> (select d from derived)
                or exists (select from hazards.chemical c join known k
                     on c.cas = nullif(k.cas, '') or c.name = any (k.names)
                   where c.inventory_id = u.inventory_id and c.categories = '{}'))
            order by u.id
            """)
        .param("number", number)
        .query(Long.class)
        .list();
  }

  /** Units with a chemical whose category is derived, as none was stated. */
  List<Long> listUnitsDerived() {
    return jdbc.sql(
            """
            select u.id from hazards.source u
            where u.state <> 'REMOVED'
              and exists (select from hazards.chemical c where c.inventory_id = u.inventory_id and c.categories = '{}')
            order by u.id
            """)
        .query(Long.class)
        .list();
  }

  /** Locks the units, so that no declaration changes them meanwhile. */
  List<Standing> listForRegrading(Collection<Long> unitIds) {
    return jdbc.sql(STANDING).param(unitIds.toArray(Long[]::new)).query(this::standing).list();
  }

  private Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        DeclarationStore.unit(row, json),
        row.getLong("inventory_id"),
        row.getInt("exposed_population"),
        row.getString("edition"),
        row.getObject("grading_id") != null,
        row.getBigDecimal("r"),
        row.getObject("level", Integer.class),
        List.of(json.readValue(row.getString("terms"), Worksheet.Term[].class)),
        List.of(json.readValue(row.getString("outside"), Worksheet.Outside[].class)),
        List.of(json.readValue(row.getString("missing"), Incomplete.Missing[].class)));
  }
}
