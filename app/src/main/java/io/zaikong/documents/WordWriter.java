package io.zaikong.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The XHTML of a paper as docx: letterhead, headings, paragraphs and tables with a head that is
 * repeated, in the fonts that Chinese word processors bring along.
 */
final class WordWriter {

  private static final String BODY = "仿宋";
  private static final String HEADING = "黑体";
  private static final String TITLE = "宋体";
  private static final String RED = "C00000";
  private static final int TWIPS_PER_MM = 57;

  private final XWPFDocument word;

  private WordWriter(XWPFDocument word) {
    this.word = word;
  }

  static byte[] write(Document page) {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream output = new ByteArrayOutputStream()) {
      WordWriter writer = new WordWriter(word);
      writer.page();
      writer.blocks((Element) page.getElementsByTagName("body").item(0));
      writer.pageNumbers();
      word.write(output);
      return output.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A4 with the margins of GB/T 9704-2012 5.2. */
  private void page() {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(mm(210));
    size.setH(mm(297));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(mm(37));
    margins.setBottom(mm(35));
    margins.setLeft(mm(28));
    margins.setRight(mm(26));
  }

  private static BigInteger mm(int length) {
    return BigInteger.valueOf((long) length * TWIPS_PER_MM);
  }

  private void pageNumbers() {
    XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
    XWPFParagraph line = footer.createParagraph();
    line.setAlignment(ParagraphAlignment.CENTER);
    line.createRun().setText("— ");
    line.getCTP().addNewFldSimple().setInstr("PAGE");
    line.createRun().setText(" —");
  }

  private void blocks(Element parent) {
    for (Element child : children(parent)) {
      switch (child.getTagName()) {
        case "table" -> table(child);
        case "h1" -> text(word.createParagraph(), child, TITLE, 22, ParagraphAlignment.CENTER);
        case "h2" -> text(word.createParagraph(), child, HEADING, 14, ParagraphAlignment.LEFT);
        case "p" -> paragraph(child);
        case "div" -> blocks(child);
        default -> throw new IllegalArgumentException("no block: " + child.getTagName());
      }
    }
  }

  private void paragraph(Element p) {
    XWPFParagraph paragraph = word.createParagraph();
    switch (p.getAttribute("class")) {
      case "issuer" ->
          text(paragraph, p, TITLE, 36, ParagraphAlignment.CENTER).forEach(r -> r.setColor(RED));
      case "number" -> {
        text(paragraph, p, BODY, 16, ParagraphAlignment.CENTER);
        paragraph.setBorderBottom(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
        paragraph.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
      }
      case "right" -> text(paragraph, p, BODY, 12, ParagraphAlignment.RIGHT);
      default -> text(paragraph, p, BODY, 12, ParagraphAlignment.LEFT);
    }
  }

  private void table(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element part : children(table)) {
      if (part.getTagName().equals("tr")) {
        rows.add(part);
      } else if (!part.getTagName().equals("colgroup")) {
        rows.addAll(children(part));
      }
    }
    int columns = rows.stream().mapToInt(row -> children(row).size()).max().orElse(1);
    XWPFTable grid = word.createTable(rows.size(), columns);
    grid.setWidth("100%");
    for (int i = 0; i < rows.size(); i++) {
      XWPFTableRow row = grid.getRow(i);
      row.setCantSplitRow(true);
      row.setRepeatHeader(((Element) rows.get(i).getParentNode()).getTagName().equals("thead"));
      List<Element> cells = children(rows.get(i));
      for (int j = 0; j < cells.size(); j++) {
        cell(row.getCell(j), cells.get(j));
      }
    }
    word.createParagraph();
  }

  private static void cell(XWPFTableCell cell, Element content) {
    List<Element> lines =
        children(content).stream().filter(c -> c.getTagName().equals("div")).toList();
    boolean isHead = content.getTagName().equals("th");
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    for (Element line : lines.isEmpty() ? List.of(content) : lines) {
      text(paragraph, line, isHead ? HEADING : BODY, 10, alignment(content));
      if (line != (lines.isEmpty() ? content : lines.getLast())) {
        paragraph = cell.addParagraph();
      }
    }
  }

  private static ParagraphAlignment alignment(Element cell) {
    return cell.getAttribute("class").equals("number")
        ? ParagraphAlignment.RIGHT
        : ParagraphAlignment.LEFT;
  }

  private static List<XWPFRun> text(
      XWPFParagraph paragraph, Element content, String font, int size, ParagraphAlignment to) {
    paragraph.setAlignment(to);
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(font);
    run.setFontSize(size);
    CTFonts fonts = run.getCTR().getRPr().getRFontsArray(0);
    fonts.setEastAsia(font);
    run.setText(content.getTextContent().strip().replaceAll("\\s+", " "));
    return List.of(run);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
