package io.zaikong.documents;

import io.zaikong.documents.Attachment.Removal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentStore {

  private final JdbcClient jdbc;

  AttachmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(
      Owner owner,
      String purpose,
      String name,
      FileType type,
      long sizeByte,
      String sha256,
      Actor by,
      Instant at) {
    return jdbc.sql(
            """
            insert into documents.attachment (subject, subject_id, purpose, name, type, size_byte, division_code,
              enterprise_id, sha256, uploaded_at, uploaded_by, uploaded_by_name)
            values (:subject, :subject_id, :purpose, :name, :type, :size, :division, :enterprise, :sha256,
              :at, :by, :by_name)
            returning id
            """)
        .param("subject", owner.subject())
        .param("subject_id", owner.id())
        .param("purpose", purpose)
        .param("name", name)
        .param("type", type.name())
        .param("size", sizeByte)
        .param("division", owner.division().value())
        .param("enterprise", owner.enterpriseId())
        .param("sha256", sha256)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.accountId())
        .param("by_name", by.name())
        .query(Long.class)
        .single();
  }

  Optional<Attachment> find(long id) {
    return jdbc.sql("select * from documents.attachment where id = ?")
        .param(id)
        .query(AttachmentStore::attachment)
        .optional();
  }

  List<Attachment> listOf(String subject, String subjectId) {
    return jdbc.sql(
            """
            select * from documents.attachment where subject = ? and subject_id = ?
            order by (removed_at is not null), id desc
            """)
        .params(subject, subjectId)
        .query(AttachmentStore::attachment)
        .list();
  }

  /** True for the one who removes it. */
  boolean remove(long id, Removal removal) {
    return jdbc.sql(
                """
                update documents.attachment set removed_at = ?, removed_by_name = ?, removed_reason = ?
                where id = ? and removed_at is null
                """)
            .params(removal.at().atOffset(ZoneOffset.UTC), removal.by(), removal.reason(), id)
            .update()
        == 1;
  }

  private static Attachment attachment(ResultSet row, int number) throws SQLException {
    return new Attachment(
        row.getLong("id"),
        row.getString("subject"),
        row.getString("subject_id"),
        new DivisionCode(row.getString("division_code")),
        row.getObject("enterprise_id", Long.class),
        row.getString("purpose"),
        row.getString("name"),
        FileType.valueOf(row.getString("type")),
        row.getLong("size_byte"),
        row.getString("sha256"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        row.getLong("uploaded_by"),
        row.getString("uploaded_by_name"),
        removal(row));
  }

  private static @Nullable Removal removal(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("removed_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Removal(
            at.toInstant(), row.getString("removed_by_name"), row.getString("removed_reason"));
  }
}
