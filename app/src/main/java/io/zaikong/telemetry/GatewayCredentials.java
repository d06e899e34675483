package io.zaikong.telemetry;

import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Makes and withdraws that by which a gateway is known. Secrets are 256 random bits made here and
 * shown once, so that a plain SHA-256 of them can be kept: there is no word to guess, and checking
 * one costs a sender and the server nothing.
 */
@Service
public class GatewayCredentials {

  private static final int SHOWN = 20;
  private static final int LARGEST_PEM = 20_000;
  private static final int LONGEST_NAME = 200;

  private final CredentialStore store;
  private final GatewayRegisterStore gateways;
  private final Journal journal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  GatewayCredentials(
      CredentialStore store, GatewayRegisterStore gateways, Journal journal, Clock clock) {
    this.store = store;
    this.gateways = gateways;
    this.journal = journal;
    this.clock = clock;
  }

  /** The open ones, and the latest that were withdrawn. */
  @Transactional(readOnly = true)
  public List<Credential> list(long gatewayId) {
    return store.list(gatewayId, SHOWN);
  }

  /** Makes a password, in the place of the one before, and returns it; it is not kept. */
  @Transactional
  public String makePassword(Gateway gateway) {
    return make(gateway, Credential.Kind.PASSWORD, "");
  }

  /** Makes an access token, in the place of the one before, and returns it; it is not kept. */
  @Transactional
  public String makeToken(Gateway gateway) {
    return make(gateway, Credential.Kind.TOKEN, "zkg_");
  }

  private String make(Gateway gateway, Credential.Kind kind, String prefix) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String secret = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    byte[] hash = sha256(secret.getBytes(StandardCharsets.UTF_8));
    if (put(gateway, kind, hash, "", null).isEmpty()) {
      throw new IllegalStateException("256 random bits came twice");
    }
    return secret;
  }

  /** Takes the certificate with which the gateway will connect, in the place of the one before. */
  @Transactional
  public Outcome<Long> takeCertificate(Gateway gateway, byte[] pem) {
    if (pem.length == 0) {
      return Outcome.refused("file", "field.required");
    }
    Optional<X509Certificate> read = pem.length > LARGEST_PEM ? Optional.empty() : read(pem);
    if (read.isEmpty()) {
      return Outcome.refused("file", "telemetry.certificate.unreadable");
    }
    X509Certificate certificate = read.get();
    Instant until = certificate.getNotAfter().toInstant();
    if (!until.isAfter(clock.instant())) {
      LocalDate day = LocalDate.ofInstant(until, Words.ZONE);
      return Outcome.refused("file", "telemetry.certificate.expired", day.toString());
    }
    String name = certificate.getSubjectX500Principal().getName();
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    byte[] hash = fingerprint(certificate);
    Optional<Long> id =
        put(gateway, Credential.Kind.CERTIFICATE, hash, shown.replace("\0", ""), until);
    if (id.isEmpty()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Outcome.refused("file", "telemetry.certificate.taken");
    }
    return Outcome.done(id.get());
  }

  /** A gateway no longer gets in by it; nothing happens when there is none. */
  @Transactional
  public void withdraw(Gateway gateway, Credential.Kind kind) {
    gateways.lock(gateway.id());
    if (store.withdraw(gateway.id(), kind, Actor.getCurrent().name(), clock.instant()) > 0) {
      journal.record(
          "gateway.credential.withdraw",
          GatewayRegister.subject(gateway),
          Map.of("kind", kind.name()));
    }
  }

  private Optional<Long> put(
      Gateway gateway, Credential.Kind kind, byte[] sha256, String name, @Nullable Instant until) {
    gateways.lock(gateway.id());
    String by = Actor.getCurrent().name();
    store.withdraw(gateway.id(), kind, by, clock.instant());
    Optional<Long> id = store.insert(gateway.id(), kind, sha256, name, until, by, clock.instant());
    if (id.isPresent()) {
      journal.record(
          "gateway.credential.make",
          GatewayRegister.subject(gateway),
          kind == Credential.Kind.CERTIFICATE
              ? Map.of(
                  "kind", kind.name(), "name", name, "sha256", HexFormat.of().formatHex(sha256))
              : Map.of("kind", kind.name()));
    }
    return id;
  }

  private static Optional<X509Certificate> read(byte[] pem) {
    String text = new String(pem, StandardCharsets.US_ASCII);
    if (!text.contains("-----BEGIN CERTIFICATE-----")) {
      return Optional.empty();
    }
    try {
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(pem))
              instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static byte[] fingerprint(X509Certificate certificate) {
    try {
      return sha256(certificate.getEncoded());
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
