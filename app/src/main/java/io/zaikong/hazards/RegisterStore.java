package io.zaikong.hazards;

import io.zaikong.hazards.HazardSource.State;
import io.zaikong.hazards.SourceStates.StateChange;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes sources that are declared by fields, their versions, states and classes. */
@Repository
class RegisterStore {

  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private static final String EVALUATION =
      """
      v.id as evaluation_id, v.facts_id, v.edition, v.evaluated_at, v.class_by_capacity, v.class_by_height,
        v.pond_class, v.verified, v.top_pond, v.top_pond_within_m
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RegisterStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A pond as it stands; {@code standing} is null before it was ever judged. */
  record Pond(
      long id,
      long enterpriseId,
      String enterpriseName,
      DivisionCode division,
      String name,
      long factsId,
      Map<String, String> facts,
      @Nullable Evaluation standing) {}

  boolean exists(long enterpriseId, SourceKind kind, String name, long except) {
    return jdbc.sql(
                """
                select count(*) from hazards.source where enterprise_id = ? and kind = ? and name = ? and id <> ?
                """)
            .params(enterpriseId, kind.name(), name, except)
            .query(Long.class)
            .single()
        > 0;
  }

  long insert(long enterpriseId, SourceKind kind, String name, @Nullable GeoPoint position) {
    return jdbc.sql(
            """
            insert into hazards.source (enterprise_id, division_code, name, kind, longitude_deg, latitude_deg)
            select e.id, e.division_code, :name, :kind, :longitude, :latitude
            from enterprises.enterprise e where e.id = :enterprise for key share of e returning id
            """)
        .param("enterprise", enterpriseId)
        .param("name", name)
        .param("kind", kind.name())
        .param("longitude", position == null ? null : position.longitudeDeg())
        .param("latitude", position == null ? null : position.latitudeDeg())
        .query(Long.class)
        .single();
  }

  void update(long sourceId, String name, @Nullable GeoPoint position) {
    jdbc.sql(
            """
            update hazards.source set name = :name, longitude_deg = :longitude, latitude_deg = :latitude where id = :id
            """)
        .param("id", sourceId)
        .param("name", name)
        .param("longitude", position == null ? null : position.longitudeDeg())
        .param("latitude", position == null ? null : position.latitudeDeg())
        .update();
  }

  /** Adds a version and makes it the standing one. */
  void insertFacts(long sourceId, Map<String, String> facts, String reason, String by, Instant at) {
    jdbc.sql(
            """
            with version as (
              insert into hazards.facts (source_id, declared_at, declared_by, reason, facts)
              values (?, ?, ?, ?, ?::jsonb) returning id, source_id)
            update hazards.source s set facts_id = version.id, excesses = ?::text[] from version where s.id = version.source_id
            """)
        .params(
            sourceId,
            at.atOffset(ZoneOffset.UTC),
            by,
            reason,
            json.writeValueAsString(facts),
            SourceFacts.Excess.of(facts).stream().map(Enum::name).toArray(String[]::new))
        .update();
  }

  /** The versions of a source, newest first. */
  List<SourceFacts> listFacts(long sourceId) {
    return jdbc.sql(
            """
            select id, declared_at, declared_by, reason, facts from hazards.facts where source_id = ? order by id desc
            """)
        .param(sourceId)
        .query(
            (row, number) ->
                new SourceFacts(
                    row.getLong("id"),
                    row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                    row.getString("declared_by"),
                    row.getString("reason"),
                    json.readValue(row.getString("facts"), FACTS)))
        .list();
  }

  /** One pond, or all that are not removed; locked, so that no other change comes in between. */
  List<Pond> listPonds(@Nullable Long sourceId) {
    return jdbc.sql(
            "select s.id, s.enterprise_id, e.name as enterprise_name, s.division_code, s.name,"
                + " s.facts_id as standing_facts, f.facts, "
                + EVALUATION
                + """
                from hazards.source s join hazards.facts f on f.id = s.facts_id
                join enterprises.enterprise e on e.id = s.enterprise_id
                left join hazards.evaluation v on v.id = s.evaluation_id
                where s.kind = 'TAILINGS_POND' and s.state <> 'REMOVED' and (:id::bigint is null or s.id = :id)
                order by s.id for update of s
                """)
        .param("id", sourceId)
        .query(this::pond)
        .list();
  }

  private Pond pond(ResultSet row, int number) throws SQLException {
    return new Pond(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("name"),
        row.getLong("standing_facts"),
        json.readValue(row.getString("facts"), FACTS),
        row.getObject("evaluation_id") == null ? null : evaluation(row, number));
  }

  /** Adds a result, makes it the standing one and gives its id. */
  long insertEvaluation(long sourceId, Evaluation result) {
    return jdbc.sql(
            """
            with result as (
              insert into hazards.evaluation (source_id, facts_id, edition, evaluated_at, class_by_capacity,
                class_by_height, pond_class, verified, top_pond, top_pond_within_m)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?::boolean, ?) returning id, source_id)
            update hazards.source s set evaluation_id = result.id from result where s.id = result.source_id
            returning s.evaluation_id
            """)
        .param(sourceId)
        .param(result.factsId())
        .param(result.edition())
        .param(result.evaluatedAt().atOffset(ZoneOffset.UTC))
        .param(result.classByCapacity())
        .param(result.classByHeight())
        .param(result.pondClass())
        .param(result.verified())
        .param(result.topPond())
        .param(result.topPondWithinM())
        .query(Long.class)
        .single();
  }

  /** The classes of a pond, newest first. */
  List<Evaluation> listEvaluations(long sourceId) {
    return jdbc.sql(
            "select "
                + EVALUATION
                + "from hazards.evaluation v where v.source_id = ? order by v.id desc")
        .param(sourceId)
        .query(RegisterStore::evaluation)
        .list();
  }

  private static Evaluation evaluation(ResultSet row, int number) throws SQLException {
    return new Evaluation(
        row.getLong("evaluation_id"),
        row.getLong("facts_id"),
        row.getString("edition"),
        row.getObject("evaluated_at", OffsetDateTime.class).toInstant(),
        row.getInt("class_by_capacity"),
        row.getInt("class_by_height"),
        row.getInt("pond_class"),
        row.getBoolean("verified"),
        row.getObject("top_pond", Boolean.class),
        row.getObject("top_pond_within_m", BigDecimal.class));
  }

  /** Nobody else changes it until the transaction ends. */
  void lock(long sourceId) {
    jdbc.sql("select id from hazards.source where id = ? for update")
        .param(sourceId)
        .query(Long.class)
        .optional();
  }

  void insertState(
      long sourceId, State state, LocalDate since, String reason, String by, Instant at) {
    jdbc.sql(
            """
            with change as (
              insert into hazards.source_state (source_id, state, since, reason, recorded_at, recorded_by)
              values (?, ?, ?, ?, ?, ?) returning source_id, state)
            update hazards.source s set state = change.state from change where s.id = change.source_id
            """)
        .params(sourceId, state.name(), since, reason, at.atOffset(ZoneOffset.UTC), by)
        .update();
  }

  /** The states of a source, newest first. */
  List<StateChange> listStates(long sourceId) {
    return jdbc.sql(
            """
            select state, since, reason, recorded_by from hazards.source_state where source_id = ? order by id desc
            """)
        .param(sourceId)
        .query(
            (row, number) ->
                new StateChange(
                    State.valueOf(row.getString("state")),
                    row.getObject("since", LocalDate.class),
                    row.getString("reason"),
                    row.getString("recorded_by")))
        .list();
  }

  /** A unit whose name the other has too gets the former enterprise's name behind its own. */
  void moveUnits(long from, long to, DivisionCode division, String formerName) {
    jdbc.sql(
            """
            update hazards.source u set enterprise_id = :to, division_code = :division,
              name = case when exists (select from hazards.source o where o.enterprise_id = :to and o.kind = u.kind and o.name = u.name)
                then u.name || '（' || :former || '）' else u.name end
            where u.enterprise_id = :merged
            """)
        .param("merged", from)
        .param("to", to)
        .param("division", division.value())
        .param("former", formerName)
        .update();
  }

  /** Only where the other has declared none: its own population counts. */
  void moveSite(long from, long to) {
    jdbc.sql(
            """
            update hazards.site set enterprise_id = :to
            where enterprise_id = :merged and not exists (select from hazards.site o where o.enterprise_id = :to)
            """)
        .param("merged", from)
        .param("to", to)
        .update();
  }
}
