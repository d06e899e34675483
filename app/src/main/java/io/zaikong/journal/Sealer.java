package io.zaikong.journal;

import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every second seals what has been written by transactions that have ended. */
@Component
public class Sealer {

  private static final Actor SEALER = Actor.system("journal sealer", Scope.nothing());

  private final BlockStore store;
  private final Clock clock;
  private final TransactionTemplate transactions;

  Sealer(BlockStore store, Clock clock, PlatformTransactionManager transactions) {
    this.store = store;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Seals what can be sealed now; does nothing when there is nothing new. */
  @Scheduled(fixedDelayString = "PT1S")
  public void seal() {
    SEALER.run(() -> transactions.executeWithoutResult(status -> sealNext()));
  }

  private void sealNext() {
    if (!store.takeTurn()) {
      return;
    }
    Block last = store.findLast().orElse(Block.GENESIS);
    seal(store, last, store.currentEpoch(), store.oldestRunning(), clock.instant());
  }

  /**
   * Appends a block of what an epoch holds after the last one up to an id, unless that is nothing.
   */
  static void seal(BlockStore store, Block last, int epoch, long upto, Instant at) {
    List<JournalEntry> entries = store.listBetween(epoch, last.nextXid(epoch), upto);
    if (!entries.isEmpty()) {
      long height = last.height() + 1;
      String seal = Seal.of(last.seal(), height, entries);
      store.insert(new Block(height, epoch, upto, entries.size(), seal), at);
    }
  }
}
