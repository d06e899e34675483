package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.edge.Exposure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOptionsTest {

  private static final Path HOME = Path.of("/srv/zaikong");

  private static StartOptions parse(String line) {
    return StartOptions.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")), HOME);
  }

  @Test
  void withoutOptionsItListensOnThisMachineOnly() {
    StartOptions options = parse("");
    assertThat(options.demo()).isFalse();
    assertThat(options.asOf()).isEmpty();
    assertThat(options.enterprises()).isEqualTo(6000);
    assertThat(options.data()).isEqualTo(HOME.resolve("data"));
    assertThat(options.exposure().protection()).isInstanceOf(Exposure.ThisMachineOnly.class);
    assertThat(options.exposure().url()).isEqualTo("http://localhost:8080/");
  }

  @Test
  void everyOptionIsTaken() {
    StartOptions options =
        parse(
            "--demo --as-of 2026-11-24 --enterprises 60000 --host 0.0.0.0 --port 8443"
                + " --data /var/zk");
    assertThat(options.demo()).isTrue();
    assertThat(options.asOf()).contains(LocalDate.of(2026, 11, 24));
    assertThat(options.enterprises()).isEqualTo(60_000);
    assertThat(options.data()).isEqualTo(Path.of("/var/zk"));
    assertThat(options.exposure().protection()).isInstanceOf(Exposure.LocalAuthority.class);
    assertThat(options.exposure().url()).isEqualTo("https://localhost:8443/");
  }

  @Test
  void plainHttpBeyondThisMachineMustBeAskedFor() {
    assertThat(parse("--host 0.0.0.0 --insecure").exposure().protection())
        .isInstanceOf(Exposure.Insecure.class);
    assertThat(parse("--insecure").exposure().protection())
        .isInstanceOf(Exposure.ThisMachineOnly.class);
  }

  @ParameterizedTest
  @CsvSource({
    "--bogus, --bogus",
    "--port, --port needs a value",
    "--port 0, 1 to 65535",
    "--port 70000, 1 to 65535",
    "--port x, 1 to 65535",
    "--enterprises 999, --enterprises must be 1000 to 60000",
    "--enterprises all, --enterprises must be 1000 to 60000",
    "--as-of tomorrow, --as-of must be a date",
    "--data --demo, --data needs a value",
    "--demo --demo, given twice",
    "--tls-cert a.pem, must be given together",
    "--tls-cert a.pem --tls-key b.pem --insecure, only one of",
    "--tls-cert no.pem --tls-key no.pem, cannot read",
    "--behind-proxy 10.0.0.1 --insecure, only one of",
    "--behind-proxy proxy.example, must be an IP address",
    "--host no.such.invalid, unknown host",
    "start, unknown option",
  })
  void whatCannotBeCarriedOutIsSaid(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(StartOptions.UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void forwardedHeadersAreBelievedFromTheNamedProxyOnly() {
    var properties =
        parse("--host 0.0.0.0 --behind-proxy 10.0.0.1").exposure().springProperties(HOME);
    assertThat(properties)
        .containsEntry("server.forward-headers-strategy", "native")
        .containsEntry("server.tomcat.remoteip.internal-proxies", "\\Q10.0.0.1\\E")
        .containsEntry("server.servlet.session.cookie.secure", true);
    assertThat(parse("").exposure().springProperties(HOME))
        .containsEntry("server.forward-headers-strategy", "none")
        .containsEntry("server.servlet.session.cookie.secure", false);
  }
}
