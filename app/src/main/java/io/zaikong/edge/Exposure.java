package io.zaikong.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the server listens and how the way to it is protected. */
public record Exposure(String host, int port, Protection protection) {

  /** How what travels to the server is kept from others. */
  public sealed interface Protection {}

  /** Plain HTTP that does not leave this machine. */
  public record ThisMachineOnly() implements Protection {}

  /** HTTPS with a certificate of the local authority, made at start. */
  public record LocalAuthority() implements Protection {}

  /** HTTPS with the bureau's own certificate, PEM. */
  public record OwnCertificate(Path certificate, Path key) implements Protection {}

  /** Plain HTTP for one proxy, which speaks HTTPS to the outside. */
  public record BehindProxy(InetAddress proxy) implements Protection {}

  /** Plain HTTP over the network, by the explicit wish of whoever started it. */
  public record Insecure() implements Protection {}

  /**
   * @throws RefusedException when the options contradict each other or name what does not exist
   */
  public static Exposure of(
      String host,
      int port,
      Optional<Path> certificate,
      Optional<Path> key,
      Optional<String> proxy,
      boolean insecure) {
    if (certificate.isPresent() != key.isPresent()) {
      throw new RefusedException(
          "--tls-cert 与 --tls-key 须同时给出", "--tls-cert and --tls-key must be given together");
    }
    int ways = (certificate.isPresent() ? 1 : 0) + (proxy.isPresent() ? 1 : 0) + (insecure ? 1 : 0);
    if (ways > 1) {
      throw new RefusedException(
          "--tls-cert、--behind-proxy、--insecure 只能选一个",
          "only one of --tls-cert, --behind-proxy and --insecure can be given");
    }
    boolean loopback = address(host, "--host").isLoopbackAddress();
    Protection protection;
    if (certificate.isPresent() && key.isPresent()) {
      protection = new OwnCertificate(readable(certificate.get()), readable(key.get()));
    } else if (proxy.isPresent()) {
      protection = new BehindProxy(literal(proxy.get()));
    } else if (loopback) {
      protection = new ThisMachineOnly();
    } else {
      protection = insecure ? new Insecure() : new LocalAuthority();
    }
    return new Exposure(host, port, protection);
  }

  public boolean encrypts() {
    return protection instanceof LocalAuthority || protection instanceof OwnCertificate;
  }

  /** Where a person on this machine finds the pages. */
  public String url() {
    InetAddress address = address(host, "--host");
    String name =
        address.isLoopbackAddress() || address.isAnyLocalAddress()
            ? "localhost"
            : host.contains(":") ? "[" + host + "]" : host;
    return "%s://%s:%d/".formatted(encrypts() ? "https" : "http", name, port);
  }

  /** The server's settings by Spring Boot's names; makes certificates where they are needed. */
  public Map<String, Object> springProperties(Path dataFolder) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", host);
    properties.put("server.port", port);
    properties.put("zaikong.insecure", protection instanceof Insecure);
    properties.put("server.servlet.session.cookie.secure", encrypts());
    properties.put("server.forward-headers-strategy", "none");
    switch (protection) {
      case LocalAuthority() -> {
        Path folder = dataFolder.resolve("tls");
        LocalCertificates.Files made = new LocalCertificates(folder).provide(host);
        useCertificate(properties, made.chain(), made.key());
        properties.put("zaikong.ca-certificate", made.authority().toString());
      }
      case OwnCertificate(Path certificate, Path key) ->
          useCertificate(properties, certificate, key);
      case BehindProxy(InetAddress proxy) -> {
        properties.put("server.servlet.session.cookie.secure", true);
        properties.put("server.forward-headers-strategy", "native");
        properties.put(
            "server.tomcat.remoteip.internal-proxies", Pattern.quote(proxy.getHostAddress()));
        properties.put("server.tomcat.remoteip.trusted-proxies", "");
        properties.put("zaikong.proxy", proxy.getHostAddress());
      }
      case ThisMachineOnly(), Insecure() -> {}
    }
    return properties;
  }

  private static void useCertificate(Map<String, Object> properties, Path chain, Path key) {
    properties.put("spring.ssl.bundle.pem.web.keystore.certificate", chain.toUri().toString());
    properties.put("spring.ssl.bundle.pem.web.keystore.private-key", key.toUri().toString());
    properties.put("server.ssl.bundle", "web");
    properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
  }

  private static Path readable(Path file) {
    if (!Files.isReadable(file)) {
      throw new RefusedException("无法读取 " + file, "cannot read " + file);
    }
    return file.toAbsolutePath();
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          "--behind-proxy 应是一个 IP 地址，而不是 " + text,
          "--behind-proxy must be an IP address, not " + text);
    }
  }

  private static InetAddress address(String host, String option) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new RefusedException(
          option + " 的主机名无法解析：" + host, option + " names an unknown host: " + host);
    }
  }

  /** The options cannot be carried out; said in both languages. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String chinese;
    private final String english;

    RefusedException(String chinese, String english) {
      super(chinese + System.lineSeparator() + english);
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }
  }
}
