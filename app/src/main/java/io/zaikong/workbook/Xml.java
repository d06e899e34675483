package io.zaikong.workbook;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The JDK's pull parser, set to know neither document types nor anything outside its input. */
final class Xml {

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  /** What is done at the start of each element. */
  interface OnElement {
    void at(XMLStreamReader xml) throws XMLStreamException;
  }

  static XMLStreamReader reader(Reader guarded) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(guarded);
  }

  static void forEachElement(Container container, String part, OnElement action)
      throws IOException, XMLStreamException {
    try (Reader guarded = container.open(part)) {
      XMLStreamReader xml = reader(guarded);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          action.at(xml);
        }
      }
    }
  }

  /** The attribute by its local name, whatever its namespace; null when there is none. */
  static @Nullable String attribute(XMLStreamReader xml, String localName) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(localName)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The attribute, or the empty string. */
  static String text(XMLStreamReader xml, String localName) {
    String value = attribute(xml, localName);
    return value == null ? "" : value;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the workbook is read");
        });
    return factory;
  }
}
