package io.zaikong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person at a browser without its screen: keeps cookies, sends forms with their CSRF token. */
public final class TestVisitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "----zaikong-test";

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  public TestVisitor(String base) {
    this.base = base;
  }

  /** Signed in with the test's password. */
  public TestVisitor signedIn(String username) {
    return signedIn(username, TestCity.PASSWORD);
  }

  public TestVisitor signedIn(String username, String password) {
    HttpResponse<String> answer =
        post("/login", "/login", Map.of("username", username, "password", password));
    String to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || to.contains("/login")) {
      throw new IllegalStateException(username + " cannot sign in: " + to);
    }
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> download(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), BodyHandlers.ofByteArray());
  }

  /** With an access token instead of a session. */
  public HttpResponse<String> api(String path, String token) {
    return send(
        HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token).GET(),
        BodyHandlers.ofString());
  }

  /** Sends a form as the page at {@code from} would; redirects are not followed. */
  public HttpResponse<String> post(String from, String to, Map<String, String> fields) {
    String body =
        "_csrf="
            + encoded(csrf(from))
            + fields.entrySet().stream()
                .map(f -> "&" + f.getKey() + "=" + encoded(f.getValue()))
                .collect(Collectors.joining());
    return send(
        HttpRequest.newBuilder(uri(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> upload(String from, String to, String fileName, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes((csrf(from) + "\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(uri(to))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())),
        BodyHandlers.ofString());
  }

  /** As {@link #upload} with so many zero bytes, streamed without a length. */
  public HttpResponse<String> uploadZeros(String from, String to, long size) {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + csrf(from)
            + "\r\n--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.xlsx\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    byte[] zeros = new byte[1 << 20];
    Iterable<byte[]> blocks =
        () ->
            Stream.generate(() -> zeros).limit(Math.ceilDiv(size, (long) zeros.length)).iterator();
    return send(
        HttpRequest.newBuilder(uri(to))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArrays(blocks),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))),
        BodyHandlers.ofString());
  }

  /** Sends a form as another site would, without the CSRF token. */
  public HttpResponse<String> postWithoutToken(String to, String body) {
    return send(
        HttpRequest.newBuilder(uri(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        BodyHandlers.ofString());
  }

  /** The value of a cookie that this browser holds; empty when it holds none of the name. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** With this cookie alone, set by hand. */
  public static HttpResponse<String> getWithCookie(String url, String cookie) {
    try (HttpClient plain = HttpClient.newHttpClient()) {
      return plain.send(
          HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie).GET().build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String csrf(String from) {
    Matcher token = CSRF.matcher(get(from).body());
    if (!token.find()) {
      throw new IllegalStateException("no CSRF token at " + from);
    }
    return token.group(1).replace("&#43;", "+").replace("&#61;", "=");
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return URI.create(base + path);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
