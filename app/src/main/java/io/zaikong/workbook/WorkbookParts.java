package io.zaikong.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * What the workbook part and its relations tell.
 *
 * @param sheets part names of the worksheets by title, in the workbook's order
 * @param from1904 whether dates count from 1904
 */
record WorkbookParts(
    Map<String, String> sheets, SharedStrings strings, DateStyles dates, boolean from1904) {

  private static final String DEFAULT_WORKBOOK = "xl/workbook.xml";

  private record Relation(String type, String target) {}

  static WorkbookParts read(Container container, Limits limits)
      throws IOException, XMLStreamException {
    String workbook = workbookPart(container);
    Map<String, Relation> relations = relations(container, workbook);
    Map<String, String> sheets = new LinkedHashMap<>();
    boolean[] from1904 = new boolean[1];
    Xml.forEachElement(
        container,
        workbook,
        xml -> {
          if (xml.getLocalName().equals("workbookPr")) {
            String value = Xml.text(xml, "date1904");
            from1904[0] = value.equals("1") || value.equals("true");
          } else if (xml.getLocalName().equals("sheet")) {
            Relation relation = relations.get(Xml.text(xml, "id"));
            String name = Escapes.clean(Xml.text(xml, "name"));
            boolean rows = relation != null && relation.type.endsWith("/worksheet");
            if (relation == null || sheets.size() >= Limits.SHEETS) {
              throw new Refusal("damaged");
            }
            if (rows && sheets.put(name, relation.target) != null) {
              throw new Refusal("damaged");
            }
          }
        });
    if (sheets.isEmpty()) {
      throw new Refusal("not-a-workbook");
    }
    SharedStrings strings = SharedStrings.NONE;
    DateStyles dates = DateStyles.NONE;
    for (Relation relation : relations.values()) {
      if (relation.type.endsWith("/sharedStrings")) {
        strings = SharedStrings.read(container, relation.target, limits);
      } else if (relation.type.endsWith("/styles")) {
        dates = DateStyles.read(container, relation.target);
      }
    }
    return new WorkbookParts(sheets, strings, dates, from1904[0]);
  }

  private static String workbookPart(Container container) throws IOException, XMLStreamException {
    String[] found = {DEFAULT_WORKBOOK};
    Xml.forEachElement(
        container,
        "[Content_Types].xml",
        xml -> {
          String type = Xml.text(xml, "ContentType").toLowerCase(Locale.ROOT);
          if (type.contains("sheet.binary")) {
            throw new Refusal("xlsb");
          }
          if (type.contains("macro") || type.contains("vbaproject")) {
            throw new Refusal("macro");
          }
          if (type.contains("externallink")) {
            throw new Refusal("external-link");
          }
          if (type.contains("oleobject") || type.contains("activex")) {
            throw new Refusal("embedded");
          }
          if (type.endsWith("spreadsheetml.sheet.main+xml")
              && xml.getLocalName().equals("Override")) {
            found[0] = Xml.text(xml, "PartName");
          }
        });
    if (!container.has(found[0])) {
      throw new Refusal("not-a-workbook");
    }
    return found[0].startsWith("/") ? found[0].substring(1) : found[0];
  }

  private static Map<String, Relation> relations(Container container, String workbook)
      throws IOException, XMLStreamException {
    int slash = workbook.lastIndexOf('/') + 1;
    String folder = workbook.substring(0, slash);
    Map<String, Relation> relations = new HashMap<>();
    Xml.forEachElement(
        container,
        folder + "_rels/" + workbook.substring(slash) + ".rels",
        xml -> {
          if (!xml.getLocalName().equals("Relationship")
              || Xml.text(xml, "TargetMode").equals("External")) {
            return;
          }
          String target = Xml.text(xml, "Target");
          relations.put(
              Xml.text(xml, "Id"),
              new Relation(
                  Xml.text(xml, "Type"),
                  target.startsWith("/") ? target.substring(1) : folder + target));
        });
    return relations;
  }
}
