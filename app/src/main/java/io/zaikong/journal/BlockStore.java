package io.zaikong.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BlockStore {

  private final JdbcClient jdbc;

  BlockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the sealer's turn for this transaction; false when another process has it. */
  boolean takeTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('journal.sealer'))")
        .query(Boolean.class)
        .single();
  }

  /** The transaction id below which every transaction has ended. */
  long oldestRunning() {
    return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        .query(Long.class)
        .single();
  }

  Optional<Block> findLast() {
    return jdbc.sql(
            """
            select height, epoch, upto_xid::text::bigint as upto_xid, entries, seal from journal.block
            order by height desc limit 1
            """)
        .query(Block.class)
        .optional();
  }

  List<Block> listFrom(long height, int limit) {
    return jdbc.sql(
            """
            select height, epoch, upto_xid::text::bigint as upto_xid, entries, seal from journal.block
            where height >= ? order by height limit ?
            """)
        .params(height, limit)
        .query(Block.class)
        .list();
  }

  /** Lets the rest of a transaction that no actor began see every territory's entries. */
  void actAsSystem() {
    jdbc.sql("select set_config('zaikong.actor', '0', true)").query(String.class).single();
  }

  int currentEpoch() {
    return jdbc.sql("select journal.current_epoch()").query(Integer.class).single();
  }

  /** The id after the last transaction of an epoch that wrote an entry; 0 when there is none. */
  long endOf(int epoch) {
    return jdbc.sql(
            """
            select coalesce(max(xid::text::bigint) + 1, 0) from journal.entry where epoch = ?
            """)
        .param(epoch)
        .query(Long.class)
        .single();
  }

  void beginEpoch(int epoch, Instant at) {
    jdbc.sql("insert into journal.epoch (number, begun_at) values (?, ?)")
        .params(epoch, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** An epoch's entries of the transactions from one id to another (excluded), by id. */
  List<JournalEntry> listBetween(int epoch, long fromXid, long toXid) {
    return jdbc.sql(
            """
            select id, at, actor_id, actor_name, act, subject, subject_id, division_code, enterprise_id, address,
              detail::text
            from journal.entries_between(?, ?::text::xid8, ?::text::xid8)
            """)
        .params(epoch, fromXid, toXid)
        .query(JournalStore::entry)
        .list();
  }

  void insert(Block block, Instant at) {
    jdbc.sql(
            """
            insert into journal.block (height, epoch, upto_xid, entries, seal, sealed_at)
            values (?, ?, ?::text::xid8, ?, ?, ?)
            """)
        .params(
            block.height(),
            block.epoch(),
            block.uptoXid(),
            block.entries(),
            block.seal(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
