package io.zaikong.hazards;

import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.hazards.Gradings.Judged;
import io.zaikong.hazards.Incomplete.Missing;
import io.zaikong.hazards.Incomplete.Trial;
import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the engine made of what was declared: results, and units that it could not judge. */
@Repository
class GradingStore {

  private static final String INCOMPLETE =
      """
      select i.id, i.unit_id, u.enterprise_id, e.name as enterprise_name, u.division_code, u.name, u.unit_kind as kind, i.edition,
        i.found_at, i.exposed_population, i.missing, i.trial_s, i.trial_r, i.trial_level,
        exists (select from notices.notice n where n.kind = 'hazards.incomplete' and n.subject = 'hazards.unit'
          and n.subject_id = i.unit_id::text and n.natural_key = i.id::text
          and n.owner like 'role:ENTERPRISE_SAFETY_MANAGER:enterprise:%') as asked_enterprise
      from hazards.source u join hazards.incomplete i on i.id = u.incomplete_id
      join enterprises.enterprise e on e.id = u.enterprise_id
      """;

  private static final String CONDITION =
      """
      where u.incomplete_id is not null
        and (:division::text is null or u.division_code <@ (select shell.codes_in(:division)))
        and (:enterprise::bigint is null or u.enterprise_id = :enterprise)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  GradingStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A unit with what the engine made of it. */
  private record Row<J extends Judgement>(Judged unit, J judgement) {}

  /** Adds the results and makes them the standing ones. */
  void insertGradings(List<Judged> judged, Instant at) {
    List<Row<Judgement.Result>> rows =
        judged.stream()
            .filter(j -> j.judgement() instanceof Judgement.Result)
            .map(j -> new Row<>(j, (Judgement.Result) j.judgement()))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            with result as (
              insert into hazards.grading (unit_id, inventory_id, exposed_population, edition, graded_at, s, major,
                alpha, alpha_clause, r, level, terms, outside)
              select unit_id, inventory_id, population, edition, :at, s, major, alpha, alpha_clause, r,
                nullif(level, 0), terms, outside
              from unnest(:units::bigint[], :inventories::bigint[], :populations::int[], :editions::text[],
                :s::numeric[], :majors::boolean[], :alphas::numeric[], :alpha_clauses::text[], :r::numeric[],
                :levels::int[], :terms::jsonb[], :outsides::jsonb[])
                as g (unit_id, inventory_id, population, edition, s, major, alpha, alpha_clause, r, level, terms,
                  outside)
              returning id, unit_id, inventory_id)
            update hazards.source u set grading_id = result.id, inventory_id = result.inventory_id, incomplete_id = null
            from result where u.id = result.unit_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("units", column(rows, r -> r.unit.unitId(), Long[]::new))
        .param("inventories", column(rows, r -> r.unit.inventoryId(), Long[]::new))
        .param("populations", column(rows, r -> r.unit.exposedPopulation(), Integer[]::new))
        .param("editions", column(rows, r -> r.judgement.edition(), String[]::new))
        .param("s", column(rows, r -> r.judgement.s().toPlainString(), String[]::new))
        .param("majors", column(rows, r -> r.judgement.major(), Boolean[]::new))
        .param("alphas", column(rows, r -> r.judgement.alpha().toPlainString(), String[]::new))
        .param("alpha_clauses", column(rows, r -> r.judgement.alphaClause(), String[]::new))
        .param("r", column(rows, r -> r.judgement.r().toPlainString(), String[]::new))
        .param("levels", column(rows, r -> r.judgement.level(), Integer[]::new))
        .param("terms", jsonColumn(rows, r -> r.judgement.terms()))
        .param("outsides", jsonColumn(rows, r -> r.judgement.outside()))
        .update();
  }

  /** Adds why units cannot be judged; they have no standing result any more. */
  void insertIncomplete(List<Judged> judged, Instant at) {
    List<Row<Judgement.Open>> rows =
        judged.stream()
            .filter(j -> j.judgement() instanceof Judgement.Open)
            .map(j -> new Row<>(j, (Judgement.Open) j.judgement()))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            with found as (
              insert into hazards.incomplete (unit_id, inventory_id, exposed_population, edition, found_at, missing,
                trial_s, trial_r, trial_level)
              select unit_id, inventory_id, population, edition, :at, missing, s, r, level
              from unnest(:units::bigint[], :inventories::bigint[], :populations::int[], :editions::text[],
                :missing::jsonb[], :s::numeric[], :r::numeric[], :levels::int[])
                as i (unit_id, inventory_id, population, edition, missing, s, r, level)
              returning id, unit_id, inventory_id)
            update hazards.source u set grading_id = null, inventory_id = found.inventory_id, incomplete_id = found.id
            from found where u.id = found.unit_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("units", column(rows, r -> r.unit.unitId(), Long[]::new))
        .param("inventories", column(rows, r -> r.unit.inventoryId(), Long[]::new))
        .param("populations", column(rows, r -> r.unit.exposedPopulation(), Integer[]::new))
        .param("editions", column(rows, r -> r.judgement.edition(), String[]::new))
        .param("missing", jsonColumn(rows, r -> r.judgement.missing()))
        .param("s", trial(rows, t -> t.s().toPlainString(), String[]::new))
        .param("r", trial(rows, t -> t.r().toPlainString(), String[]::new))
        .param("levels", trial(rows, Trial::level, Integer[]::new))
        .update();
  }

  /** The ids under which units cannot be judged now, by unit. */
  List<Pointer> listPointers(List<Long> unitIds) {
    return jdbc.sql(
            """
            select id as unit_id, grading_id, incomplete_id from hazards.source where id = any (?::bigint[])
            """)
        .param(unitIds.toArray(Long[]::new))
        .query(Pointer.class)
        .list();
  }

  /** Which result stands, or why none does. */
  record Pointer(long unitId, @Nullable Long gradingId, @Nullable Long incompleteId) {}

  /** Longest waiting first. */
  List<Incomplete> listIncomplete(
      @Nullable DivisionCode division, @Nullable Long enterprise, long offset, int limit) {
    return jdbc.sql(
            INCOMPLETE + CONDITION + "order by i.found_at, i.id offset :offset limit :limit")
        .param("division", division == null ? null : division.value())
        .param("enterprise", enterprise)
        .param("offset", offset)
        .param("limit", limit)
        .query(this::incomplete)
        .list();
  }

  long countIncomplete(@Nullable DivisionCode division, @Nullable Long enterprise) {
    return jdbc.sql("select count(*) from hazards.source u\n" + CONDITION)
        .param("division", division == null ? null : division.value())
        .param("enterprise", enterprise)
        .query(Long.class)
        .single();
  }

  Optional<Incomplete> findIncomplete(long unitId) {
    return jdbc.sql(INCOMPLETE + "where u.id = ?").param(unitId).query(this::incomplete).optional();
  }

  /** The standing result and those before it, newest first. */
  List<Worksheet> listWorksheets(long unitId) {
    return jdbc.sql("select * from hazards.grading where unit_id = ? order by id desc")
        .param(unitId)
        .query(this::worksheet)
        .list();
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

  private <R> String[] jsonColumn(List<R> rows, Function<R, Object> value) {
    return column(rows, r -> json.writeValueAsString(value.apply(r)), String[]::new);
  }

  private Incomplete incomplete(ResultSet row, int number) throws SQLException {
    BigDecimal s = row.getBigDecimal("trial_s");
    return new Incomplete(
        row.getLong("id"),
        row.getLong("unit_id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind")),
        row.getString("edition"),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        row.getInt("exposed_population"),
        row.getBoolean("asked_enterprise"),
        List.of(json.readValue(row.getString("missing"), Missing[].class)),
        s == null
            ? null
            : new Trial(
                s, row.getBigDecimal("trial_r"), row.getObject("trial_level", Integer.class)));
  }

  private static <V> @Nullable V[] trial(
      List<Row<Judgement.Open>> rows,
      Function<Trial, @Nullable V> value,
      IntFunction<@Nullable V[]> array) {
    return rows.stream()
        .map(
            r -> {
              Trial trial = r.judgement.trial();
              return trial == null ? null : value.apply(trial);
            })
        .toArray(array);
  }

  private static <R, V> V[] column(List<R> rows, Function<R, V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
