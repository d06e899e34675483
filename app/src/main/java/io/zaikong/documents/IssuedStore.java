package io.zaikong.documents;

import io.zaikong.kit.DivisionCode;
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

@Repository
class IssuedStore {

  private final JdbcClient jdbc;

  IssuedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(
      NumberSeries series,
      int year,
      int number,
      String title,
      Owner owner,
      String sha256,
      Actor by,
      Instant at) {
    return jdbc.sql(
            """
            insert into documents.issued (series_id, year, number, number_text, kind, title, subject, subject_id,
              division_code, enterprise_id, sha256, issued_at, issued_by, issued_by_name)
            values (:series, :year, :number, :text, :kind, :title, :subject, :subject_id, :division, :enterprise,
              :sha256, :at, :by, :by_name)
            returning id
            """)
        .param("series", series.id())
        .param("year", year)
        .param("number", number)
        .param("text", series.number(year, number))
        .param("kind", series.kind())
        .param("title", title)
        .param("subject", owner.subject())
        .param("subject_id", owner.id())
        .param("division", owner.division().value())
        .param("enterprise", owner.enterpriseId())
        .param("sha256", sha256)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.accountId())
        .param("by_name", by.name())
        .query(Long.class)
        .single();
  }

  Optional<IssuedDocument> find(long id) {
    return jdbc.sql("select * from documents.issued where id = ?")
        .param(id)
        .query(IssuedStore::document)
        .optional();
  }

  List<IssuedDocument> listOf(String subject, String subjectId) {
    return jdbc.sql(
            "select * from documents.issued where subject = ? and subject_id = ? order by id desc")
        .params(subject, subjectId)
        .query(IssuedStore::document)
        .list();
  }

  List<IssuedDocument> list(IssuedFilter filter, long offset, int limit) {
    return jdbc.sql(
            """
            select * from documents.issued
            where (:kind::text is null or kind = :kind)
              and (:text::text is null or position(:text in number_text) > 0 or position(:text in title) > 0)
            order by id desc offset :offset limit :limit
            """)
        .param("kind", filter.kind())
        .param("text", filter.text())
        .param("offset", offset)
        .param("limit", limit)
        .query(IssuedStore::document)
        .list();
  }

  long count(IssuedFilter filter) {
    return jdbc.sql(
            """
            select count(*) from documents.issued
            where (:kind::text is null or kind = :kind)
              and (:text::text is null or position(:text in number_text) > 0 or position(:text in title) > 0)
            """)
        .param("kind", filter.kind())
        .param("text", filter.text())
        .query(Long.class)
        .single();
  }

  private static IssuedDocument document(ResultSet row, int number) throws SQLException {
    return new IssuedDocument(
        row.getLong("id"),
        row.getString("number_text"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("subject"),
        row.getString("subject_id"),
        new DivisionCode(row.getString("division_code")),
        row.getObject("enterprise_id", Long.class),
        row.getString("sha256"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getString("issued_by_name"));
  }
}
