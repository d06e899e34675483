package io.zaikong.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** A workbook that has been checked; its sheets are read as streams of rows. */
public final class Workbook {

  private final Container container;
  private final WorkbookParts parts;
  private final Limits limits;

  Workbook(Container container, WorkbookParts parts, Limits limits) {
    this.container = container;
    this.parts = parts;
    this.limits = limits;
  }

  /** The titles of the sheets of rows, in order. */
  public List<String> sheetNames() {
    return List.copyOf(parts.sheets().keySet());
  }

  public boolean hasSheet(String name) {
    return parts.sheets().containsKey(name);
  }

  /**
   * Gives every row that has any content, in order; can be repeated.
   *
   * @throws IllegalArgumentException when there is no such sheet
   */
  public void forEachRow(String sheet, Consumer<Row> action) {
    if (!hasSheet(sheet)) {
      throw new IllegalArgumentException("no sheet " + sheet);
    }
    try {
      parse(sheet, action);
    } catch (IOException | XMLStreamException | Refusal e) {
      throw new IllegalStateException("a sheet that was read before cannot be read again", e);
    }
  }

  /** Reads every sheet to its end, so that whatever may go wrong goes wrong now. */
  void check() throws IOException, XMLStreamException {
    for (String sheet : parts.sheets().keySet()) {
      parse(sheet, row -> {});
    }
  }

  private void parse(String sheet, Consumer<Row> action) throws IOException, XMLStreamException {
    String part = parts.sheets().getOrDefault(sheet, "");
    try (Reader guarded = container.open(part)) {
      new SheetParser(sheet, parts, limits, Xml.reader(guarded)).forEachRow(action);
    }
  }
}
