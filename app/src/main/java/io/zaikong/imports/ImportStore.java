package io.zaikong.imports;

import io.zaikong.imports.Import.State;
import io.zaikong.shell.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A workbook as it came in. */
  record Upload(String kind, String fileName, byte[] content, String sha256) {}

  long insert(Actor actor, Upload upload, ImportReport report, Preview preview, Instant at) {
    return jdbc.sql(
            """
            insert into imports.import (kind, account_id, division_code, file_name, content, sha256, state,
              uploaded_at, steps_total, report, preview)
            values (?, ?, ?, ?, ?, ?, 'CHECKED', ?, ?, ?::jsonb, ?::jsonb) returning id
            """)
        .params(
            upload.kind(),
            actor.accountId(),
            actor.home().value(),
            upload.fileName(),
            upload.content(),
            upload.sha256(),
            at.atOffset(ZoneOffset.UTC),
            report.steps(),
            json.writeValueAsString(report),
            json.writeValueAsString(preview))
        .query(Long.class)
        .single();
  }

  Optional<Import> find(String kind, long id) {
    return jdbc.sql(
            """
            select id, kind, file_name, state, uploaded_at, ended_at, steps_total, steps_done, report::text as report
            from imports.import where kind = ? and id = ?
            """)
        .params(kind, id)
        .query(this::imported)
        .optional();
  }

  Preview getPreview(long id) {
    return json.readValue(
        jdbc.sql("select preview::text from imports.import where id = ?")
            .param(id)
            .query(String.class)
            .single(),
        Preview.class);
  }

  List<Import> list(String kind, int limit) {
    return jdbc.sql(
            """
            select id, kind, file_name, state, uploaded_at, ended_at, steps_total, steps_done,
              (report - 'errors' || '{"errors": []}')::text as report
            from imports.import where kind = ? order by id desc limit ?
            """)
        .params(kind, limit)
        .query(this::imported)
        .list();
  }

  byte[] getContent(long id) {
    return jdbc.sql("select content from imports.import where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** True for the one caller who starts it. */
  boolean begin(long id, int steps) {
    return jdbc.sql(
                """
                update imports.import set state = 'RUNNING', steps_total = ?, steps_done = 0, ended_at = null
                where id = ? and state in ('CHECKED', 'INTERRUPTED')
                """)
            .params(steps, id)
            .update()
        == 1;
  }

  void progress(long id, int steps) {
    jdbc.sql("update imports.import set steps_done = ? where id = ?").params(steps, id).update();
  }

  void finish(long id, ImportReport report, Preview preview, Instant at) {
    jdbc.sql(
            """
            update imports.import set state = 'DONE', steps_done = steps_total, ended_at = ?, report = ?::jsonb,
              preview = ?::jsonb
            where id = ?
            """)
        .params(
            at.atOffset(ZoneOffset.UTC),
            json.writeValueAsString(report),
            json.writeValueAsString(preview),
            id)
        .update();
  }

  boolean end(long id, State state, Instant at) {
    return jdbc.sql(
                """
                update imports.import set state = ?, ended_at = ? where id = ? and state not in ('DONE', 'DISCARDED')
                """)
            .params(state.name(), at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  void interruptAll(Instant at) {
    jdbc.sql(
            """
            update imports.import set state = 'INTERRUPTED', ended_at = ? where state = 'RUNNING'
            """)
        .param(at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Import imported(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Import(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("file_name"),
        State.valueOf(row.getString("state")),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getInt("steps_total"),
        row.getInt("steps_done"),
        json.readValue(row.getString("report"), ImportReport.class));
  }
}
