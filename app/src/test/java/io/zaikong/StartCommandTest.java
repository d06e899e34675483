package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  @TempDir private Path folder = Path.of("");

  private ChildJvm start(String... more) throws Exception {
    String[] fixed = {"start", "--data", folder.resolve("data").toString()};
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return ChildJvm.startApplication(folder.resolve("out"), all);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void beyondThisMachineItSpeaksHttpsAndHandsOutItsAuthority() throws Exception {
    int port = freePort();
    try (ChildJvm child = start("--host", "0.0.0.0", "--port", String.valueOf(port))) {
      child.awaitOutput("ready: https://localhost:" + port, START);
      Path authority = folder.resolve("data/tls/ca.crt");
      try (HttpClient client = HttpClient.newBuilder().sslContext(trusting(authority)).build()) {
        URI uri = URI.create("https://localhost:%d/ca.crt".formatted(port));
        HttpResponse<byte[]> response =
            client.send(
                HttpRequest.newBuilder(uri).timeout(STOP).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(Files.readAllBytes(authority));
      }
      assertThat(child.terminate(STOP)).isEqualTo(143);
      assertThat(folder.resolve("data/pgdata/postmaster.pid")).doesNotExist();
      String secrets = Files.readString(folder.resolve("data/secrets"));
      String printed = child.output() + Files.readString(folder.resolve("data/zaikong.log"));
      secrets
          .lines()
          .map(line -> line.substring(line.indexOf('=') + 1))
          .forEach(password -> assertThat(printed).doesNotContain(password));
    }
  }

  @Test
  void aBusyPortIsNamedWithTheOptionThatChangesIt() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        ChildJvm child = start("--port", String.valueOf(busy.getLocalPort()))) {
      assertThat(child.awaitEnd(START)).isEqualTo(1);
      assertThat(child.output()).contains("--port").contains(String.valueOf(busy.getLocalPort()));
      assertThat(folder.resolve("data/pgdata")).doesNotExist();
    }
  }

  @Test
  void aContradictionEndsWithTheUsage() throws Exception {
    try (ChildJvm child = start("--insecure", "--behind-proxy", "10.0.0.1")) {
      assertThat(child.awaitEnd(START)).isEqualTo(2);
      assertThat(child.output()).contains("only one of").contains("zaikong start [--demo]");
    }
  }

  private static SSLContext trusting(Path authority) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
