package io.zaikong.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup: a zip whose comment, its last bytes, is the seal: SHA-256 over the whole file
 * with zeros in the seal's place. The file appears under its name whole, or not at all.
 */
final class BackupWriter implements AutoCloseable {

  static final String TABLES = "tables/";
  static final String MANIFEST = "manifest.json";
  static final String NO_SEAL = "0".repeat(Digests.HEX_LENGTH);

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final Path draft;
  private final FileChannel channel;
  private final MessageDigest digest = Digests.begin();
  private final ZipOutputStream zip;

  private BackupWriter(Path file, Path draft, FileChannel channel) {
    this.file = file;
    this.draft = draft;
    this.channel = channel;
    this.zip =
        new ZipOutputStream(
            new DigestOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), digest));
    zip.setComment(NO_SEAL);
  }

  /**
   * @throws BackupRefusedException when the file is there already
   */
  static BackupWriter create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (Files.exists(absolute)) {
      throw new BackupRefusedException(
          "文件 " + file + " 已存在,不覆盖。", "The file " + file + " exists and is not overwritten.");
    }
    Path draft = absolute.resolveSibling(absolute.getFileName() + ".unfinished");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return new BackupWriter(absolute, draft, FileChannel.open(draft, StandardOpenOption.WRITE));
  }

  /** The bytes of one entry; closing the stream ends the entry. */
  OutputStream entry(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        zip.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  /**
   * Seals the file and gives it its name.
   *
   * @return the seal
   */
  String finish() throws IOException {
    zip.finish();
    zip.flush();
    String seal = Digests.hex(digest);
    ByteBuffer bytes = StandardCharsets.US_ASCII.encode(seal);
    long place = channel.size() - seal.length();
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
    channel.force(true);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return seal;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(draft);
  }
}
