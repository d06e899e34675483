package io.zaikong.documents;

import java.util.Locale;

/** Names of files as people may see and save them. */
final class FileNames {

  private static final int LONGEST = 120;
  private static final int LONGEST_EXTENSION = 10;

  private FileNames() {}

  /**
   * The last part of a path, without controls, without marks that turn the direction of writing,
   * and without what a file system reserves; never empty.
   */
  static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain =
        last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
            .replaceAll("[<>:\"|?*]", "_")
            .replaceAll("^[.\\s]+|[.\\s]+$", "");
    if (plain.length() > LONGEST) {
      String extension = extension(plain);
      plain = plain.substring(0, LONGEST - extension.length() - 1) + "." + extension;
    }
    return plain.isEmpty() ? "file" : plain;
  }

  /** What follows the last point, in lower case; empty when there is none. */
  static String extension(String name) {
    int point = name.lastIndexOf('.');
    String extension = point < 0 ? "" : name.substring(point + 1);
    return extension.length() > LONGEST_EXTENSION || !extension.matches("[A-Za-z0-9]+")
        ? ""
        : extension.toLowerCase(Locale.ROOT);
  }
}
