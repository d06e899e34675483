package io.zaikong.notices;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for text messages and calls: keeps what it gets and answers as it is told. */
final class LocalGateway implements AutoCloseable {

  /** A message as it came in. */
  record Received(JsonNode body, byte[] raw, String timestamp, String signature, String key) {
    String to() {
      return body.get("to").asString();
    }
  }

  final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile ToIntFunction<Received> answer = message -> 200;

  LocalGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/send",
        exchange -> {
          byte[] raw = exchange.getRequestBody().readAllBytes();
          var headers = exchange.getRequestHeaders();
          Received message =
              new Received(
                  new JsonMapper().readTree(raw),
                  raw,
                  headers.getFirst("Zaikong-Timestamp"),
                  headers.getFirst("Zaikong-Signature"),
                  headers.getFirst("Idempotency-Key"));
          received.add(message);
          int status = answer.applyAsInt(message);
          if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", url().replace("/send", "/elsewhere"));
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  void answering(ToIntFunction<Received> status) {
    answer = status;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
