package io.zaikong.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.zaikong.edge.Targets;
import io.zaikong.edge.Targets.ForbiddenTargetException;
import io.zaikong.maps.TileFetch.NoTileException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles fetched from real servers of this machine, most of which mean harm. */
class TileFetchTests {

  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0
  };
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void aTileComesAsTheServerHasIt() throws Exception {
    int port = server("127.0.0.1", 200, "image/png", PNG);
    TileImage tile = local(LONGEST).fetch(URI.create("http://127.0.0.1:" + port + "/3/1/2.png"));
    assertThat(tile.mediaType()).isEqualTo("image/png");
    assertThat(tile.bytes()).isEqualTo(PNG);
  }

  @Test
  void aTileInPiecesIsPutTogether() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    int port =
        raw(
            socket -> {
              write(socket, head + "8\r\n");
              socket.getOutputStream().write(PNG, 0, 8);
              write(socket, "\r\n4;x=y\r\n");
              socket.getOutputStream().write(PNG, 8, 4);
              write(socket, "\r\n0\r\n\r\n");
            });
    assertThat(local(LONGEST).fetch(URI.create("http://127.0.0.1:" + port + "/")).bytes())
        .isEqualTo(PNG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "localhost",
        "0.0.0.0",
        "[::]",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "169.254.169.254",
        "[::ffff:169.254.169.254]",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "[fd12:3456::1]",
        "[fe80::1]",
        "224.0.0.1"
      })
  void nothingButAPublicAddressIsConnectedTo(String host) throws Exception {
    int port = server("127.0.0.1", 200, "image/png", PNG);
    URI uri = URI.create("http://" + host + ":" + port + "/0/0/0.png");
    assertThatThrownBy(() -> public_().fetch(uri)).isInstanceOf(ForbiddenTargetException.class);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "017700000001"})
  void formsOfOtherBasesDoNotLeadToThisMachine(String host) throws Exception {
    int port = server("127.0.0.1", 200, "image/png", PNG);
    URI uri = URI.create("http://" + host + ":" + port + "/0/0/0.png");
    Names here =
        name -> {
          InetAddress[] all = InetAddress.getAllByName(name);
          // 0177 is 177 to some: an address of the world, which no test asks
          if (Arrays.stream(all).noneMatch(InetAddress::isLoopbackAddress)) {
            throw new UnknownHostException(name);
          }
          return all;
        };
    TileFetch fetch = new TileFetch(targets(false, here), false, LONGEST);
    assertThatThrownBy(() -> fetch.fetch(uri))
        .isInstanceOfAny(UnknownHostException.class, ForbiddenTargetException.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void aNameThatLeadsInsideIsRefusedThoughOneOfItsAddressesIsPublic() throws Exception {
    int port = server("127.0.0.1", 200, "image/png", PNG);
    Names names =
        host ->
            new InetAddress[] {
              InetAddress.getByName("203.0.113.7"), InetAddress.getByName("127.0.0.1")
            };
    TileFetch fetch = new TileFetch(targets(false, names), false, LONGEST);
    assertThatThrownBy(() -> fetch.fetch(URI.create("http://tiles.example:" + port + "/")))
        .isInstanceOf(ForbiddenTargetException.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void aNameThatAnswersDifferentlyTheSecondTimeIsAskedOnce() throws Exception {
    int port = server("127.0.0.1", 200, "image/png", PNG);
    AtomicInteger asks = new AtomicInteger();
    Names rebinding =
        host ->
            new InetAddress[] {
              InetAddress.getByName(asks.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
            };
    TileFetch fetch = new TileFetch(targets(true, rebinding), false, LONGEST);
    URI uri = URI.create("http://tiles.example:" + port + "/0/0/0.png");
    assertThat(fetch.fetch(uri).bytes()).isEqualTo(PNG);
    assertThat(asks).hasValue(1);
    // later it leads inside: checked anew, at each tile
    TileFetch strict = new TileFetch(targets(false, rebinding), false, LONGEST);
    assertThatThrownBy(() -> strict.fetch(uri)).isInstanceOf(ForbiddenTargetException.class);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    int inside = server("127.0.0.1", 200, "image/png", PNG);
    int port =
        raw(
            socket ->
                write(
                    socket,
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
                        + inside
                        + "/\r\nContent-Length: 0\r\n\r\n"));
    assertNoTile(port, "HTTP 302");
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatIsNoImageIsNoTileWhateverTheServerCallsIt() throws Exception {
    String script = "<html><script>alert(1)</script></html>";
    assertNoTile(
        server("127.0.0.1", 200, "image/png", script.getBytes(StandardCharsets.UTF_8)), "no image");
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    assertNoTile(
        server("127.0.0.1", 200, "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8)),
        "no image");
    assertNoTile(server("127.0.0.1", 200, "image/png", new byte[0]), "no image");
    assertNoTile(server("127.0.0.1", 500, "image/png", PNG), "HTTP 500");
  }

  @Test
  void aTileIsNoLargerThanAMegabyteStatedOrNot() throws Exception {
    byte[] huge = Arrays.copyOf(PNG, 2 << 20);
    assertNoTile(server("127.0.0.1", 200, "image/png", huge), "too large");
    int endless =
        raw(
            socket -> {
              write(socket, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                socket.getOutputStream().write(huge);
              }
            });
    assertNoTile(endless, "too large");
    int headers =
        raw(
            socket -> {
              write(socket, "HTTP/1.1 200 OK\r\n");
              while (true) {
                write(socket, "X: " + "x".repeat(1_000) + "\r\n");
              }
            });
    assertNoTile(headers, "endless");
    int chunks =
        raw(
            socket -> {
              write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n");
            });
    assertNoTile(chunks, "no chunk");
  }

  @Test
  void aServerThatDripsIsCutOff() throws Exception {
    int port =
        raw(
            socket -> {
              write(socket, "HTTP/1.1 200 OK\r\n\r\n");
              // says nothing more, and keeps the line
              socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            });
    long start = System.nanoTime();
    assertThatThrownBy(
            () -> local(Duration.ofMillis(300)).fetch(URI.create("http://127.0.0.1:" + port + "/")))
        .isInstanceOf(IOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  /** What a host's name leads to. */
  private interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private static Targets targets(boolean allowLocal, Names names) {
    return new Targets(allowLocal) {
      @Override
      protected InetAddress[] resolve(String host) throws UnknownHostException {
        return names.resolve(host);
      }
    };
  }

  private void assertNoTile(int port, String what) {
    assertThatThrownBy(
            () -> local(LONGEST).fetch(URI.create("http://127.0.0.1:" + port + "/0/0/0.png")))
        .isInstanceOf(NoTileException.class)
        .hasMessage(what);
  }

  private static TileFetch local(Duration longest) {
    return new TileFetch(new Targets(true), false, longest);
  }

  private static TileFetch public_() {
    return new TileFetch(new Targets(false), false, LONGEST);
  }

  private int server(String host, int status, String type, byte[] body) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    open.add(() -> server.stop(0));
    return server.getAddress().getPort();
  }

  /** Answers one connection as it likes. */
  private interface Answer {
    void to(Socket socket) throws IOException;
  }

  private int raw(Answer answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    threads.submit(
        () -> {
          try (Socket socket = server.accept()) {
            readHead(socket);
            answer.to(socket);
          }
          return true;
        });
    open.add(server);
    open.add(threads::shutdownNow);
    return server.getLocalPort();
  }

  private static void readHead(Socket socket) throws IOException {
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      head += (char) socket.getInputStream().read();
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
