package io.zaikong.hazards;

import io.zaikong.hazards.CensusImport.State;
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
class CensusImportStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CensusImportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long insert(
      Actor actor, String fileName, byte[] content, String hash, ImportReport report, Instant at) {
    return jdbc.sql(
            """
            insert into hazards.census_import (account_id, division_code, file_name, content, sha256, state,
              uploaded_at, units_total, report)
            values (?, ?, ?, ?, ?, 'CHECKED', ?, ?, ?::jsonb) returning id
            """)
        .params(
            actor.accountId(),
            actor.home().value(),
            fileName,
            content,
            hash,
            at.atOffset(ZoneOffset.UTC),
            report.goodUnits(),
            json.writeValueAsString(report))
        .query(Long.class)
        .single();
  }

  Optional<CensusImport> find(long id) {
    return jdbc.sql(
            """
            select id, file_name, state, uploaded_at, ended_at, units_total, units_done, report::text as report
            from hazards.census_import where id = ?
            """)
        .param(id)
        .query(this::census)
        .optional();
  }

  List<CensusImport> list(int limit) {
    return jdbc.sql(
            """
            select id, file_name, state, uploaded_at, ended_at, units_total, units_done,
              (report - 'errors' || '{"errors": []}')::text as report
            from hazards.census_import order by id desc limit ?
            """)
        .param(limit)
        .query(this::census)
        .list();
  }

  byte[] getContent(long id) {
    return jdbc.sql("select content from hazards.census_import where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** True for the one caller who starts it. */
  boolean begin(long id, int units) {
    return jdbc.sql(
                """
                update hazards.census_import set state = 'RUNNING', units_total = ?, units_done = 0, ended_at = null
                where id = ? and state in ('CHECKED', 'INTERRUPTED')
                """)
            .params(units, id)
            .update()
        == 1;
  }

  void progress(long id, int units) {
    jdbc.sql("update hazards.census_import set units_done = ? where id = ?")
        .params(units, id)
        .update();
  }

  void finish(long id, ImportReport report, Instant at) {
    jdbc.sql(
            """
            update hazards.census_import set state = 'DONE', units_done = units_total, ended_at = ?, report = ?::jsonb
            where id = ?
            """)
        .params(at.atOffset(ZoneOffset.UTC), json.writeValueAsString(report), id)
        .update();
  }

  boolean end(long id, State state, Instant at) {
    return jdbc.sql(
                """
                update hazards.census_import set state = ?, ended_at = ? where id = ? and state not in ('DONE', 'DISCARDED')
                """)
            .params(state.name(), at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  void interruptAll(Instant at) {
    jdbc.sql(
            "update hazards.census_import set state = 'INTERRUPTED', ended_at = ? where state ="
                + " 'RUNNING'")
        .param(at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private CensusImport census(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new CensusImport(
        row.getLong("id"),
        row.getString("file_name"),
        State.valueOf(row.getString("state")),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getInt("units_total"),
        row.getInt("units_done"),
        json.readValue(row.getString("report"), ImportReport.class));
  }
}
