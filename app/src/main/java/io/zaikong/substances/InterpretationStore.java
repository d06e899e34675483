package io.zaikong.substances;

import io.zaikong.substances.Interpretations.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rulings on the limits of the derivation. */
@Repository
class InterpretationStore {

  private final JdbcClient jdbc;

  InterpretationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What stands on a day: of each limit the ruling of the latest day, and of one day the last. */
  List<Ruling> listStanding(String edition, LocalDate day) {
    return jdbc.sql(
            """
            select distinct on (key) id, key, value, from_day, reason, ruled_by, ruled_at
            from substances.interpretation_ruling where edition = ? and from_day <= ?
            order by key, from_day desc, id desc
            """)
        .params(edition, day)
        .query(InterpretationStore::ruling)
        .list();
  }

  /** Newest first. */
  List<Ruling> list(String edition, String key) {
    return jdbc.sql(
            """
            select id, key, value, from_day, reason, ruled_by, ruled_at
            from substances.interpretation_ruling where edition = ? and key = ? order by from_day desc, id desc
            """)
        .params(edition, key)
        .query(InterpretationStore::ruling)
        .list();
  }

  long insert(String edition, Ruling ruling) {
    return jdbc.sql(
            """
            insert into substances.interpretation_ruling (edition, key, value, from_day, reason, ruled_by, ruled_at)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .params(
            edition,
            ruling.key(),
            ruling.value(),
            ruling.from(),
            ruling.reason(),
            ruling.ruledBy(),
            ruling.ruledAt().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Marks those whose day has come, and gives them. */
  List<Long> start(LocalDate day, Instant at) {
    return jdbc.sql(
            """
            insert into substances.interpretation_start (ruling_id, started_at)
            select id, ? from substances.interpretation_ruling r where from_day <= ?
              and not exists (select from substances.interpretation_start s where s.ruling_id = r.id)
            on conflict do nothing returning ruling_id
            """)
        .params(at.atOffset(ZoneOffset.UTC), day)
        .query(Long.class)
        .list();
  }

  private static Ruling ruling(ResultSet row, int number) throws SQLException {
    return new Ruling(
        row.getLong("id"),
        row.getString("key"),
        row.getBigDecimal("value"),
        row.getObject("from_day", LocalDate.class),
        row.getString("reason"),
        row.getString("ruled_by"),
        row.getObject("ruled_at", OffsetDateTime.class).toInstant());
  }
}
