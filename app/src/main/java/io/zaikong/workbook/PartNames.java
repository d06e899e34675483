package io.zaikong.workbook;

import java.util.Locale;
import java.util.Set;

/** What the names of a container's parts tell. */
final class PartNames {

  private static final int SHOWN = 60;

  private PartNames() {}

  /**
   * @throws Refusal unless the name stays inside the container
   */
  static void require(String name) {
    boolean odd =
        name.isEmpty()
            || name.length() > 255
            || name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || name.chars().anyMatch(Character::isISOControl);
    for (String segment : name.split("/", -1)) {
      odd |= segment.equals("..") || segment.equals(".");
    }
    if (odd) {
      throw new Refusal("bad-part-name", shown(name));
    }
  }

  /**
   * @param names in lower case
   * @throws Refusal for macros, links to other files, embedded objects, and other kinds of document
   */
  static void requireHarmless(Set<String> names) {
    for (String name : names) {
      if (name.contains("vbaproject") || name.startsWith("xl/macrosheets/")) {
        throw new Refusal("macro");
      }
      if (name.startsWith("xl/externallinks/")) {
        throw new Refusal("external-link");
      }
      if (name.startsWith("xl/embeddings/") || name.startsWith("xl/activex/")) {
        throw new Refusal("embedded");
      }
    }
    if (names.contains("xl/workbook.bin")) {
      throw new Refusal("xlsb");
    }
    if (!names.contains("[content_types].xml")) {
      throw new Refusal("not-a-workbook");
    }
    if (names.contains("word/document.xml") || names.contains("ppt/presentation.xml")) {
      throw new Refusal("other-office");
    }
  }

  static boolean isXml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
  }

  /** The name as a message may show it. */
  static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }
}
