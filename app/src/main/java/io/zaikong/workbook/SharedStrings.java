package io.zaikong.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The strings that cells refer to by number. */
final class SharedStrings {

  static final SharedStrings NONE = new SharedStrings(List.of());

  private final List<String> values;

  private SharedStrings(List<String> values) {
    this.values = values;
  }

  static SharedStrings read(Container container, String part, Limits limits)
      throws IOException, XMLStreamException {
    List<String> values = new ArrayList<>();
    long chars = 0;
    try (Reader guarded = container.open(part)) {
      XMLStreamReader xml = Xml.reader(guarded);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
          String value = new TextRuns("sharedStrings", String.valueOf(values.size() + 1)).read(xml);
          values.add(value);
          chars += value.length();
          if (values.size() > limits.strings() || chars > limits.stringChars()) {
            throw new Refusal("too-many-strings", String.valueOf(limits.strings()));
          }
        }
      }
    }
    return new SharedStrings(values);
  }

  /**
   * @throws Refusal when there is no such string
   */
  String get(String index) {
    try {
      int i = Integer.parseInt(index.strip());
      if (i >= 0 && i < values.size()) {
        return values.get(i);
      }
    } catch (NumberFormatException e) {
      // as good as out of range
    }
    throw new Refusal("damaged");
  }
}
