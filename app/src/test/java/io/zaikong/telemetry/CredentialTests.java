package io.zaikong.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.journal.Journal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what a gateway is known: shown once, kept as a hash. */
@AppTest
class CredentialTests {

  /** Self-signed for this test, valid until 2126. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBfzCCASWgAwIBAgIUJMQva+/1VbINA1RhnllNp+ocqiEwCgYIKoZIzj0EAwIw
      FDESMBAGA1UEAwwJZ2F0ZXdheS0xMCAXDTI2MTEyNTA0MzI0MVoYDzIxMjYxMTAx
      MDQzMjQxWjAUMRIwEAYDVQQDDAlnYXRld2F5LTEwWTATBgcqhkjOPQIBBggqhkjO
      PQMBBwNCAASq1Kjulq21YXk8kyn6iN6hRy16r1mnF/SFIYdlah3raHWHwKi9WTij
      s6p2itUPSTtjowwDLhaxVkZgBmD/Xh3Oo1MwUTAdBgNVHQ4EFgQUBQ7b3ndI+3bv
      lXSThYJEtJQoLQ4wHwYDVR0jBBgwFoAUBQ7b3ndI+3bvlXSThYJEtJQoLQ4wDwYD
      VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAj2+42B0+IVLTI8UkBg1c
      Qln/P5fMYFXlK83XuLyjPyoCICt2X4LhBdVOjEZvnc9Ie0uyorfY5XZ1eyu5P3L4
      hYIF
      -----END CERTIFICATE-----
      """;

  @Autowired ApplicationContext context;
  private TelemetryCase one;
  private String gateway;

  @BeforeEach
  void aGateway() {
    one = new TelemetryCase(new TestCity(context));
    gateway = one.gateway("一号网关");
  }

  private String make(String what) {
    HttpResponse<String> answer = one.manager.post(gateway, gateway + "/" + what, Map.of());
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    Matcher secret =
        Pattern.compile("<code class=\"text-break\">([^<]{40,})</code>").matcher(answer.body());
    assertThat(secret.find()).isTrue();
    return secret.group(1);
  }

  private List<byte[]> openHashes() {
    return one.city.asSystem(
        () ->
            one.city
                .bean(JdbcClient.class)
                .sql(
                    "select sha256 from telemetry.credential where gateway_id = ? and withdrawn_at"
                        + " is null")
                .param(TelemetryCase.id(gateway))
                .query((row, number) -> row.getBytes(1))
                .list());
  }

  @Test
  void aSecretIsShownOnceAndANewOneEndsTheOneBefore() {
    String first = make("token");
    String second = make("token");
    String password = make("password");
    assertThat(first).startsWith("zkg_").isNotEqualTo(second);
    assertThat(openHashes())
        .hasSize(2)
        .anyMatch(h -> Arrays.equals(h, hash(second)))
        .anyMatch(h -> Arrays.equals(h, hash(password)))
        .noneMatch(h -> Arrays.equals(h, hash(first)));
    assertThat(one.manager.get(gateway).body())
        .contains("gw-" + TelemetryCase.id(gateway), "重新生成")
        .doesNotContain(second)
        .doesNotContain(password);
    assertThat(journal()).contains("TOKEN", "PASSWORD").doesNotContain(second, password);
    one.officer.post(gateway, gateway + "/withdraw", Map.of("kind", "TOKEN"));
    assertThat(openHashes()).hasSize(1);
  }

  private String journal() {
    return one.city.asSystem(
        () ->
            one.city
                .bean(Journal.class)
                .listFor("telemetry.gateway", "" + TelemetryCase.id(gateway), 20)
                .toString());
  }

  private static byte[] hash(String secret) {
    return GatewayCredentials.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCertificateIsKnownByItsFingerprintAndServesOneGateway() {
    byte[] pem = CERTIFICATE.getBytes(StandardCharsets.US_ASCII);
    assertThat(upload(gateway, pem).statusCode()).isEqualTo(302);
    assertThat(one.manager.get(gateway).body()).contains("CN=gateway-1", "SHA-256 ");
    String other = one.gateway("二号网关");
    HttpResponse<String> taken = upload(other, pem);
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("file-error", "已由一台网关使用");
    for (String hostile :
        List.of(
            "",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----".repeat(9_000))) {
      HttpResponse<String> refused = upload(other, hostile.getBytes(StandardCharsets.US_ASCII));
      assertThat(refused.statusCode()).as(hostile).isEqualTo(422);
    }
  }

  private HttpResponse<String> upload(String to, byte[] pem) {
    return one.manager.upload(to, to + "/certificate", "gateway.pem", pem);
  }
}
