package io.zaikong.notices;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryStore {

  private final JdbcClient jdbc;

  DeliveryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A notice that is to be sent out and was not yet looked at. */
  record Unsent(long noticeId, String owner, boolean urgent) {}

  /**
   * A message taken for one attempt.
   *
   * @param attempt its number, from 1; proves later that this attempt is still the last
   * @param subject the notice, as the journal names it
   * @param open whether the matter still waits
   */
  record Taken(
      long id,
      int attempt,
      UUID key,
      Channel channel,
      long accountId,
      Subject subject,
      Notice notice,
      boolean open) {}

  /** The message that a receipt is about. */
  record Received(long id, Subject subject) {}

  List<Unsent> takeUnsent(int limit) {
    return jdbc.sql(
            """
            select id, owner, urgent from notices.notice
            where announce and announced_at is null order by id limit ? for update skip locked
            """)
        .param(limit)
        .query(
            (row, number) ->
                new Unsent(row.getLong("id"), row.getString("owner"), row.getBoolean("urgent")))
        .list();
  }

  /** One message for each channel by which these accounts can be reached. */
  void insertAll(
      Unsent notice, Collection<Long> accounts, Collection<Channel> channels, Instant at) {
    jdbc.sql(
            """
            insert into notices.delivery (notice_id, account_id, channel, urgent, state, next_at)
            select :notice, c.account_id, c.channel, :urgent, 'WAITING', :at
            from notices.contact c
            where c.account_id = any (:accounts::bigint[]) and c.channel = any (:channels::text[])
              and (c.channel <> 'VOICE' or :urgent)
            on conflict (notice_id, account_id, channel) do nothing
            """)
        .param("notice", notice.noticeId())
        .param("urgent", notice.urgent())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("accounts", accounts.toArray(Long[]::new))
        .param("channels", channels.stream().map(Channel::name).toArray(String[]::new))
        .update();
    jdbc.sql("update notices.notice set announced_at = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), notice.noticeId())
        .update();
  }

  /** The next message that is due, urgent ones first; nobody else gets it before the lease ends. */
  Optional<Taken> take(
      Collection<Channel> channels, boolean urgentOnly, Instant now, Instant leaseEnd) {
    return jdbc.sql(
            """
            update notices.delivery d set attempts = d.attempts + 1, next_at = :lease
            from notices.notice n
            where n.id = d.notice_id and d.id = (
              select w.id from notices.delivery w
              where w.state = 'WAITING' and w.channel = any (:channels::text[]) and w.next_at <= :now
                and (w.urgent or not :urgentOnly)
              order by w.urgent desc, w.next_at, w.id limit 1 for update skip locked)
            returning d.id as delivery_id, d.attempts, d.key, d.channel, d.account_id, n.enterprise_id,
              n.ended_at is null as open, n.id, n.kind, n.subject, n.subject_id, n.title, n.href, n.division_code,
              n.due_on, n.due_clause, n.due_provisional, n.reason_key, n.reason_parameters, n.urgent, n.raised_at
            """)
        .param("lease", leaseEnd.atOffset(ZoneOffset.UTC))
        .param("channels", channels.stream().map(Channel::name).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("urgentOnly", urgentOnly)
        .query(DeliveryStore::taken)
        .optional();
  }

  /** False when a receipt or another attempt was first. */
  boolean sent(Taken taken, Instant at) {
    return jdbc.sql(
                """
                update notices.delivery set state = 'SENT', sent_at = ?, error = ''
                where id = ? and state = 'WAITING'
                """)
            .params(at.atOffset(ZoneOffset.UTC), taken.id())
            .update()
        == 1;
  }

  /** Ends it in this state, or lets it wait until then; false when this attempt is not the last. */
  boolean putOff(Taken taken, State state, Instant next, String error) {
    return jdbc.sql(
                """
                update notices.delivery set state = ?, next_at = ?, error = ?
                where id = ? and attempts = ? and state = 'WAITING'
                """)
            .params(state.name(), next.atOffset(ZoneOffset.UTC), error, taken.id(), taken.attempt())
            .update()
        == 1;
  }

  /** Empty for an unknown key, one that was never sent, or what is known already. */
  Optional<Received> receive(UUID key, State state, Instant at, String error) {
    return jdbc.sql(
            """
            update notices.delivery d set state = :state, receipt_at = :at, error = :error
            from notices.notice n
            where n.id = d.notice_id and d.key = :key and d.attempts > 0
              and (d.state in ('WAITING', 'SENT') or d.state = 'DELIVERED' and :state = 'READ')
            returning d.id, n.id as notice_id, n.division_code, n.enterprise_id
            """)
        .param("state", state.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("error", error)
        .param("key", key)
        .query((row, number) -> new Received(row.getLong("id"), subject(row, "notice_id")))
        .optional();
  }

  /** Lets a failed one wait again, from its first attempt, under the same key. */
  Optional<Subject> resend(long id, Instant at) {
    return jdbc.sql(
            """
            update notices.delivery d set state = 'WAITING', attempts = 0, next_at = ?, receipt_at = null
            from notices.notice n where n.id = d.notice_id and d.id = ? and d.state = 'FAILED'
            returning n.id as notice_id, n.division_code, n.enterprise_id
            """)
        .params(at.atOffset(ZoneOffset.UTC), id)
        .query((row, number) -> subject(row, "notice_id"))
        .optional();
  }

  List<Delivery> list(String state, long offset, int limit) {
    return jdbc.sql(
            """
            select d.id, n.kind, n.title, d.account_id, d.channel, d.urgent, d.state, d.attempts, d.next_at,
              d.sent_at, d.receipt_at, d.error
            from notices.delivery d join notices.notice n on n.id = d.notice_id
            where :state = '' or d.state = :state order by d.id desc offset :offset limit :limit
            """)
        .param("state", state)
        .param("offset", offset)
        .param("limit", limit)
        .query(DeliveryStore::delivery)
        .list();
  }

  long count(String state) {
    return jdbc.sql(
            """
            select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id
            where :state = '' or d.state = :state
            """)
        .param("state", state)
        .query(Long.class)
        .single();
  }

  private static Taken taken(ResultSet row, int number) throws SQLException {
    return new Taken(
        row.getLong("delivery_id"),
        row.getInt("attempts"),
        row.getObject("key", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getLong("account_id"),
        subject(row, "id"),
        NoticeStore.notice(row, number),
        row.getBoolean("open"));
  }

  private static Subject subject(ResultSet row, String id) throws SQLException {
    return new Subject(
        NoticeStore.SUBJECT,
        Long.toString(row.getLong(id)),
        new DivisionCode(row.getString("division_code")),
        row.getObject("enterprise_id", Long.class));
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("title"),
        row.getLong("account_id"),
        Channel.valueOf(row.getString("channel")),
        row.getBoolean("urgent"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("next_at", OffsetDateTime.class).toInstant(),
        instant(row, "sent_at"),
        instant(row, "receipt_at"),
        row.getString("error"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
