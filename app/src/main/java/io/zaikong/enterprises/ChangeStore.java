package io.zaikong.enterprises;

import io.zaikong.shell.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The history of enterprises' records; rows are added and never changed. */
@Repository
class ChangeStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ChangeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insertAll(Actor actor, List<EnterpriseChange> changes) {
    jdbc.sql(
            """
            insert into enterprises.change (enterprise_id, act, changed_at, changed_by, account_id, fields, note)
            select enterprise_id, act, changed_at, :by, :account, fields, note
            from unnest(:enterprises::bigint[], :acts::text[], :ats::timestamptz[], :fields::jsonb[], :notes::text[])
              as c (enterprise_id, act, changed_at, fields, note)
            """)
        .param("by", actor.name())
        .param("account", actor.accountId())
        .param(
            "enterprises",
            changes.stream().map(EnterpriseChange::enterpriseId).toArray(Long[]::new))
        .param("acts", changes.stream().map(EnterpriseChange::act).toArray(String[]::new))
        .param(
            "ats",
            changes.stream()
                .map(c -> c.at().atOffset(ZoneOffset.UTC).toString())
                .toArray(String[]::new))
        .param(
            "fields",
            changes.stream().map(c -> json.writeValueAsString(c.fields())).toArray(String[]::new))
        .param("notes", changes.stream().map(EnterpriseChange::note).toArray(String[]::new))
        .update();
  }

  /** Of the record and of those that were merged into it, newest first. */
  List<EnterpriseChange> listFor(long enterpriseId, int limit) {
    return jdbc.sql(
            """
            select c.enterprise_id, c.act, c.changed_at, c.changed_by, c.fields::text as fields, c.note
            from enterprises.change c
            where c.enterprise_id = :id
              or c.enterprise_id in (select m.id from enterprises.enterprise m where m.merged_into = :id)
            order by c.id desc limit :limit
            """)
        .param("id", enterpriseId)
        .param("limit", limit)
        .query(this::change)
        .list();
  }

  private EnterpriseChange change(ResultSet row, int number) throws SQLException {
    return new EnterpriseChange(
        row.getLong("enterprise_id"),
        row.getString("act"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"),
        List.of(json.readValue(row.getString("fields"), FieldChange[].class)),
        row.getString("note"));
  }
}
