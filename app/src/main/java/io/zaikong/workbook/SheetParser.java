package io.zaikong.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one worksheet part, row by row. */
final class SheetParser {

  private final String sheet;
  private final WorkbookParts parts;
  private final Limits limits;
  private final XMLStreamReader xml;
  private int rowNumber;
  private int column;
  private int rows;

  SheetParser(String sheet, WorkbookParts parts, Limits limits, XMLStreamReader xml) {
    this.sheet = sheet;
    this.parts = parts;
    this.limits = limits;
    this.xml = xml;
  }

  /** Every row that has any content, in the order of the part. */
  void forEachRow(Consumer<Row> action) throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    boolean data = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "sheetData" -> data = true;
          case "row" -> {
            rowNumber = CellPosition.row(Xml.text(xml, "r"), rowNumber);
            column = -1;
            cells.clear();
          }
          case "c" -> {
            if (data) {
              cell(cells);
            }
          }
          default -> {}
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        if (xml.getLocalName().equals("sheetData")) {
          data = false;
        } else if (data && xml.getLocalName().equals("row") && !cells.isEmpty()) {
          if (++rows > limits.rows()) {
            throw new Refusal("too-many-rows", sheet, String.valueOf(limits.rows()));
          }
          action.accept(new Row(rowNumber, cells));
          cells.clear();
        }
      }
    }
  }

  private void cell(List<Cell> cells) throws XMLStreamException {
    column = CellPosition.column(Xml.text(xml, "r"), column);
    String type = Xml.text(xml, "t");
    String style = Xml.text(xml, "s");
    Cell cell = content(type, style);
    if (cell.text().isEmpty()) {
      return;
    }
    if (column >= limits.columns()) {
      throw new Refusal("too-many-columns", sheet, String.valueOf(limits.columns()));
    }
    if (rowNumber == 0) {
      throw new Refusal("damaged");
    }
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
  }

  private Cell content(String type, String style) throws XMLStreamException {
    var runs = new TextRuns(sheet, CellPosition.name(column, Math.max(rowNumber, 1)));
    String text = "";
    boolean formula = false;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        if (depth == 1 && (name.equals("v") || name.equals("is"))) {
          text = runs.read(xml);
        } else {
          formula |= depth == 1 && name.equals("f");
          depth++;
        }
      } else if (event == XMLStreamReader.END_DOCUMENT) {
        throw new Refusal("damaged");
      }
    }
    return text.isEmpty() ? Cell.EMPTY : typed(type, style, text, formula);
  }

  private Cell typed(String type, String style, String text, boolean formula) {
    return switch (type) {
      case "s" -> new Cell(Cell.Kind.TEXT, parts.strings().get(text), formula);
      case "inlineStr", "str" -> new Cell(Cell.Kind.TEXT, text, formula);
      case "b" -> new Cell(Cell.Kind.BOOLEAN, text.strip().equals("1") ? "TRUE" : "FALSE", formula);
      case "e" -> new Cell(Cell.Kind.ERROR, text, formula);
      case "d" -> new Cell(Cell.Kind.DATE, text, formula);
      case "", "n" -> {
        String number = NumberText.plain(text);
        if (!parts.dates().isDate(style)) {
          yield new Cell(Cell.Kind.NUMBER, number, formula);
        }
        String iso = DateStyles.iso(number, parts.from1904());
        boolean date = !iso.equals(number);
        yield new Cell(date ? Cell.Kind.DATE : Cell.Kind.NUMBER, iso, formula);
      }
      default -> throw new Refusal("damaged");
    };
  }
}
