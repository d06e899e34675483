package io.zaikong.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileWorkbookTests {

  private static final String LAUGHS =
      "<!DOCTYPE z [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
          + " \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

  @Test
  void an_empty_file_is_named_as_such() {
    assertThat(RawBook.refusal(new byte[0])).isEqualTo("empty");
  }

  @Test
  void other_kinds_of_file_are_named_whatever_their_name_says() {
    byte[] ole = new byte[2048];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
    assertThat(RawBook.refusal(ole)).isEqualTo("xls");
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, 1024, name.length);
    assertThat(RawBook.refusal(ole)).isEqualTo("encrypted");
    assertThat(RawBook.refusal(utf8("%PDF-1.7\n..."))).isEqualTo("pdf");
    assertThat(RawBook.refusal(utf8("企业名称,数量\n某厂,3\n"))).isEqualTo("csv");
    assertThat(RawBook.refusal(utf8("<html><table><tr>"))).isEqualTo("web-page");
    assertThat(RawBook.refusal(new byte[] {1, 2, 0, 4})).isEqualTo("not-a-workbook");
    assertThat(new RawBook().with("word/document.xml", "<d/>").refusal()).isEqualTo("other-office");
  }

  @Test
  void a_zip_of_other_things_is_no_workbook() throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("readme.txt"));
    }
    assertThat(RawBook.refusal(out.toByteArray())).isEqualTo("not-a-workbook");
  }

  @Test
  void a_truncated_file_is_damaged_wherever_it_ends() {
    byte[] whole = new RawBook().bytes();
    for (int length = 4; length < whole.length; length += 7) {
      assertThat(RawBook.refusal(Arrays.copyOf(whole, length))).isEqualTo("damaged");
    }
  }

  @Test
  void two_hundred_megabytes_of_spaces_are_refused_before_they_are_unpacked() {
    byte[] spaces = new byte[200 << 20];
    Arrays.fill(spaces, (byte) ' ');
    byte[] bytes = new RawBook().with(RawBook.SHEET, spaces).bytes();
    assertThat(bytes.length).isLessThan(1 << 20);
    assertThat(RawBook.refusal(bytes)).isEqualTo("bomb");
  }

  @Test
  void a_file_beyond_the_limit_is_refused_unread() {
    assertThat(RawBook.refusal(new byte[WorkbookReader.MAX_FILE_BYTES + 1]))
        .isEqualTo("too-large-file");
  }

  @Test
  void parts_that_are_large_only_together_are_refused() {
    Limits small = new Limits(20 << 20, 100, 3 << 20, 200, 100, 100, 100, 1000);
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    RawBook book = new RawBook();
    for (int i = 0; i < 3; i++) {
      book.with("xl/media/" + i + ".png", noise);
    }
    assertThat(WorkbookReader.open(book.bytes(), small))
        .isInstanceOfSatisfying(
            Opening.Refused.class, r -> assertThat(r.code()).isEqualTo("too-large-unpacked"));
  }

  @Test
  void a_container_of_thousands_of_parts_is_refused() {
    RawBook book = new RawBook();
    for (int i = 0; i < 2_100; i++) {
      book.with("xl/media/" + i + ".png", "");
    }
    assertThat(book.refusal()).isEqualTo("too-many-entries");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.xml",
        "xl/../../evil.xml",
        "/etc/passwd",
        "xl\\..\\..\\x.xml",
        "C:/evil.xml",
        "xl/./a.xml"
      })
  void a_part_that_would_leave_the_container_is_refused(String name) {
    assertThat(new RawBook().with(name, "<x/>").refusal()).isEqualTo("bad-part-name");
  }

  @Test
  void two_parts_of_one_name_are_refused_also_when_only_case_differs() {
    assertThat(new RawBook().with("XL/Workbook.xml", "<x/>").refusal()).isEqualTo("duplicate-part");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RawBook.CONTENT_TYPES,
        RawBook.WORKBOOK,
        RawBook.SHEET,
        RawBook.STRINGS,
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "docProps/core.xml",
        "xl/drawings/vmlDrawing1.vml"
      })
  void billions_of_laughs_are_refused_in_every_part_and_encoding(String part) {
    RawBook book = new RawBook();
    String body = book.part(part).isEmpty() ? "<z>&c;</z>" : book.part(part);
    String plain = body.replaceFirst("^<\\?xml[^>]*>", "");
    assertThat(book.with(part, LAUGHS + plain).refusal()).isEqualTo("dtd");
    for (var charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE"}) {
      byte[] wide =
          ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + LAUGHS + plain)
              .getBytes(java.nio.charset.Charset.forName(charset));
      assertThat(book.with(part, wide).refusal()).as(charset).isEqualTo("dtd");
    }
  }

  @Test
  void a_declaration_behind_a_comment_is_refused_and_one_inside_a_comment_is_not() {
    RawBook book = new RawBook();
    String sheet = RawBook.sheet("<row><c t=\"inlineStr\"><is><t>甲</t></is></c></row>");
    assertThat(book.with(RawBook.SHEET, "<!-- > -->" + LAUGHS + sheet).refusal()).isEqualTo("dtd");
    assertThat(book.with(RawBook.SHEET, "<!-- <!DOCTYPE z> -->" + sheet).refusal())
        .isEqualTo("opened");
  }

  @Test
  void an_external_entity_reads_no_file(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    String dtd = "<!DOCTYPE z [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    RawBook book =
        new RawBook()
            .with(
                RawBook.SHEET,
                dtd + RawBook.sheet("<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>"));
    assertThat(book.refusal()).isEqualTo("dtd");
    assertThat(book.cell("t=\"inlineStr\"", "<is><t>&x;</t></is>").refusal()).isEqualTo("damaged");
  }

  @Test
  void an_external_entity_makes_no_connection() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
      for (String part : new String[] {RawBook.SHEET, RawBook.STRINGS, RawBook.WORKBOOK}) {
        RawBook book = new RawBook();
        String dtd =
            "<!DOCTYPE z PUBLIC \"p\" \"%s\" [<!ENTITY %% p SYSTEM \"%s\">%%p;]>"
                .formatted(url, url);
        assertThat(book.with(part, dtd + book.part(part)).refusal()).isEqualTo("dtd");
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void macros_links_and_embedded_objects_are_refused_by_name_and_by_type() {
    assertThat(new RawBook().with("xl/vbaProject.bin", "x").refusal()).isEqualTo("macro");
    assertThat(new RawBook().with("xl/macrosheets/sheet1.xml", "<x/>").refusal())
        .isEqualTo("macro");
    RawBook typed = new RawBook();
    typed.with(
        RawBook.CONTENT_TYPES,
        typed
            .part(RawBook.CONTENT_TYPES)
            .replaceFirst(
                "application/[^\"]*", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
    assertThat(typed.refusal()).isEqualTo("macro");
    assertThat(new RawBook().with("xl/workbook.bin", "x").refusal()).isEqualTo("xlsb");
    assertThat(new RawBook().with("xl/externalLinks/externalLink1.xml", "<x/>").refusal())
        .isEqualTo("external-link");
    assertThat(new RawBook().with("xl/embeddings/oleObject1.bin", "x").refusal())
        .isEqualTo("embedded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"99999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"-1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</c></row>",
        "<c r=\"A1\"><v>1</v></c>"
      })
  void positions_and_numbers_that_no_workbook_has_are_damage(String rows) {
    assertThat(new RawBook().rows(rows).refusal()).isEqualTo("damaged");
  }

  @Test
  void too_many_rows_columns_and_characters_are_refused_with_the_place() {
    assertThat(new RawBook().rows("<row><c r=\"XFD1\"><v>1</v></c></row>").refusal())
        .isEqualTo("too-many-columns");
    assertThat(new RawBook().rows("<row><c><v>1</v></c></row>".repeat(200_001)).refusal())
        .isIn("too-many-rows", "bomb");
    assertThat(
            WorkbookReader.open(
                new RawBook()
                    .stored(RawBook.SHEET)
                    .rows("<row><c><v>1</v></c></row>".repeat(200_001))
                    .bytes()))
        .isEqualTo(new Opening.Refused("too-many-rows", java.util.List.of("表", "200000")));
    String text = "<is><t>" + "甲".repeat(32_768) + "</t></is>";
    assertThat(WorkbookReader.open(new RawBook().cell("t=\"inlineStr\"", text).bytes()))
        .isEqualTo(new Opening.Refused("cell-too-long", java.util.List.of("表", "A1", "32767")));
  }

  @Test
  void markup_too_long_for_a_parser_to_hold_is_refused() {
    for (String markup :
        new String[] {
          "<a b=\"" + "> ".repeat(50_000) + "\"/>",
          "<!-- " + "> ".repeat(50_000) + "-->",
          "<?p " + "> ".repeat(50_000) + "?>",
          "<" + "a".repeat(100_000) + "/>"
        }) {
      assertThat(new RawBook().rows(markup).refusal()).isEqualTo("damaged");
    }
  }

  @Test
  void a_mutated_workbook_opens_or_is_refused_and_never_throws() {
    byte[] packed = new RawBook().bytes();
    RawBook flat = new RawBook();
    for (String part :
        new String[] {
          RawBook.CONTENT_TYPES, RawBook.WORKBOOK, RawBook.SHEET, RawBook.STRINGS, "xl/styles.xml"
        }) {
      flat.stored(part);
    }
    byte[] plain = flat.bytes();
    Random random = new Random(18218);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = (round % 2 == 0 ? packed : plain).clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(RawBook.refusal(bytes)).as("round %d", round).isNotBlank();
    }
  }

  @Test
  void mutated_parts_in_a_sound_container_open_or_are_refused() {
    Random random = new Random(40);
    for (int round = 0; round < 2_000; round++) {
      RawBook book = new RawBook();
      String[] parts = {
        RawBook.CONTENT_TYPES, RawBook.WORKBOOK, RawBook.SHEET, RawBook.STRINGS, "xl/styles.xml"
      };
      String part = parts[random.nextInt(parts.length)];
      byte[] content = utf8(book.part(part));
      for (int i = random.nextInt(3); i >= 0; i--) {
        content[random.nextInt(content.length)] = (byte) (32 + random.nextInt(95));
      }
      assertThat(book.with(part, content).refusal()).as("round %d", round).isNotBlank();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
