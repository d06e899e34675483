package io.zaikong.maps;

import io.zaikong.maps.TileFetch.NoTileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the answer of a map server (RFC 9112), bounded in size. */
final class TileAnswer {

  private static final int MOST_BODY = 1 << 20;
  private static final int MOST_HEAD = 16 << 10;

  private final InputStream in;
  private int headRead;
  private long length = -1;
  private boolean chunked;

  TileAnswer(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  byte[] read() throws IOException {
    String status = line();
    if (!status.matches("HTTP/1\\.[01] 200( .*)?")) {
      throw new NoTileException(
          status.matches("HTTP/1\\.[01] \\d{3}.*") ? "HTTP " + status.substring(9, 12) : "no HTTP");
    }
    for (String header = line(); !header.isEmpty(); header = line()) {
      header(header.toLowerCase(Locale.ROOT));
    }
    if (length > MOST_BODY) {
      throw new NoTileException("too large");
    }
    var body = new ByteArrayOutputStream();
    if (chunked) {
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        copy(body, size);
        line();
      }
    } else {
      copy(body, length);
    }
    return body.toByteArray();
  }

  private void header(String header) throws NoTileException {
    int colon = header.indexOf(':');
    String name = colon < 0 ? "" : header.substring(0, colon);
    String value = header.substring(colon + 1).strip();
    if (name.equals("content-length")) {
      if (!value.matches("\\d{1,12}")) {
        throw new NoTileException("no length");
      }
      length = Long.parseLong(value);
    } else if (name.equals("transfer-encoding")) {
      chunked = value.equals("chunked");
    } else if (name.equals("content-encoding") && !value.equals("identity")) {
      throw new NoTileException("compressed");
    }
  }

  private int chunkSize() throws IOException {
    String size = line().split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,6}")) {
      throw new NoTileException("no chunk");
    }
    return Integer.parseInt(size, 16);
  }

  /**
   * @param wanted so many bytes; all that come when it is negative
   */
  private void copy(ByteArrayOutputStream body, long wanted) throws IOException {
    byte[] buffer = new byte[8_192];
    long left = wanted;
    while (left != 0) {
      int read = in.read(buffer, 0, left < 0 ? buffer.length : (int) Math.min(left, buffer.length));
      if (read < 0 && left < 0) {
        return;
      }
      if (read < 0 || body.size() + read > MOST_BODY) {
        throw new NoTileException(read < 0 ? "cut off" : "too large");
      }
      body.write(buffer, 0, read);
      left -= left < 0 ? 0 : read;
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0 || ++headRead > MOST_HEAD) {
        throw new NoTileException(next < 0 ? "cut off" : "endless");
      }
      if (next == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      line.write(next);
    }
  }
}
