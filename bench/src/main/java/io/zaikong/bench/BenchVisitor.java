package io.zaikong.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages or the API, over HTTP. */
final class BenchVisitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int WARM_UP = 30;
  private static final String BOUNDARY = "zaikong-bench-boundary";

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String token;
  private String csrf = "";

  private BenchVisitor(String base, String token) {
    this.base = base;
    this.token = token;
  }

  static BenchVisitor withToken(String base, String token) {
    return new BenchVisitor(base, token);
  }

  static BenchVisitor signedIn(String base, String username)
      throws IOException, InterruptedException {
    BenchVisitor visitor = new BenchVisitor(base, "");
    visitor.readCsrf("/login");
    HttpResponse<String> answer =
        visitor.post("/login", Map.of("username", username, "password", BenchCity.PASSWORD));
    if (location(answer).contains("/login")) {
      throw new IllegalStateException(username + " cannot sign in");
    }
    visitor.readCsrf("/password");
    return visitor;
  }

  private void readCsrf(String path) throws IOException, InterruptedException {
    Matcher found = CSRF.matcher(get(path));
    if (!found.find()) {
      throw new IllegalStateException(path + " has no token");
    }
    csrf = found.group(1).replace("&#43;", "+").replace("&#61;", "=");
  }

  String get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString()).body();
  }

  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encoded(csrf) + "&", ""));
    return send(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
  }

  HttpResponse<String> upload(String path, String fileName, byte[] file)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%1$s\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(BOUNDARY, csrf, fileName)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        path,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private HttpResponse<String> send(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        request(path).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Where an answer leads; empty when it leads nowhere. */
  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
  }

  void time(String name, String path, int requests) throws Exception {
    time(name, path, WARM_UP, requests);
  }

  /** Asks again and again, one after the other, and prints what that took. */
  void time(String name, String path, int warmUp, int measured) throws Exception {
    HttpRequest request = request(path).GET().build();
    long[] nanos = new long[measured];
    int size = 0;
    for (int i = -warmUp; i < measured; i++) {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      long taken = System.nanoTime() - begun;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
      }
      if (i >= 0) {
        nanos[i] = taken;
        size = answer.body().length;
      }
    }
    Timings.print(name + " " + URLDecoder.decode(path, StandardCharsets.UTF_8), nanos, size);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
