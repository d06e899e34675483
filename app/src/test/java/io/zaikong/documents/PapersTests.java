package io.zaikong.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PapersTests {

  /** Characters whose glyph another character has too, and ones that are rare. */
  private static final String TRAPS = "一人大小山川日月水火金木土车门马鱼鸟龙龟胶〜…·／（〔2026〕12号）　①—“引”％℃㎡㬎燊";

  private static final Glyphs GLYPHS = Glyphs.load();
  private static final PdfWriter WRITER = new PdfWriter();

  private static String page(String body) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>题</title>"
        + "<link rel=\"stylesheet\" type=\"text/css\" href=\"paper.css\"/></head><body>"
        + body
        + "</body></html>";
  }

  private static byte[] pdf(String body) {
    var document = Papers.parse(page(body));
    GLYPHS.unify(document.getDocumentElement());
    return WRITER.write(document);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u3000]", "");
    }
  }

  @Test
  void theTextOfAPdfIsTheTextThatWasWritten() throws IOException {
    String written = TRAPS.replaceAll("[\\s\u3000]", "").replace('〜', '～');

    assertThat(text(pdf("<p>" + TRAPS + "</p>"))).isEqualTo("—1—" + written);
    assertThat(text(pdf("<h1>" + TRAPS + "</h1>"))).isEqualTo("—1—" + written);
    assertThat(text(pdf("<h2>" + TRAPS + "</h2>"))).isEqualTo("—1—" + written);
  }

  @Test
  void radicalsAndCompatibilityIdeographsBecomeTheCharacterThatIsDrawnTheSame() throws IOException {
    assertThat(text(pdf("<p>\u2f00\u2f08\u2f24\u2f2d\u2f46\uf900</p>"))).isEqualTo("—1—一人大山无豈");
    assertThat(GLYPHS.unified("⼀⼈")).isEqualTo("一人");
  }

  @Test
  void aCharacterThatNoFontHasIsNamedInsteadOfPrintedAsNothing() {
    assertThat(GLYPHS.missing(Papers.parse(page("<p>张\ud883\udedf一😀</p>")).getDocumentElement()))
        .isEqualTo("\ud883\udedf😀");
    assertThat(
            GLYPHS.missing(
                Papers.parse(page("<p>" + TRAPS.replace('〜', '～') + "</p>")).getDocumentElement()))
        .isEmpty();
  }

  @Test
  void aLongTableBreaksAcrossPagesWithItsHeadAndNumbersThem() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 90)
            .mapToObj(i -> "<tr><td>第" + i + "行</td><td class=\"number\">" + i + ".5</td></tr>")
            .collect(Collectors.joining());
    byte[] pdf =
        pdf(
            "<table><thead><tr><th>化学品</th><th>存量</th></tr></thead><tbody>"
                + rows
                + "</tbody></table>");

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        assertThat(stripper.getText(document).strip()).startsWith("— " + number + " —\n化学品");
      }
    }
    for (int i = 1; i <= 90; i++) {
      assertThat(text(pdf)).contains("第" + i + "行");
    }
  }

  @Test
  void itIsPdfA2uByAnIndependentValidator() throws Exception {
    byte[] pdf =
        pdf(
            "<div class=\"letterhead\"><p class=\"issuer\">淄博市应急管理局</p><p"
                + " class=\"number\">（淄）应急告〔2026〕12号</p></div><h1>标题</h1><h2>一、节</h2><p>"
                + TRAPS
                + "</p><table><tbody><tr><td>a</td></tr></tbody></table>");
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.PDFA_2_U;
    try (var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(
              result.getTestAssertions().stream()
                  .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                  .map(a -> a.getRuleId().getClause() + " " + a.getMessage()))
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=\"%s\" alt=\"\"/>",
        "<p style=\"background-image: url('%s')\">x</p>",
        "<object data=\"%s\" type=\"text/plain\">x</object>",
        "<iframe src=\"%s\"></iframe>",
        "<style>@import url('%s'); @font-face { font-family: F; src: url('%s'); } p { font-family:"
            + " F }</style><p>x</p>",
        "<link rel=\"attachment\" href=\"%s\" title=\"x\"/>",
        "<link rel=\"stylesheet\" href=\"%s\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"%s\"/></svg>"
      })
  void nothingIsLoadedButWhatIsPackaged(String markup, @TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.css"), "p { color: #123456 } geheim");
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      for (String address :
          new String[] {
            "http://localhost:" + server.getAddress().getPort() + "/x.png",
            secret.toUri().toString(),
            secret.toString(),
            "../../../../../../.." + secret,
            "packaged:../texts_zh_CN.properties",
            "packaged:/etc/passwd",
            "data:image/svg+xml,%3Csvg/%3E",
            "jar:" + secret.toUri() + "!/x"
          }) {
        String text = new String(pdf(markup.replace("%s", address)), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("geheim", "EmbeddedFile", "root:");
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void scriptsAreNeverRunNorKept() throws IOException {
    byte[] pdf = pdf("<script>app.alert(1)</script><p onclick=\"app.alert(2)\">x</p>");

    assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
        .doesNotContain("/JavaScript", "/JS", "app.alert");
  }

  @Test
  void entitiesAndBrokenMarkupAreRefused() {
    assertThatThrownBy(
            () ->
                Papers.parse(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><html>&e;</html>"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Papers.parse("<html><p></html>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordHoldsTheSameTextWithTheTablesHeadRepeated() throws IOException {
    var document =
        Papers.parse(
            page(
                "<div class=\"letterhead\"><p class=\"issuer\">局</p><p"
                    + " class=\"number\">告〔2026〕1号</p></div><h1>标题</h1>"
                    + "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td><div>一</div><div>二</div></td><td"
                    + " class=\"number\">1.5</td></tr></tbody></table><p"
                    + " class=\"right\">2026年7月1日</p>"));
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordWriter.write(document)))) {
      assertThat(word.getParagraphs())
          .extracting(p -> p.getText())
          .contains("局", "告〔2026〕1号", "标题", "2026年7月1日");
      assertThat(word.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
      assertThat(word.getTables().getFirst().getRow(1).getCell(0).getParagraphs())
          .extracting(p -> p.getText())
          .containsExactly("一", "二");
      assertThat(word.getFooterList().getFirst().getText()).contains("—");
    }
    assertThat(FileType.of(WordWriter.write(document))).contains(FileType.DOCX);
  }

  @Test
  void wordLeadsNowhereAndRunsNothing() throws IOException {
    var document =
        Papers.parse(
            page(
                "<p>{ INCLUDEPICTURE \"http://attack.example/x\" } { DDEAUTO c:\\cmd }"
                    + "<a href=\"file:///etc/passwd\">甲</a><img src=\"http://attack.example/y.png\""
                    + " alt=\"\"/><span onclick=\"x()\">乙</span><script>丙</script></p>"));
    Map<String, String> parts = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(WordWriter.write(document)))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(parts.keySet()).noneMatch(name -> name.contains("media") || name.endsWith(".bin"));
    assertThat(parts.entrySet())
        .filteredOn(part -> part.getKey().endsWith(".rels"))
        .noneMatch(part -> part.getValue().contains("TargetMode=\"External\""))
        .noneMatch(
            part -> part.getValue().contains("attack") || part.getValue().contains("passwd"));
    assertThat(parts.get("word/document.xml"))
        .contains("INCLUDEPICTURE")
        .doesNotContain("instrText", "fldSimple", "w:hyperlink", "w:object", "passwd");
  }
}
