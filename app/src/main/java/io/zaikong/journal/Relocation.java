package io.zaikong.journal;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal when all data leave for another server or come from one. Works as the tables' owner,
 * in the transaction of the given data source's connection.
 */
public final class Relocation {

  private static final Actor OPERATOR = Actor.system("备份与恢复命令", Scope.nothing());

  private final JdbcClient jdbc;
  private final Clock clock;

  public Relocation(DataSource owner, Clock clock) {
    this.jdbc = JdbcClient.create(owner);
    this.clock = clock;
  }

  /** Writes down that everything was copied out. */
  public void recordBackup(Map<String, ?> detail) {
    record("backup.make", "journal.entry", "", detail);
  }

  /**
   * Ends the epoch that came with the data, with a block over what its own server had not sealed
   * yet, and begins the next with the restore as its first entry.
   */
  public void recordRestore(Map<String, ?> detail) {
    BlockStore store = new BlockStore(jdbc);
    store.actAsSystem();
    int ended = store.currentEpoch();
    Block last = store.findLast().orElse(Block.GENESIS);
    Sealer.seal(store, last, ended, store.endOf(ended), clock.instant());
    store.beginEpoch(ended + 1, clock.instant());
    record("backup.restore", "journal.epoch", Integer.toString(ended + 1), detail);
  }

  private void record(String act, String subject, String id, Map<String, ?> detail) {
    new JournalStore(jdbc)
        .insertAll(
            OPERATOR,
            act,
            List.of(new Subject(subject, id, OPERATOR.home(), null)),
            List.of(new JsonMapper().writeValueAsString(detail)),
            clock.instant());
  }
}
