package io.zaikong.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Opens bytes that anybody may have made. */
public final class WorkbookReader {

  /** The largest file that is read, in bytes. */
  public static final int MAX_FILE_BYTES = Limits.DEFAULT.fileBytes();

  private WorkbookReader() {}

  /** As {@link #open(byte[])}; reads no more than one byte beyond the limit, does not close. */
  public static Opening open(InputStream in) throws IOException {
    return open(in.readNBytes(MAX_FILE_BYTES + 1));
  }

  /** As {@link #open(byte[])}. */
  public static Opening open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return open(in);
    }
  }

  /**
   * The workbook, checked to its end, or why it is refused. Never throws for what the bytes hold.
   */
  public static Opening open(byte[] bytes) {
    return open(bytes, Limits.DEFAULT);
  }

  static Opening open(byte[] bytes, Limits limits) {
    try {
      if (bytes.length > limits.fileBytes()) {
        throw new Refusal("too-large-file", String.valueOf(limits.fileBytes() >> 20));
      }
      FileKind.requireZip(bytes);
      Container container = Container.check(bytes, limits);
      Workbook workbook = new Workbook(container, WorkbookParts.read(container, limits), limits);
      workbook.check();
      return new Opening.Opened(workbook);
    } catch (Refusal e) {
      return e.value();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return refusalIn(e);
    }
  }

  /** The XML parser wraps what its source throws. */
  private static Opening refusalIn(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof Refusal refusal) {
        return refusal.value();
      }
      cause = cause.getCause();
    }
    return new Opening.Refused("damaged", List.of());
  }
}
