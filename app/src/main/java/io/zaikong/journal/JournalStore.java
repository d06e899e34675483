package io.zaikong.journal;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalStore {

  private final JdbcClient jdbc;

  JournalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertAll(
      Actor actor, String act, List<Subject> subjects, List<String> details, Instant at) {
    jdbc.sql(
            """
            insert into journal.entry (at, actor_id, actor_name, act, subject, subject_id, division_code,
              enterprise_id, address, detail)
            select :at, :actor, :name, :act, subject, subject_id, division_code, enterprise_id, :address, detail
            from unnest(:subjects::text[], :ids::text[], :divisions::text[], :enterprises::bigint[], :details::jsonb[])
              as e (subject, subject_id, division_code, enterprise_id, detail)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", actor.accountId())
        .param("name", actor.name())
        .param("act", act)
        .param("address", actor.address())
        .param("subjects", subjects.stream().map(Subject::subject).toArray(String[]::new))
        .param("ids", subjects.stream().map(Subject::id).toArray(String[]::new))
        .param("divisions", subjects.stream().map(s -> s.division().value()).toArray(String[]::new))
        .param("enterprises", subjects.stream().map(Subject::enterpriseId).toArray(Long[]::new))
        .param("details", details.toArray(String[]::new))
        .update();
  }

  List<JournalEntry> listFor(String subject, String id, int limit) {
    return jdbc.sql(
            """
            select id, at, actor_id, actor_name, act, subject, subject_id, division_code, enterprise_id, address,
              detail::text
            from journal.entry where subject = ? and subject_id = ? order by id desc limit ?
            """)
        .params(subject, id, limit)
        .query(JournalStore::entry)
        .list();
  }

  Optional<JournalEntry> find(long id) {
    return jdbc.sql(
            """
            select id, at, actor_id, actor_name, act, subject, subject_id, division_code, enterprise_id, address,
              detail::text
            from journal.entry where id = ?
            """)
        .param(id)
        .query(JournalStore::entry)
        .optional();
  }

  List<JournalEntry> list(JournalFilter filter, long offset, int limit) {
    return jdbc.sql(
            """
            select id, at, actor_id, actor_name, act, subject, subject_id, division_code, enterprise_id, address,
              detail::text
            from journal.entry
            where (:actor::text is null or actor_name = :actor) and (:act::text is null or act = :act)
              and (:from::date is null or at >= :from::date::timestamp at time zone 'Asia/Shanghai')
              and (:to::date is null or at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai')
            order by id desc offset :offset limit :limit
            """)
        .params(parameters(filter))
        .param("offset", offset)
        .param("limit", limit)
        .query(JournalStore::entry)
        .list();
  }

  long count(JournalFilter filter) {
    return jdbc.sql(
            """
            select count(*) from journal.entry
            where (:actor::text is null or actor_name = :actor) and (:act::text is null or act = :act)
              and (:from::date is null or at >= :from::date::timestamp at time zone 'Asia/Shanghai')
              and (:to::date is null or at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai')
            """)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> parameters(JournalFilter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("actor", filter.actor());
    parameters.put("act", filter.act());
    parameters.put("from", filter.from());
    parameters.put("to", filter.to());
    return parameters;
  }

  static JournalEntry entry(ResultSet row, int number) throws SQLException {
    return new JournalEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("actor_id"),
        row.getString("actor_name"),
        row.getString("act"),
        row.getString("subject"),
        row.getString("subject_id"),
        row.getString("division_code"),
        row.getObject("enterprise_id", Long.class),
        row.getString("address"),
        row.getString("detail"));
  }
}
