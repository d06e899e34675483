package io.zaikong.filings;

import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SummaryStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SummaryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * The first day on which anything was filed here in a division, as far as the actor sees it; what
   * was filed on paper and taken over counts from that day: its lists went up on paper.
   */
  Optional<LocalDate> findFirstFiled(DivisionCode division) {
    return jdbc.sql(
            """
            select min(greatest(f.filed_on, (f.created_at at time zone 'Asia/Shanghai')::date))
            from filings.filing f join hazards.source s on s.id = f.source_id
            where f.filed_on is not null and s.division_code <@ (select shell.codes_in(?))
            having min(f.filed_on) is not null
            """)
        .param(division.value())
        .query(LocalDate.class)
        .optional();
  }

  /** True for the one who sends it. */
  boolean insert(Summary summary) {
    return jdbc.sql(
                """
                insert into filings.summary (kind, division_code, period_end, as_of, submitted_at, submitted_by,
                  document_id, rows)
                values (:kind, :division, :end, :as_of, :at, :by, :document, :rows::jsonb)
                on conflict do nothing
                """)
            .param("kind", summary.kind())
            .param("division", summary.division().value())
            .param("end", summary.periodEnd())
            .param("as_of", summary.asOf())
            .param("at", summary.submittedAt().atOffset(ZoneOffset.UTC))
            .param("by", summary.submittedBy())
            .param("document", summary.documentId())
            .param("rows", json.writeValueAsString(summary.rows()))
            .update()
        == 1;
  }

  /** Those whose periods end on the day or later, of the actor's territory. */
  List<Summary> list(LocalDate since) {
    return jdbc.sql(
            "select * from filings.summary where period_end >= ? order by period_end desc, id")
        .param(since)
        .query(this::summary)
        .list();
  }

  Optional<Summary> find(long id) {
    return jdbc.sql("select * from filings.summary where id = ?")
        .param(id)
        .query(this::summary)
        .optional();
  }

  private Summary summary(ResultSet row, int number) throws SQLException {
    return new Summary(
        row.getLong("id"),
        row.getString("kind"),
        new DivisionCode(row.getString("division_code")),
        row.getObject("period_end", LocalDate.class),
        row.getObject("as_of", LocalDate.class),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getString("submitted_by"),
        row.getLong("document_id"),
        List.of(json.readValue(row.getString("rows"), Summary.Row[].class)));
  }
}
