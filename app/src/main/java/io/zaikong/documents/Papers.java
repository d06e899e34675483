package io.zaikong.documents;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.zaikong.shell.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints a jte template as PDF/A or Word. The template writes well-formed XHTML inside {@code
 * documents/paper.jte}; what people typed comes out escaped, as everywhere.
 */
@Component
public class Papers {

  private final TemplateEngine engine;
  private final Glyphs glyphs;
  private final PdfWriter pdf;

  Papers(TemplateEngine engine) {
    this.engine = engine;
    this.glyphs = Glyphs.load();
    this.pdf = new PdfWriter();
  }

  /**
   * @param template such as {@code hazards/web/worksheetpaper}
   * @param parameters of the template
   */
  public record Paper(String template, Map<String, Object> parameters) {}

  /** Refused when it holds characters that no packaged font has: they would print as nothing. */
  public Outcome<Paper> check(Paper paper) {
    String missing = glyphs.missing(render(paper).getDocumentElement());
    return missing.isEmpty()
        ? Outcome.done(paper)
        : Outcome.refused("", "documents.glyphs", missing);
  }

  /** PDF/A-2u, fonts embedded. */
  public byte[] pdf(Paper paper) {
    return pdf.write(render(paper));
  }

  /** The same content for a word processor (docx). */
  public byte[] word(Paper paper) {
    return WordWriter.write(render(paper));
  }

  private Document render(Paper paper) {
    StringOutput output = new StringOutput();
    engine.render(paper.template() + ".jte", paper.parameters(), output);
    Document document = parse(output.toString());
    glyphs.unify(document.getDocumentElement());
    return document;
  }

  /** Controls that XML cannot hold are left out; no template writes any. */
  static Document parse(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setNamespaceAware(true);
      String clean = xhtml.strip().replaceAll("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]", "");
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(clean)));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException("the template is no well-formed XHTML", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
