package io.zaikong;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Opens the first pages once, so that the JDK's cache knows what they load. */
final class Training {

  private static final int VISITS = 20;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Training() {}

  static void visit(String url) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < VISITS; i++) {
        for (String page : List.of("login", "", "api/v1/openapi")) {
          HttpRequest request =
              HttpRequest.newBuilder(URI.create(url + page)).timeout(LIMIT).build();
          client.send(request, HttpResponse.BodyHandlers.discarding());
        }
      }
    } catch (IOException e) {
      System.err.println("training ended early: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
