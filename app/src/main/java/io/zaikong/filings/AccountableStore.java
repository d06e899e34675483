package io.zaikong.filings;

import io.zaikong.filings.Accountable.Check;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountableStore {

  private final JdbcClient jdbc;

  AccountableStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True for the one who ends it. */
  boolean end(long id, LocalDate day) {
    return jdbc.sql("update filings.accountable set to_date = ? where id = ? and to_date is null")
            .params(day, id)
            .update()
        == 1;
  }

  /** Empty when another has been named meanwhile. */
  Optional<Long> insert(long sourceId, Accountable person, String by, Instant at) {
    return jdbc.sql(
            """
            insert into filings.accountable (source_id, role, name, post, phone, from_date, recorded_at, recorded_on,
              recorded_by)
            values (:source, :role, :name, :post, :phone, :from, :at, :on, :by)
            on conflict do nothing returning id
            """)
        .param("source", sourceId)
        .param("role", person.role().name())
        .param("name", person.name())
        .param("post", person.post())
        .param("phone", person.phone())
        .param("from", person.from())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("on", person.recordedOn())
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  /** Those of today first, then those before them, the latest first. */
  List<Accountable> list(long sourceId) {
    return jdbc.sql(
            """
            select * from filings.accountable where source_id = ?
            order by (to_date is not null),
              array_position(array['PRINCIPAL', 'TECHNICAL', 'OPERATIONAL'], role), from_date desc, id desc
            """)
        .param(sourceId)
        .query(AccountableStore::person)
        .list();
  }

  long insertCheck(
      long sourceId, Accountable person, LocalDate doneOn, String findings, String by, Instant at) {
    return jdbc.sql(
            """
            insert into filings.duty_check (source_id, accountable_id, role, done_on, findings, recorded_at,
              recorded_by)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .params(
            sourceId,
            person.id(),
            person.role().name(),
            doneOn,
            findings,
            at.atOffset(ZoneOffset.UTC),
            by)
        .query(Long.class)
        .single();
  }

  List<Check> listChecks(long sourceId, int limit) {
    return jdbc.sql(
            """
            select k.id, k.role, p.name, k.done_on, k.findings
            from filings.duty_check k join filings.accountable p on p.id = k.accountable_id
            where k.source_id = ? order by k.done_on desc, k.id desc limit ?
            """)
        .params(sourceId, limit)
        .query(
            (row, number) ->
                new Check(
                    row.getLong("id"),
                    AccountableRole.valueOf(row.getString("role")),
                    row.getString("name"),
                    row.getObject("done_on", LocalDate.class),
                    row.getString("findings")))
        .list();
  }

  private static Accountable person(ResultSet row, int number) throws SQLException {
    return new Accountable(
        row.getLong("id"),
        AccountableRole.valueOf(row.getString("role")),
        row.getString("name"),
        row.getString("post"),
        row.getString("phone"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("to_date", LocalDate.class),
        row.getObject("recorded_on", LocalDate.class));
  }
}
