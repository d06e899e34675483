package io.zaikong.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Stops a part that unpacks to more than a workbook needs, whatever sizes its header claims. */
final class LimitedStream extends FilterInputStream {

  private final String name;
  private final long packedBytes;
  private final Limits limits;
  private final long before;
  private long count;

  /**
   * @param before bytes that the parts before this one have unpacked to
   */
  LimitedStream(InputStream in, ZipArchiveEntry entry, Limits limits, long before) {
    super(in);
    this.name = entry.getName();
    this.packedBytes = entry.getCompressedSize();
    this.limits = limits;
    this.before = before;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      add(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      add(read);
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    add(skipped);
    return skipped;
  }

  private void add(long bytes) {
    count += bytes;
    if (before + count > limits.unpackedBytes()) {
      throw new Refusal("too-large-unpacked", String.valueOf(limits.unpackedBytes() >> 20));
    }
    if (count > Limits.FREE_BYTES && count > packedBytes * limits.ratio()) {
      throw new Refusal("bomb", PartNames.shown(name));
    }
  }
}
