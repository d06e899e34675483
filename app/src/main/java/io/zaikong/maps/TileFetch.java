package io.zaikong.maps;

import io.zaikong.edge.Targets;
import io.zaikong.edge.Targets.ForbiddenTargetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches one tile over a connection to the very address that was checked: a name is resolved once
 * for each. Follows no redirect, sends no cookie and no credentials, reads no more than a tile may
 * have and waits no longer than it may take.
 */
@Component
class TileFetch {

  private static final int CONNECT_MS = 3_000;

  private final Targets targets;
  private final boolean allowInternal;
  private final Duration longest;

  /**
   * @param allowInternal whether the operator of the machine lets the map server be one of the own
   *     network
   * @param longest until then a tile must have come
   */
  TileFetch(
      Targets targets,
      @Value("${zaikong.tiles.allow-internal:false}") boolean allowInternal,
      @Value("${zaikong.tiles.longest:PT8S}") Duration longest) {
    this.targets = targets;
    this.allowInternal = allowInternal;
    this.longest = longest;
  }

  /** The server answered, but with no tile. */
  static final class NoTileException extends IOException {
    private static final long serialVersionUID = 1L;

    NoTileException(String what) {
      super(what);
    }
  }

  InetAddress pin(String host) throws ForbiddenTargetException, UnknownHostException {
    return allowInternal ? targets.pin(host) : targets.pinPublic(host);
  }

  /**
   * @return an image of one of the kinds of {@link TileImage}
   * @throws NoTileException when the answer is none
   */
  TileImage fetch(URI uri) throws IOException, ForbiddenTargetException {
    String host = Targets.host(uri);
    InetAddress address = pin(host);
    boolean isSecure = "https".equals(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : isSecure ? 443 : 80;
    try (Socket plain = new Socket()) {
      // cuts off whatever still goes on then, however little comes in at a time
      CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> cutOff(plain));
      plain.connect(new InetSocketAddress(address, port), CONNECT_MS);
      try (Socket socket = isSecure ? secured(plain, host, port) : plain) {
        socket.getOutputStream().write(head(uri).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        byte[] body = new TileAnswer(socket.getInputStream()).read();
        return TileImage.of(body).orElseThrow(() -> new NoTileException("no image"));
      }
    }
  }

  private static void cutOff(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is of no more use either way
    }
  }

  private static String head(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return String.join(
        "\r\n",
        "GET " + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) + " HTTP/1.1",
        "Host: " + uri.getRawAuthority(),
        "User-Agent: Zaikong",
        "Accept: image/png,image/jpeg,image/webp,image/gif",
        "Accept-Encoding: identity",
        "Connection: close",
        "",
        "");
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
