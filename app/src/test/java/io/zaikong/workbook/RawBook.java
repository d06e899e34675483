package io.zaikong.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook made part by part, so that a test can spoil any of them. */
final class RawBook {

  static final String CONTENT_TYPES = "[Content_Types].xml";
  static final String WORKBOOK = "xl/workbook.xml";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String STRINGS = "xl/sharedStrings.xml";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> stored = new ArrayList<>();

  RawBook() {
    with(
        CONTENT_TYPES,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
            + " PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPES
            + "sheet.main+xml\"/></Types>");
    with(
        WORKBOOK,
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    with(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
            + relation("r1", "worksheet", "worksheets/sheet1.xml")
            + relation("r2", "sharedStrings", "sharedStrings.xml")
            + relation("r3", "styles", "/xl/styles.xml")
            + "</Relationships>");
    with(STRINGS, "<sst xmlns=\"" + MAIN + "\"><si><t>文字</t></si></sst>");
    with(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\""
            + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs><xf"
            + " numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf"
            + " numFmtId=\"22\"/></cellXfs></styleSheet>");
    rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  RawBook with(String part, String content) {
    return with(part, content.getBytes(StandardCharsets.UTF_8));
  }

  RawBook with(String part, byte[] content) {
    parts.put(part, content);
    return this;
  }

  RawBook rows(String rows) {
    return with(SHEET, sheet(rows));
  }

  static String sheet(String rows) {
    return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  /** One row with one cell of the given attributes and content. */
  RawBook cell(String attributes, String content) {
    return rows("<row r=\"1\"><c r=\"A1\" " + attributes + ">" + content + "</c></row>");
  }

  RawBook stored(String part) {
    stored.add(part);
    return this;
  }

  String part(String name) {
    return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        if (stored.contains(part.getKey())) {
          CRC32 crc = new CRC32();
          crc.update(part.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(part.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The rows of a workbook that opens. */
  static List<Row> read(byte[] bytes, String sheet) {
    if (!(WorkbookReader.open(bytes) instanceof Opening.Opened opened)) {
      throw new AssertionError("refused: " + WorkbookReader.open(bytes));
    }
    List<Row> rows = new ArrayList<>();
    opened.workbook().forEachRow(sheet, rows::add);
    return rows;
  }

  /** The only cell of the only row. */
  Cell only() {
    return read(bytes(), "表").getFirst().cell(0);
  }

  /** Why the bytes are refused; "opened" if they are not. */
  static String refusal(byte[] bytes) {
    return switch (WorkbookReader.open(bytes)) {
      case Opening.Opened opened -> "opened";
      case Opening.Refused refused -> refused.code();
    };
  }

  String refusal() {
    return refusal(bytes());
  }
}
