package io.zaikong.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

  private static byte[] latin(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : parts) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(1);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aFileIsKnownByWhatItHolds() throws IOException {
    assertThat(FileType.of(latin("%PDF-1.7\n"))).contains(FileType.PDF);
    assertThat(FileType.of(latin("\u00ff\u00d8\u00ff\u00e0"))).contains(FileType.JPEG);
    assertThat(FileType.of(latin("\u0089PNG\r\n\u001a\n\0"))).contains(FileType.PNG);
    assertThat(FileType.of(latin("RIFF\0\0\0\0WEBPVP8 "))).contains(FileType.WEBP);
    assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml")))
        .contains(FileType.DOCX);
    assertThat(FileType.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
    assertThat(FileType.of("情况说明，a < b\r\n".getBytes(StandardCharsets.UTF_8)))
        .contains(FileType.TEXT);
    assertThat(FileType.of("情况说明".getBytes(Charset.forName("GB18030")))).contains(FileType.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "  \n<!DOCTYPE html>",
        "<?xml version='1.0'?>",
        "\ufeff<html>",
        "text first <script>alert(1)</script>",
        "text <SVG onload=x>",
        "#!/bin/sh\nrm",
        "MZ\u0000\u0001",
        "\u0000\u0000",
        "GIF89a\u0001\u0000",
        "   "
      })
  void whatABrowserOrShellMightRunIsNoneOfThem(String content) {
    assertThat(FileType.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void archivesMacrosAndDamagedFilesAreNoneOfThem() throws IOException {
    assertThat(FileType.of(zip("a.exe"))).isEmpty();
    assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
        .isEmpty();
    assertThat(FileType.of(latin("PK\u0003\u0004 cut off"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "'..\\..\\x.pdf', x.pdf",
    "'a\u0000\u0007b\r\n.pdf', ab.pdf",
    "'photo\u202Efdp.exe', photofdp.exe",
    "'<img src=x>.png', _img src=x_.png",
    "'...', file",
    "'', file",
    "'  .hidden', hidden",
    "现场 照片.jpg, 现场 照片.jpg"
  })
  void aHostileNameBecomesAHarmlessOne(String name, String expected) {
    assertThat(FileNames.clean(name)).isEqualTo(expected);
  }

  @Test
  void aLongNameKeepsItsEnding() {
    assertThat(FileNames.clean("长".repeat(500) + ".pdf")).hasSize(120).endsWith("长.pdf");
  }
}
