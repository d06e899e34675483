package io.zaikong.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCertificatesTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void whoTrustsTheAuthorityReachesTheServerByNameAndByAddress() throws Exception {
    LocalCertificates.Files files = new LocalCertificates(folder).provide("zk.example");
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serverContext(files)));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newBuilder().sslContext(clientContext(files)).build()) {
      for (String host : new String[] {"localhost", "127.0.0.1"}) {
        URI uri = URI.create("https://%s:%d/".formatted(host, server.getAddress().getPort()));
        HttpResponse<Void> response =
            client.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(200);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theCertificateNamesTheHostAndLastsNoLongerThanBrowsersAccept() throws Exception {
    X509Certificate certificate =
        Pem.readCertificate(new LocalCertificates(folder).provide("zk.example").chain());
    assertThat(certificate.getSubjectAlternativeNames().toString())
        .contains("zk.example")
        .contains("localhost")
        .contains("127.0.0.1");
    assertThat(
            Duration.between(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()))
        .isLessThanOrEqualTo(Duration.ofDays(397));
    assertThat(Files.getPosixFilePermissions(folder.resolve("ca.key"))).hasSize(2);
  }

  @Test
  void itIsKeptUntilItRunsOutOrTheNamesChange() throws Exception {
    byte[] first = Files.readAllBytes(provideAt("2026-11-24T00:00:00Z", "zk.example").chain());
    byte[] later = Files.readAllBytes(provideAt("2027-11-20T00:00:00Z", "zk.example").chain());
    assertThat(later).isEqualTo(first);
    byte[] renewed = Files.readAllBytes(provideAt("2027-12-05T00:00:00Z", "zk.example").chain());
    assertThat(renewed).isNotEqualTo(first);
    LocalCertificates.Files other = provideAt("2027-12-05T00:00:00Z", "other.example");
    assertThat(Files.readAllBytes(other.chain())).isNotEqualTo(renewed);
    X509Certificate authority = Pem.readCertificate(other.authority());
    Pem.readCertificate(other.chain()).verify(authority.getPublicKey());
    assertThat(authority.getNotBefore().toInstant()).isBefore("2026-11-25T00:00:00Z");
  }

  private LocalCertificates.Files provideAt(String instant, String host) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return new LocalCertificates(folder, clock).provide(host);
  }

  private static SSLContext serverContext(LocalCertificates.Files files) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server",
        Pem.readKey(files.key()),
        new char[0],
        new Certificate[] {
          Pem.readCertificate(files.chain()), Pem.readCertificate(files.authority())
        });
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext clientContext(LocalCertificates.Files files) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", Pem.readCertificate(files.authority()));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
