package io.zaikong.coverage;

import io.zaikong.enterprises.OperatingState;
import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderStore {

  private final JdbcClient jdbc;

  ReminderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An enterprise from which nothing was received.
   *
   * @param managed whether it has people with an account of their own
   */
  record Target(long enterpriseId, String name, DivisionCode division, boolean managed) {}

  /** Until the transaction ends nobody else reminds, so that nobody is counted twice. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('coverage.reminder'))").query().listOfRows();
  }

  long insertBatch(
      long round, DivisionCode division, List<Target> targets, int waiting, String by, Instant at) {
    int managed = (int) targets.stream().filter(Target::managed).count();
    return jdbc.sql(
            """
            insert into coverage.reminder_batch (round_id, division_code, to_enterprises, to_townships, waiting_already,
              sent_at, sent_by)
            values (:round, :division, :managed, :others, :waiting, :at, :by) returning id
            """)
        .param("round", round)
        .param("division", division.value())
        .param("managed", managed)
        .param("others", targets.size() - managed)
        .param("waiting", waiting)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /** A reminder that was written down. */
  record Written(long id, long enterpriseId) {}

  /**
   * @return none for an enterprise that somebody else reminded in the same moment
   */
  List<Written> insertAll(long batch, long round, List<Target> targets, Instant at) {
    return jdbc.sql(
            """
            insert into coverage.reminder (batch_id, round_id, enterprise_id, division_code, to_enterprise, sent_at)
            select :batch, :round, t.id, t.division, t.managed, :at
            from unnest(:ids::bigint[], :divisions::text[], :managed::boolean[]) as t (id, division, managed)
            on conflict (round_id, enterprise_id) where ended_at is null do nothing
            returning id, enterprise_id
            """)
        .param("batch", batch)
        .param("round", round)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("ids", column(targets, Target::enterpriseId, Long[]::new))
        .param("divisions", column(targets, t -> t.division().value(), String[]::new))
        .param("managed", column(targets, Target::managed, Boolean[]::new))
        .query((row, number) -> new Written(row.getLong("id"), row.getLong("enterprise_id")))
        .list();
  }

  /** Ends those whose enterprise has declared meanwhile; whose they were. */
  List<Long> answer(Collection<Long> enterpriseIds, Instant at) {
    return jdbc.sql(
            """
            update coverage.reminder m set ended_at = :at, answered = true
            where m.enterprise_id = any (:ids::bigint[]) and m.ended_at is null
              and (exists (select from hazards.source s where s.enterprise_id = m.enterprise_id and s.state <> 'REMOVED'
                     and (s.inventory_id is not null or s.facts_id is not null))
                   or exists (select from coverage.none_declared n where n.round_id = m.round_id
                     and n.enterprise_id = m.enterprise_id and n.withdrawn_at is null))
            returning m.enterprise_id
            """)
        .param("ids", enterpriseIds.toArray(Long[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .list();
  }

  /**
   * One from whom nothing is expected any more.
   *
   * @param survivor the name of the enterprise with which it was merged
   */
  record Gone(long enterpriseId, OperatingState state, @Nullable String survivor) {}

  /** Those reminded that the round no longer expects; of these enterprises, or of all. */
  List<Gone> listGone(long round, LocalDate day, @Nullable Collection<Long> enterpriseIds) {
    return jdbc.sql(
            """
            select e.id as enterprise_id, e.state, s.name as survivor
            from coverage.reminder m
            join enterprises.enterprise e on e.id = m.enterprise_id
            left join enterprises.enterprise s on s.id = e.merged_into
            where m.round_id = :round and m.ended_at is null
              and (:ids::bigint[] is null or m.enterprise_id = any (:ids::bigint[]))
              and not exists (select from coverage.standing(:round, :day) t
                where t.enterprise_id = m.enterprise_id and t.state <> 'EXCUSED')
            """)
        .param("round", round)
        .param("day", day)
        .param("ids", array(enterpriseIds))
        .query(Gone.class)
        .list();
  }

  /** Ends those of a round that wait, all of them or these enterprises'; whose they were. */
  List<Long> takeBack(
      long round, @Nullable Collection<Long> enterpriseIds, String reason, Instant at) {
    return jdbc.sql(
            """
            update coverage.reminder m set ended_at = :at, answered = false, ended_reason = :reason
            where m.round_id = :round and m.ended_at is null
              and (:ids::bigint[] is null or m.enterprise_id = any (:ids::bigint[]))
            returning m.enterprise_id
            """)
        .param("round", round)
        .param("ids", array(enterpriseIds))
        .param("reason", reason)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .list();
  }

  List<ReminderBatch> listBatches(long round, int limit) {
    return jdbc.sql(
            "select * from coverage.reminder_batch where round_id = ? order by id desc limit ?")
        .params(round, limit)
        .query(ReminderStore::batch)
        .list();
  }

  Optional<ReminderBatch> findBatch(long id) {
    return jdbc.sql("select * from coverage.reminder_batch where id = ?")
        .param(id)
        .query(ReminderStore::batch)
        .optional();
  }

  List<Reminders.Sent> listSent(long batch, long offset, int limit) {
    return jdbc.sql(
            """
            select m.enterprise_id, e.name, m.division_code, m.to_enterprise, m.ended_at, m.answered,
              coalesce(m.ended_reason, '') as reason
            from coverage.reminder m join enterprises.enterprise e on e.id = m.enterprise_id
            where m.batch_id = ? order by m.id offset ? limit ?
            """)
        .params(batch, offset, limit)
        .query(
            (row, number) -> {
              OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
              return new Reminders.Sent(
                  row.getLong("enterprise_id"),
                  row.getString("name"),
                  new DivisionCode(row.getString("division_code")),
                  row.getBoolean("to_enterprise"),
                  ended == null ? null : ended.toInstant(),
                  row.getBoolean("answered"),
                  row.getString("reason"));
            })
        .list();
  }

  private static ReminderBatch batch(ResultSet row, int number) throws SQLException {
    return new ReminderBatch(
        row.getLong("id"),
        new DivisionCode(row.getString("division_code")),
        row.getInt("to_enterprises"),
        row.getInt("to_townships"),
        row.getInt("waiting_already"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getString("sent_by"));
  }

  private static Long @Nullable [] array(@Nullable Collection<Long> ids) {
    return ids == null ? null : ids.toArray(Long[]::new);
  }

  private static <V> V[] column(
      List<Target> targets, Function<Target, V> value, IntFunction<V[]> array) {
    return targets.stream().map(value).toArray(array);
  }
}
