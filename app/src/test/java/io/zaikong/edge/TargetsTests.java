package io.zaikong.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.edge.Targets.ForbiddenTargetException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTests {

  private final Targets targets = new Targets(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "localhost",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fe80::1",
        "100.100.100.200",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "ff02::1",
        "fec0::1",
        "fd00:ec2::254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2001:0:7f00:1::1"
      })
  void neitherTheOwnMachineNorTheLinkNorMetadataIsATarget(String host) {
    assertThatThrownBy(() -> targets.pin(host)).isInstanceOf(ForbiddenTargetException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.20.30.40", "192.168.1.9", "172.16.0.3", "203.0.113.7", "2400:3200::1"})
  void theOwnNetworkAndTheWorldAre(String host) {
    assertThatCode(() -> targets.pin(host)).doesNotThrowAnyException();
  }

  @Test
  void inTheClearOnlyTheOwnNetworkIs() throws Exception {
    assertThat(targets.isInside(InetAddress.getByName("10.1.1.1"))).isTrue();
    assertThat(targets.isInside(InetAddress.getByName("203.0.113.7"))).isFalse();
    assertThat(targets.isInside(InetAddress.getByName("127.0.0.1"))).isFalse();
  }

  @Test
  void testsMayAllowTheOwnMachineButNothingElse() {
    Targets local = new Targets(true);
    assertThatCode(() -> local.pin("127.0.0.1")).doesNotThrowAnyException();
    assertThatThrownBy(() -> local.pin("169.254.169.254"))
        .isInstanceOf(ForbiddenTargetException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://gateway.example/",
        "gopher://gateway.example/",
        "https:///x",
        "https://user@gateway.example/",
        "https://gateway.example/#x",
        "jar:https://x.example/!/",
        "gateway.example"
      })
  void onlyPlainHttpAddressesAreGateways(String url) {
    assertThat(Targets.host(URI.create(url))).isEmpty();
  }

  @Test
  void theBracketsOfAnAddressAreNotItsHost() {
    assertThat(Targets.host(URI.create("http://[::1]:80/"))).isEqualTo("::1");
    assertThat(Targets.host(URI.create("https://gateway.example:8443/a?b=c")))
        .isEqualTo("gateway.example");
  }
}
