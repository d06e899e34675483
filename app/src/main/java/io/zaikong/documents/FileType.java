package io.zaikong.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The kinds of file that may be attached, told from what a file holds. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  TEXT("text/plain", "txt", "csv", "log");

  private static final int MOST_PARTS = 10_000;
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** What a browser could take for a page or script. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "^\\s*(<|#!)|<(!doctype|html|head|body|script|svg|iframe|\\?xml)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n\\f]]");

  private final String mediaType;
  private final List<String> extensions;

  FileType(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether a name that ends so promises this type; a name without an ending promises nothing. */
  boolean fits(String extension) {
    return extension.isEmpty() || extensions.contains(extension);
  }

  String extension() {
    return extensions.getFirst();
  }

  /** Empty when it is none of them. */
  static Optional<FileType> of(byte[] content) {
    if (starts(content, 0, "%PDF-")) {
      return Optional.of(PDF);
    }
    if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (starts(content, 0, "PK\u0003\u0004")) {
      return office(content);
    }
    return isText(content) ? Optional.of(TEXT) : Optional.empty();
  }

  private static boolean starts(byte[] content, int at, String bytes) {
    byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= at + wanted.length
        && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** By the names of the parts alone: nothing is unpacked. Macros are refused. */
  private static Optional<FileType> office(byte[] content) {
    Set<String> parts = new HashSet<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
        parts.add(entries.nextElement().getName());
        if (parts.size() > MOST_PARTS) {
          return Optional.empty();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!parts.contains("[Content_Types].xml")
        || parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
      return Optional.empty();
    }
    if (parts.contains("word/document.xml")) {
      return Optional.of(DOCX);
    }
    return parts.contains("xl/workbook.xml") ? Optional.of(XLSX) : Optional.empty();
  }

  private static boolean isText(byte[] content) {
    return decode(content, StandardCharsets.UTF_8)
        .or(() -> decode(content, GB18030))
        .filter(text -> !text.isBlank())
        .filter(text -> !CONTROL.matcher(text).find() && !MARKUP.matcher(text).find())
        .isPresent();
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
