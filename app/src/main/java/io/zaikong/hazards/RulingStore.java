package io.zaikong.hazards;

import io.zaikong.hazards.Rulings.Progress;
import io.zaikong.hazards.Rulings.Renewal;
import io.zaikong.hazards.Rulings.Ruling;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rulings, and how far the units have been graded anew by each. */
@Repository
class RulingStore {

  /** Locks that declarations share and a regrading takes alone for a moment. */
  private static final long LOCK = 18218;

  private static final String RULINGS =
      """
      select b.id, b.edition, b.table1_no, b.beta, b.reason, b.ruled_by, b.ruled_at,
        p.id as regrading_id, p.units_total, p.units_done, p.units_changed, p.levels_changed, p.stopped, p.ended_at
      from hazards.beta_ruling b left join hazards.regrading p on p.ruling_id = b.id
      """;

  private final JdbcClient jdbc;

  RulingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest ruling on each row. */
  List<Ruling> listStanding(String edition) {
    return jdbc.sql(
            RULINGS
                + """
                where b.edition = ? and not exists (select from hazards.beta_ruling later
                  where later.edition = b.edition and later.table1_no = b.table1_no and later.id > b.id)
                order by b.table1_no
                """)
        .param(edition)
        .query(RulingStore::ruling)
        .list();
  }

  /** All rulings on a row, newest first. */
  List<Ruling> list(String edition, int table1No) {
    return jdbc.sql(RULINGS + "where b.edition = ? and b.table1_no = ? order by b.id desc")
        .params(edition, table1No)
        .query(RulingStore::ruling)
        .list();
  }

  Optional<Ruling> find(long id) {
    return jdbc.sql(RULINGS + "where b.id = ?").param(id).query(RulingStore::ruling).optional();
  }

  long insert(String edition, int table1No, BigDecimal beta, String reason, String by, Instant at) {
    return jdbc.sql(
            """
            with ruling as (
              insert into hazards.beta_ruling (edition, table1_no, beta, reason, ruled_by, ruled_at)
              values (?, ?, ?, ?, ?, ?) returning id)
            insert into hazards.regrading (ruling_id) select id from ruling returning ruling_id
            """)
        .params(edition, table1No, beta, reason, by, at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** The last regrading by other rules. */
  Optional<Renewal> findRenewal() {
    return jdbc.sql(
            """
            select id, id as regrading_id, edition, catalogue, units_total, units_done, units_changed, levels_changed, stopped, ended_at
            from hazards.regrading where edition is not null order by id desc limit 1
            """)
        .query(
            (row, number) ->
                new Renewal(
                    row.getLong("id"),
                    row.getString("edition"),
                    row.getString("catalogue"),
                    progress(row)))
        .optional();
  }

  Optional<Progress> findProgress(long id) {
    return jdbc.sql(
            """
            select id as regrading_id, units_total, units_done, units_changed, levels_changed, stopped, ended_at
            from hazards.regrading where id = ?
            """)
        .param(id)
        .query((row, number) -> progress(row))
        .optional();
  }

  /** By the id of the ruling on a limit. */
  Map<Long, Progress> listProgressByLimit(Collection<Long> interpretationIds) {
    Map<Long, Progress> progress = new HashMap<>();
    jdbc.sql(
            """
            select interpretation_id, id as regrading_id, units_total, units_done, units_changed, levels_changed, stopped,
              ended_at
            from hazards.regrading where interpretation_id = any (?::bigint[])
            """)
        .param(interpretationIds.toArray(Long[]::new))
        .query((row, number) -> progress.put(row.getLong("interpretation_id"), progress(row)))
        .list();
    return progress;
  }

  /** Whoever grades holds it to the end of the transaction, from before the rulings are read. */
  void lockRulings() {
    jdbc.sql("select count(*) from pg_advisory_xact_lock_shared(?)")
        .param(LOCK)
        .query(Long.class)
        .single();
  }

  /** Waits until everybody is done who may not have seen the latest ruling. */
  void waitForGradings() {
    jdbc.sql("select count(*) from pg_advisory_xact_lock(?)")
        .param(LOCK)
        .query(Long.class)
        .single();
  }

  private static Ruling ruling(ResultSet row, int number) throws SQLException {
    return new Ruling(
        row.getLong("id"),
        row.getString("edition"),
        row.getInt("table1_no"),
        row.getBigDecimal("beta"),
        row.getString("reason"),
        row.getString("ruled_by"),
        row.getObject("ruled_at", OffsetDateTime.class).toInstant(),
        progress(row));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getLong("regrading_id"),
        row.getInt("units_total"),
        row.getInt("units_done"),
        row.getInt("units_changed"),
        row.getInt("levels_changed"),
        row.getObject("ended_at") != null
            ? Rulings.State.DONE
            : row.getBoolean("stopped") ? Rulings.State.STOPPED : Rulings.State.RUNNING);
  }
}
