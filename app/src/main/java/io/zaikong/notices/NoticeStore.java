package io.zaikong.notices;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.NewNotice.Sending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class NoticeStore {

  /** The subject of the journal's entries about notices. */
  static final String SUBJECT = "notices.notice";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  NoticeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A notice that was not there before. */
  record Raised(
      long id,
      String kind,
      String subject,
      String subjectId,
      String owner,
      @Nullable LocalDate due,
      DivisionCode division,
      @Nullable Long enterpriseId) {}

  /** A notice that has just been ended, as the journal names it. */
  record Ended(String subjectId, Subject subject) {}

  /** The columns of a new notice as the statement reads them. */
  record Line(
      String kind,
      String subject,
      String subject_id,
      String natural_key,
      String division_code,
      @Nullable Long enterprise_id,
      String title,
      String href,
      String owner,
      @Nullable String due_on,
      String due_clause,
      boolean due_provisional,
      String reason_key,
      List<String> reason_parameters,
      boolean urgent,
      boolean announce) {}

  List<Raised> insertAll(List<NewNotice> notices, List<String> owners, String by, Instant at) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < notices.size(); i++) {
      lines.add(line(notices.get(i), owners.get(i)));
    }
    return jdbc.sql(
            """
            insert into notices.notice (kind, subject, subject_id, natural_key, division_code, enterprise_id, title,
              href, owner, due_on, due_clause, due_provisional, reason_key, reason_parameters, urgent, announce,
              raised_at, raised_by)
            select kind, subject, subject_id, natural_key, division_code, enterprise_id, title, href, owner, due_on,
              due_clause, due_provisional, reason_key, reason_parameters, urgent, announce, :at, :by
            from jsonb_to_recordset(:lines::jsonb) as line (kind text, subject text, subject_id text,
              natural_key text, division_code text, enterprise_id bigint, title text, href text, owner text,
              due_on date, due_clause text, due_provisional boolean, reason_key text, reason_parameters text[],
              urgent boolean, announce boolean)
            on conflict (kind, subject, subject_id, natural_key) do nothing
            returning id, kind, subject, subject_id, owner, due_on, division_code, enterprise_id
            """)
        .param("lines", json.writeValueAsString(lines))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(
            (row, number) ->
                new Raised(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("subject_id"),
                    row.getString("owner"),
                    row.getObject("due_on", LocalDate.class),
                    new DivisionCode(row.getString("division_code")),
                    row.getObject("enterprise_id", Long.class)))
        .list();
  }

  private static Line line(NewNotice notice, String owner) {
    Due due = notice.due();
    return new Line(
        notice.kind(),
        notice.subject().subject(),
        notice.subject().id(),
        notice.naturalKey(),
        notice.subject().division().value(),
        notice.subject().enterpriseId(),
        notice.title(),
        notice.href(),
        owner,
        due == null ? null : due.day().toString(),
        due == null ? "" : due.clause(),
        due != null && due.provisional(),
        notice.reason().key(),
        notice.reason().parameters(),
        notice.sending() == Sending.URGENT,
        notice.sending() != Sending.NONE);
  }

  List<Ended> end(
      String kind,
      String subject,
      Collection<String> subjectIds,
      @Nullable String withdrawnReason,
      String by,
      Instant at) {
    return jdbc.sql(
            """
            update notices.notice set ended_at = :at, ended_by = :by, withdrawn_reason = :reason::text
            where kind = :kind and subject = :subject and subject_id = any (:ids::text[]) and ended_at is null
            returning id, subject_id, division_code, enterprise_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("reason", withdrawnReason)
        .param("kind", kind)
        .param("subject", subject)
        .param("ids", subjectIds.toArray(String[]::new))
        .query(
            (row, number) ->
                new Ended(
                    row.getString("subject_id"),
                    new Subject(
                        SUBJECT,
                        Long.toString(row.getLong("id")),
                        new DivisionCode(row.getString("division_code")),
                        row.getObject("enterprise_id", Long.class))))
        .list();
  }

  /** The open ones, as the journal names them. */
  List<Subject> moveToEnterprise(long mergedId, long survivorId) {
    return jdbc.sql(
            """
            update notices.notice set enterprise_id = :survivor,
              owner = regexp_replace(owner, ':enterprise:' || :merged || '$', ':enterprise:' || :survivor)
            where enterprise_id = :merged and ended_at is null
            returning id, division_code
            """)
        .param("merged", mergedId)
        .param("survivor", survivorId)
        .query(
            (row, number) ->
                new Subject(
                    SUBJECT,
                    Long.toString(row.getLong("id")),
                    new DivisionCode(row.getString("division_code")),
                    survivorId))
        .list();
  }

  /** The open notices of these owners, or of all in sight; urgent ones first, then by due day. */
  List<Notice> list(InboxFilter filter, List<String> owners, long offset, int limit) {
    return jdbc.sql(
            """
            select id, kind, subject, subject_id, title, href, division_code, due_on, due_clause, due_provisional,
              reason_key, reason_parameters, urgent, raised_at
            from notices.notice
            where ended_at is null and (:all or owner = any (:owners::text[]))
              and (:kind = '' or kind = :kind) and (:before::date is null or due_on < :before::date)
              and (:from::date is null or due_on >= :from::date)
            order by urgent desc, due_on nulls last, id offset :offset limit :limit
            """)
        .param("all", filter.territory())
        .param("owners", owners.toArray(String[]::new))
        .param("kind", filter.kind())
        .param("before", filter.before())
        .param("from", filter.from())
        .param("offset", offset)
        .param("limit", limit)
        .query(NoticeStore::notice)
        .list();
  }

  long count(InboxFilter filter, List<String> owners) {
    return jdbc.sql(
            """
            select count(*) from notices.notice
            where ended_at is null and (:all or owner = any (:owners::text[]))
              and (:kind = '' or kind = :kind) and (:before::date is null or due_on < :before::date)
              and (:from::date is null or due_on >= :from::date)
            """)
        .param("all", filter.territory())
        .param("owners", owners.toArray(String[]::new))
        .param("kind", filter.kind())
        .param("before", filter.before())
        .param("from", filter.from())
        .query(Long.class)
        .single();
  }

  List<String> listKinds(boolean all, List<String> owners) {
    return jdbc.sql(
            """
            select distinct kind from notices.notice
            where ended_at is null and (:all or owner = any (:owners::text[])) order by kind
            """)
        .param("all", all)
        .param("owners", owners.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  static Notice notice(ResultSet row, int number) throws SQLException {
    LocalDate due = row.getObject("due_on", LocalDate.class);
    return new Notice(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("subject_id"),
        row.getString("title"),
        row.getString("href"),
        row.getString("division_code"),
        due == null
            ? null
            : new Due(due, row.getString("due_clause"), row.getBoolean("due_provisional")),
        row.getString("reason_key"),
        List.of((String[]) row.getArray("reason_parameters").getArray()),
        row.getBoolean("urgent"),
        row.getObject("raised_at", OffsetDateTime.class).toInstant());
  }
}
