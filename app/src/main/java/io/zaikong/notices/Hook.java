package io.zaikong.notices;

import io.zaikong.edge.Targets;
import io.zaikong.edge.Targets.ForbiddenTargetException;
import io.zaikong.notices.Attempt.Later;
import io.zaikong.notices.Attempt.Never;
import io.zaikong.notices.Attempt.Sent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts messages as signed JSON to the gateway for text messages and calls, over a connection to
 * the very address that was checked. Follows no redirect and reads the status alone, so that a
 * gateway that answers slowly, endlessly or with another address does no harm.
 */
@Component
class Hook {

  private static final int CONNECT_MS = 5_000;
  private static final int READ_MS = 10_000;
  private static final int STATUS_LINE = "HTTP/1.1 200".length();

  private final Targets targets;
  private final JsonMapper json;
  private final Clock clock;

  Hook(Targets targets, JsonMapper json, Clock clock) {
    this.targets = targets;
    this.json = json;
    this.clock = clock;
  }

  Attempt send(Gateway hook, String secret, Message message) {
    URI uri = URI.create(hook.address());
    try {
      InetAddress address = targets.pin(Targets.host(uri));
      boolean isSecure = "https".equals(uri.getScheme());
      if (!isSecure && !targets.isInside(address)) {
        return new Never("notices.error.clear");
      }
      return judge(post(uri, address, isSecure, secret, body(message), message));
    } catch (ForbiddenTargetException e) {
      return new Never("notices.error.forbidden");
    } catch (IOException e) {
      return new Later(e.toString());
    }
  }

  private byte[] body(Message message) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("id", message.key().toString());
    fields.put("channel", message.channel().name());
    fields.put("to", message.address());
    fields.put("subject", message.subject());
    fields.put("text", message.text());
    fields.put("href", message.href());
    fields.put("urgent", message.urgent());
    return json.writeValueAsBytes(fields);
  }

  private int post(
      URI uri, InetAddress address, boolean isSecure, String secret, byte[] body, Message message)
      throws IOException {
    int port = uri.getPort() > 0 ? uri.getPort() : isSecure ? 443 : 80;
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address, port), CONNECT_MS);
      plain.setSoTimeout(READ_MS);
      try (Socket socket = isSecure ? secured(plain, Targets.host(uri), port) : plain) {
        OutputStream out = socket.getOutputStream();
        out.write(head(uri, secret, body, message).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        byte[] answer = socket.getInputStream().readNBytes(STATUS_LINE);
        return status(new String(answer, StandardCharsets.US_ASCII));
      }
    }
  }

  private String head(URI uri, String secret, byte[] body, Message message) {
    long timestamp = clock.instant().getEpochSecond();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return String.join(
        "\r\n",
        "POST " + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) + " HTTP/1.1",
        "Host: " + uri.getRawAuthority(),
        "Content-Type: application/json",
        "Content-Length: " + body.length,
        "Idempotency-Key: " + message.key(),
        Signature.TIMESTAMP + ": " + timestamp,
        Signature.SIGNATURE + ": " + Signature.of(secret, timestamp, body),
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

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] \\d{3}")) {
      throw new IOException("no HTTP answer");
    }
    return Integer.parseInt(line.substring(line.length() - 3));
  }

  private static Attempt judge(int status) {
    if (status >= 200 && status < 300) {
      return new Sent();
    }
    boolean isTransient = status >= 500 || status == 408 || status == 425 || status == 429;
    return isTransient ? new Later("HTTP " + status) : new Never("HTTP " + status);
  }
}
