package io.zaikong.journal;

/**
 * A sealed run of the journal: the entries of one epoch whose transaction id lies from the previous
 * block's {@code uptoXid} to this one's (excluded).
 *
 * @param epoch the span in which transaction ids are comparable; a restore begins the next
 * @param seal SM3 over the previous seal, the height and the entries; 64 hexadecimal digits
 */
public record Block(long height, int epoch, long uptoXid, int entries, String seal) {

  static final Block GENESIS = new Block(0, 0, 0, 0, "0".repeat(64));

  /** Where the entries of an epoch begin that follow this block. */
  long nextXid(int inEpoch) {
    return inEpoch == epoch ? uptoXid : 0;
  }
}
