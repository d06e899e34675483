package io.zaikong.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recomputes every block and compares. A chain that was rebuilt as a whole is consistent in itself:
 * only a head kept elsewhere shows it.
 */
public final class Verification {

  private static final int BATCH = 500;

  private final BlockStore store;

  public Verification(DataSource dataSource) {
    this.store = new BlockStore(JdbcClient.create(dataSource));
  }

  /**
   * What was found.
   *
   * @param faults one line a fault; empty means that the journal is as it was sealed
   * @param head the last block, to be kept outside
   */
  public record Result(List<String> faults, Block head, long entries) {

    public boolean isIntact() {
      return faults.isEmpty();
    }
  }

  /**
   * @param heads seals kept outside, by height; each must still stand
   */
  public Result verify(Map<Long, String> heads) {
    List<String> faults = new ArrayList<>();
    Block previous = Block.GENESIS;
    long entries = 0;
    for (List<Block> blocks = store.listFrom(1, BATCH);
        !blocks.isEmpty();
        blocks = store.listFrom(previous.height() + 1, BATCH)) {
      for (Block block : blocks) {
        checkEnd(previous, block.epoch(), faults);
        check(previous, block, faults);
        entries += block.entries();
        String kept = heads.get(block.height());
        if (kept != null && !kept.equals(block.seal())) {
          faults.add("区块 " + block.height() + ":与外部留存的区块头不一致,日志链被整体改写过");
        }
        previous = block;
      }
    }
    checkEnd(previous, store.currentEpoch(), faults);
    for (long height : heads.keySet()) {
      if (height > previous.height()) {
        faults.add("区块 " + height + ":外部留存有区块头,库中没有,日志链被截短");
      }
    }
    return new Result(List.copyOf(faults), previous, entries);
  }

  /** A past epoch was sealed to its end when the next began, so it holds nothing else. */
  private void checkEnd(Block previous, int next, List<String> faults) {
    for (int epoch = previous.epoch(); epoch < next; epoch++) {
      int left = store.listBetween(epoch, previous.nextXid(epoch), Long.MAX_VALUE).size();
      if (left > 0) {
        faults.add("时期 " + epoch + ":" + left + " 条记录不在任何区块中");
      }
    }
  }

  private void check(Block previous, Block block, List<String> faults) {
    if (block.epoch() < previous.epoch()) {
      faults.add("区块 " + block.height() + ":时期 " + block.epoch() + " 早于前一区块");
      return;
    }
    if (block.height() != previous.height() + 1) {
      faults.add("区块 " + (previous.height() + 1) + ":缺失");
      return;
    }
    List<JournalEntry> entries =
        store.listBetween(block.epoch(), previous.nextXid(block.epoch()), block.uptoXid());
    if (entries.size() != block.entries()) {
      faults.add(
          "区块 " + block.height() + ":封存 " + block.entries() + " 条,现有 " + entries.size() + " 条");
    } else if (!Seal.of(previous.seal(), block.height(), entries).equals(block.seal())) {
      faults.add("区块 " + block.height() + ":内容与封存时不同");
    }
  }
}
