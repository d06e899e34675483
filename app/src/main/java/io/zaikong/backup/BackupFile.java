package io.zaikong.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read through once and found to be as it was written. */
final class BackupFile implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_MANIFEST_BYTES = 16 << 20;

  private final ZipFile zip;
  private final Manifest manifest;
  private final String seal;

  private BackupFile(ZipFile zip, Manifest manifest, String seal) {
    this.zip = zip;
    this.manifest = manifest;
    this.seal = seal;
  }

  /**
   * @throws BackupRefusedException when it is not a backup, or not as it was written
   */
  static BackupFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupRefusedException("没有文件 " + file + "。", "There is no file " + file + ".");
    }
    String seal = requireSeal(file);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw altered(file);
    }
    try {
      return new BackupFile(zip, readManifest(file, zip), seal);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static String requireSeal(Path file) throws IOException {
    long content = Files.size(file) - Digests.HEX_LENGTH;
    MessageDigest digest = Digests.begin();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (long left = content; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw altered(file);
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      digest.update(BackupWriter.NO_SEAL.getBytes(StandardCharsets.US_ASCII));
      String seal = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      if (!seal.equals(Digests.hex(digest))) {
        throw altered(file);
      }
      return seal;
    }
  }

  private static Manifest readManifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(BackupWriter.MANIFEST);
    if (entry == null || entry.getSize() > LONGEST_MANIFEST_BYTES) {
      throw altered(file);
    }
    Manifest manifest;
    try (InputStream in = zip.getInputStream(entry)) {
      manifest = new JsonMapper().readValue(in.readAllBytes(), Manifest.class);
    } catch (JacksonException e) {
      throw altered(file);
    }
    if (manifest.format() != Manifest.FORMAT) {
      throw new BackupRefusedException(
          "备份文件的格式版本是 %d,本程序只认识 %d。".formatted(manifest.format(), Manifest.FORMAT),
          "The backup's format is %d; this program reads %d."
              .formatted(manifest.format(), Manifest.FORMAT));
    }
    Set<String> entries = new TreeSet<>();
    zip.stream().map(ZipEntry::getName).forEach(entries::add);
    Set<String> expected = new TreeSet<>(Set.of(BackupWriter.MANIFEST));
    manifest.tables().forEach(table -> expected.add(BackupWriter.TABLES + table.name()));
    if (!entries.equals(expected)) {
      throw altered(file);
    }
    return manifest;
  }

  private static BackupRefusedException altered(Path file) {
    return new BackupRefusedException(
        "备份文件 " + file + " 不完整或被改动(封印不符),未恢复任何内容。",
        "The backup "
            + file
            + " is cut short or was altered (its seal does not fit); nothing was restored.");
  }

  Manifest manifest() {
    return manifest;
  }

  String seal() {
    return seal;
  }

  InputStream open(Manifest.Table table) throws IOException {
    return zip.getInputStream(zip.getEntry(BackupWriter.TABLES + table.name()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
