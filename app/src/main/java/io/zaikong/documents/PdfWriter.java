package io.zaikong.documents;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * XHTML to PDF/A-2u. Nothing is loaded but the packaged files of {@link #FILES}, whatever the page
 * names: no file, no address, no inline data.
 */
final class PdfWriter {

  private static final String SCHEME = "packaged";
  private static final Set<String> FILES = Set.of("paper.css");
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  byte[] write(Document page) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(page, SCHEME + ":");
    builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
    builder.useColorProfile(colours);
    builder.withProducer("Zaikong");
    builder.useUriResolver((base, uri) -> resolve(uri));
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> resolve(uri) != null, when);
    }
    builder.useProtocolsStreamImplementation(Packaged::new, SCHEME);
    font(builder, "serif.ttf", "Paper Serif", REGULAR);
    font(builder, "serif-bold.ttf", "Paper Serif", BOLD);
    font(builder, "serif.ttf", "Paper Base", REGULAR);
    font(builder, "sans.ttf", "Paper Sans", REGULAR);
    builder.toStream(output);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(() -> Glyphs.open("fonts/" + file), family, weight, FontStyle.NORMAL, true);
  }

  /** The packaged file that is meant, or null: then it is left out. */
  private static @Nullable String resolve(String uri) {
    String name = uri.startsWith(SCHEME + ":") ? uri.substring(SCHEME.length() + 1) : uri;
    return FILES.contains(name) ? SCHEME + ":" + name : null;
  }

  /** A packaged file, opened by its address. */
  private record Packaged(String uri) implements FSStream {

    @Override
    public InputStream getStream() {
      return Glyphs.open("print/" + uri.substring(SCHEME.length() + 1));
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
