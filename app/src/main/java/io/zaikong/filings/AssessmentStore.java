package io.zaikong.filings;

import io.zaikong.filings.Assessment.Cause;
import io.zaikong.filings.Assessment.CauseKind;
import io.zaikong.filings.Assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AssessmentStore {

  private final JdbcClient jdbc;

  AssessmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(
      MajorSource source,
      LocalDate completedOn,
      Kind kind,
      String assessor,
      boolean required,
      boolean done,
      String by,
      Instant at) {
    return jdbc.sql(
            """
            insert into filings.assessment (source_id, completed_on, kind, assessor, grading_id, level,
              quantitative_required, quantitative_done, recorded_at, recorded_by)
            values (:source, :completed, :kind, :assessor, :grading, :level, :required, :done, :at, :by) returning id
            """)
        .param("source", source.id())
        .param("completed", completedOn)
        .param("kind", kind.name())
        .param("assessor", assessor)
        .param("grading", Objects.requireNonNull(source.gradingId()))
        .param("level", source.level())
        .param("required", required)
        .param("done", done)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /** One of which only a certificate on paper tells. */
  long insertFromPaper(
      long sourceId,
      LocalDate completedOn,
      int level,
      boolean required,
      boolean done,
      String by,
      Instant at) {
    return jdbc.sql(
            """
            insert into filings.assessment (source_id, completed_on, assessor, level, quantitative_required,
              quantitative_done, from_paper, recorded_at, recorded_by)
            values (:source, :completed, '', :level, :required, :done, true, :at, :by) returning id
            """)
        .param("source", sourceId)
        .param("completed", completedOn)
        .param("level", level)
        .param("required", required)
        .param("done", done)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /** Newest first. */
  List<Assessment> list(long sourceId) {
    return jdbc.sql(
            """
            select * from filings.assessment where source_id = ? order by completed_on desc, id desc
            """)
        .param(sourceId)
        .query(AssessmentStore::assessment)
        .list();
  }

  long insertCause(
      long sourceId,
      CauseKind kind,
      LocalDate occurredOn,
      String reason,
      @Nullable LocalDate acceptanceOn,
      String by,
      Instant at) {
    return jdbc.sql(
            """
            insert into filings.cause (source_id, kind, occurred_on, reason, acceptance_on, recorded_at, recorded_by)
            values (:source, :kind, :occurred, :reason, :acceptance, :at, :by) returning id
            """)
        .param("source", sourceId)
        .param("kind", kind.name())
        .param("occurred", occurredOn)
        .param("reason", reason)
        .param("acceptance", acceptanceOn)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  List<Cause> listCauses(long sourceId) {
    return jdbc.sql(
            "select * from filings.cause where source_id = ? order by occurred_on desc, id desc")
        .param(sourceId)
        .query(AssessmentStore::cause)
        .list();
  }

  private static Assessment assessment(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    return new Assessment(
        row.getLong("id"),
        row.getLong("source_id"),
        row.getObject("completed_on", LocalDate.class),
        kind == null ? null : Kind.valueOf(kind),
        row.getString("assessor"),
        row.getObject("grading_id", Long.class),
        row.getObject("level", Integer.class),
        row.getBoolean("quantitative_required"),
        row.getBoolean("quantitative_done"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"));
  }

  private static Cause cause(ResultSet row, int number) throws SQLException {
    return new Cause(
        row.getLong("id"),
        CauseKind.valueOf(row.getString("kind")),
        row.getObject("occurred_on", LocalDate.class),
        row.getString("reason"),
        row.getObject("acceptance_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"));
  }
}
