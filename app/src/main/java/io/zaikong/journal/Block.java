package io.zaikong.journal;

/**
 * A sealed run of the journal: the entries whose transaction id lies from the previous block's
 * {@code uptoXid} to this one's (excluded).
 *
 * @param seal SM3 over the previous seal, the height and the entries; 64 hexadecimal digits
 */
public record Block(long height, long uptoXid, int entries, String seal) {

  static final Block GENESIS = new Block(0, 0, 0, "0".repeat(64));
}
