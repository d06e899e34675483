package io.zaikong.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What bytes are by their beginning, whatever the file's name says. */
final class FileKind {

  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final int SNIFFED = 4096;

  private FileKind() {}

  /**
   * @throws Refusal unless the bytes begin as a ZIP container does
   */
  static void requireZip(byte[] bytes) {
    if (bytes.length == 0) {
      throw new Refusal("empty");
    }
    if (begins(bytes, 'P', 'K', 3, 4)) {
      return;
    }
    if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refusal(contains(bytes, ENCRYPTED) ? "encrypted" : "xls");
    }
    if (begins(bytes, '%', 'P', 'D', 'F')) {
      throw new Refusal("pdf");
    }
    throw new Refusal(textKind(bytes));
  }

  private static String textKind(byte[] bytes) {
    int length = Math.min(bytes.length, SNIFFED);
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        return "not-a-workbook";
      }
    }
    String start =
        new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (start.contains("<html") || start.contains("<table") || start.contains("<?xml")) {
      return "web-page";
    }
    return start.indexOf(',') >= 0 || start.indexOf('\t') >= 0 || start.indexOf(';') >= 0
        ? "csv"
        : "not-a-workbook";
  }

  private static boolean begins(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      int j = 0;
      while (j < wanted.length && bytes[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
