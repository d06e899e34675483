package io.zaikong.workbook;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Gathers the text of an element: of its {@code t} runs where it has such (si, is), without the
 * phonetic ones; otherwise (v) its own.
 */
final class TextRuns {

  /** An escape takes seven characters for one. */
  private static final int RAW_CHARS = 7 * Limits.CELL_CHARS;

  private final String sheet;
  private final String cell;

  TextRuns(String sheet, String cell) {
    this.sheet = sheet;
    this.cell = cell;
  }

  /** From the start element that the parser stands on to its end. */
  String read(XMLStreamReader xml) throws XMLStreamException {
    boolean own = xml.getLocalName().equals("v");
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int phonetic = 0; // the depth at which a phonetic run began
    boolean run = own;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          depth++;
          if (phonetic == 0 && xml.getLocalName().equals("rPh")) {
            phonetic = depth;
          }
          run = !own && phonetic == 0 && xml.getLocalName().equals("t");
        }
        case XMLStreamReader.END_ELEMENT -> {
          if (depth == phonetic) {
            phonetic = 0;
          }
          depth--;
          run = own && depth == 1;
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          if (run) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            requireShort(text.length(), RAW_CHARS);
          }
        }
        case XMLStreamReader.END_DOCUMENT -> throw new Refusal("damaged");
        default -> {}
      }
    }
    String resolved = Escapes.resolve(text);
    requireShort(resolved.length(), Limits.CELL_CHARS);
    return resolved;
  }

  private void requireShort(int length, int limit) {
    if (length > limit) {
      throw new Refusal("cell-too-long", sheet, cell, String.valueOf(Limits.CELL_CHARS));
    }
  }
}
