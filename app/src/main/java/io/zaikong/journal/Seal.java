package io.zaikong.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Computes a block's seal: SM3 (GB/T 32905-2016) over length-prefixed fields, so that no two runs
 * of entries read alike.
 */
final class Seal {

  private final SM3Digest digest = new SM3Digest();

  private Seal() {}

  static String of(String previousSeal, long height, List<JournalEntry> entries) {
    Seal seal = new Seal();
    seal.add(previousSeal);
    seal.add(height);
    seal.add(entries.size());
    for (JournalEntry entry : entries) {
      seal.add(entry.id());
      seal.add(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
      seal.add(entry.actorId());
      seal.add(entry.actorName());
      seal.add(entry.act());
      seal.add(entry.subject());
      seal.add(entry.subjectId());
      seal.add(entry.divisionCode());
      Long enterprise = entry.enterpriseId();
      seal.add(enterprise == null ? 0 : enterprise);
      seal.add(entry.address());
      seal.add(entry.detail());
    }
    byte[] hash = new byte[seal.digest.getDigestSize()];
    seal.digest.doFinal(hash, 0);
    return HexFormat.of().formatHex(hash);
  }

  private void add(long value) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    digest.update(bytes, 0, bytes.length);
  }

  private void add(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes, 0, bytes.length);
  }
}
