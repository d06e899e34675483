package io.zaikong.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * What the packaged fonts can print. Where several characters are drawn the same (⼀ and 一) one
 * stands for all, so that a PDF holds the text that its reader searches for.
 */
final class Glyphs {

  private static final String BASE = "fonts/serif.ttf";
  private static final int LAST_CODE = 0x3ffff;

  private final BitSet printable;
  private final Map<Integer, Integer> same;

  private Glyphs(BitSet printable, Map<Integer, Integer> same) {
    this.printable = printable;
    this.same = same;
  }

  static Glyphs load() {
    BitSet printable = new BitSet();
    try (TrueTypeFont font =
        new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(open(BASE)))) {
      CmapLookup cmap = font.getUnicodeCmapLookup();
      for (int code = 0; code <= LAST_CODE; code++) {
        printable.set(code, cmap.getGlyphId(code) != 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Glyphs(printable, sameGlyphs());
  }

  private static Map<Integer, Integer> sameGlyphs() {
    Map<Integer, Integer> same = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(open("fonts/same-glyph.csv"), StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .map(line -> line.split(",", 2))
          .forEach(pair -> same.put(Integer.parseInt(pair[0], 16), Integer.parseInt(pair[1], 16)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(same);
  }

  static InputStream open(String name) {
    return Objects.requireNonNull(Glyphs.class.getResourceAsStream(name), name);
  }

  /** Puts the one character for all that are drawn the same. */
  void unify(Node node) {
    eachText(node, text -> text.setData(unified(text.getData())));
  }

  String unified(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(code -> same.getOrDefault(code, code))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The characters that cannot be printed, each once. */
  String missing(Node node) {
    StringBuilder missing = new StringBuilder();
    eachText(
        node,
        text ->
            text.getData()
                .codePoints()
                .filter(code -> !Character.isWhitespace(code) && !printable.get(code))
                .filter(code -> missing.indexOf(Character.toString(code)) < 0)
                .forEach(missing::appendCodePoint));
    return missing.toString();
  }

  private static void eachText(Node node, Consumer<Text> work) {
    if (node instanceof Text text) {
      work.accept(text);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      eachText(child, work);
    }
  }
}
