package io.zaikong.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an XML part, on their way to a parser. Refuses any document type declaration,
 * in whichever encoding (a part is UTF-8 or UTF-16, ECMA-376 part 2), before a parser sees it, and
 * markup longer than a parser should have to hold at once.
 */
final class XmlGuard extends Reader {

  private static final int MARKUP_CHARS = 1 << 16;
  private static final String CDATA = "[CDATA[";

  private enum State {
    TEXT,
    OPEN,
    BANG,
    TAG,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private final Reader in;
  private State state = State.TEXT;
  private char quote;
  private int length;
  private int endMarks;
  private final StringBuilder bang = new StringBuilder();

  private XmlGuard(Reader in) {
    this.in = in;
  }

  static Reader over(InputStream bytes) throws IOException {
    var pushback = new PushbackInputStream(bytes, 4);
    byte[] head = pushback.readNBytes(4);
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (at(head, 0, 0xEF) && at(head, 1, 0xBB) && at(head, 2, 0xBF)) {
      mark = 3;
    } else if (at(head, 0, 0xFE) && at(head, 1, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    } else if (at(head, 0, 0xFF) && at(head, 1, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (at(head, 0, 0) && at(head, 1, '<')) {
      charset = StandardCharsets.UTF_16BE;
    } else if (at(head, 0, '<') && at(head, 1, 0)) {
      charset = StandardCharsets.UTF_16LE;
    }
    pushback.unread(head, mark, head.length - mark);
    return new XmlGuard(
        new InputStreamReader(
            pushback,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static boolean at(byte[] head, int index, int value) {
    return index < head.length && (head[index] & 0xFF) == value;
  }

  @Override
  public int read(char[] buffer, int offset, int wanted) throws IOException {
    int read = in.read(buffer, offset, wanted);
    for (int i = offset; i < offset + read; i++) {
      step(buffer[i]);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void step(char c) {
    if (c == 0) {
      throw new Refusal("damaged"); // UTF-32, or no text at all
    }
    if (state == State.TEXT) {
      if (c == '<') {
        enter(State.OPEN);
      }
      return;
    }
    if (++length > MARKUP_CHARS) {
      throw new Refusal("damaged");
    }
    switch (state) {
      case TEXT -> {}
      case OPEN -> {
        enter(c == '!' ? State.BANG : c == '?' ? State.INSTRUCTION : State.TAG);
        if (c == '>') {
          state = State.TEXT;
        }
      }
      case BANG -> bang(c);
      case TAG -> tag(c);
      case COMMENT -> end(c, '-', 2);
      case CDATA -> end(c, ']', 2);
      case INSTRUCTION -> end(c, '?', 1);
    }
  }

  private void enter(State next) {
    state = next;
    length = 0;
    endMarks = 0;
    quote = 0;
    bang.setLength(0);
  }

  private void bang(char c) {
    bang.append(c);
    String so = bang.toString();
    if (so.equals("--")) {
      enter(State.COMMENT);
    } else if (so.equals(CDATA)) {
      enter(State.CDATA);
    } else if (!"--".startsWith(so) && !CDATA.startsWith(so)) {
      throw new Refusal("dtd"); // <!DOCTYPE, <!ENTITY and their kin: nothing else may begin so
    }
  }

  private void tag(char c) {
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      state = State.TEXT;
    }
  }

  private void end(char c, char mark, int marks) {
    if (c == '>' && endMarks >= marks) {
      state = State.TEXT;
    } else {
      endMarks = c == mark ? endMarks + 1 : 0;
    }
  }
}
