package io.zaikong.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The ZIP container of a workbook. Checked once from end to end; parts are then opened through the
 * same central directory, so that what was checked is what is read.
 */
final class Container {

  private static final int CENTRAL_HEADER = 0x02014b50;

  private final ZipFile zip;
  private final Limits limits;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  private Container(ZipFile zip, Limits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /**
   * @throws Refusal when the container breaks a limit, or hides what a workbook of rows has no need
   *     of
   * @throws IOException when it is damaged
   */
  static Container check(byte[] bytes, Limits limits) throws IOException {
    // counted before the directory is read, which makes an object of every entry
    if (count(bytes, CENTRAL_HEADER) > limits.entries()) {
      throw tooManyEntries(limits);
    }
    ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setUseUnicodeExtraFields(false)
            .get();
    Container container = new Container(zip, limits);
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > limits.entries()) {
      throw tooManyEntries(limits);
    }
    for (ZipArchiveEntry entry : entries) {
      PartNames.require(entry.getName());
      requireReadable(entry, bytes.length);
      if (container.parts.put(key(entry.getName()), entry) != null) {
        throw new Refusal("duplicate-part", PartNames.shown(entry.getName()));
      }
    }
    PartNames.requireHarmless(container.parts.keySet());
    container.walk(entries);
    return container;
  }

  private void walk(List<ZipArchiveEntry> entries) throws IOException {
    long total = 0;
    char[] chars = new char[8192];
    byte[] buffer = new byte[8192];
    for (ZipArchiveEntry entry : entries) {
      CRC32 crc = new CRC32();
      var counted = new LimitedStream(zip.getInputStream(entry), entry, limits, total);
      try (InputStream in = new CheckedInputStream(counted, crc)) {
        if (PartNames.isXml(entry.getName())) {
          Reader guard = XmlGuard.over(in);
          while (guard.read(chars) >= 0) {
            // the guard refuses what must not be there
          }
        }
        while (in.read(buffer) >= 0) {
          // to the end, for the sum
        }
      }
      total += counted.count();
      if (!entry.isDirectory() && crc.getValue() != entry.getCrc()) {
        throw new Refusal("damaged");
      }
    }
  }

  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  /** The part's characters, guarded. */
  Reader open(String part) throws IOException {
    ZipArchiveEntry entry = parts.get(key(part));
    if (entry == null) {
      throw new Refusal("damaged");
    }
    return XmlGuard.over(new LimitedStream(zip.getInputStream(entry), entry, limits, 0));
  }

  private static void requireReadable(ZipArchiveEntry entry, int fileBytes) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new Refusal("encrypted");
    }
    boolean known = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    if (!known || entry.getCompressedSize() < 0 || entry.getCompressedSize() > fileBytes) {
      throw new Refusal("damaged");
    }
  }

  private static Refusal tooManyEntries(Limits limits) {
    return new Refusal("too-many-entries", String.valueOf(limits.entries()));
  }

  private static String key(String part) {
    return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
  }

  private static int count(byte[] bytes, int littleEndian) {
    int found = 0;
    int window = 0;
    for (byte b : bytes) {
      window = (window >>> 8) | (b << 24);
      if (window == littleEndian) {
        found++;
      }
    }
    return found;
  }
}
