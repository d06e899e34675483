package io.zaikong.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A certificate authority of this installation, made at the first start that needs it, and the
 * server's certificate signed by it. People import the authority's certificate once.
 */
final class LocalCertificates {

  private static final Duration REMAINING = Duration.ofDays(30);

  private final Path folder;
  private final Clock clock;

  LocalCertificates(Path folder) {
    this(folder, Clock.systemUTC());
  }

  LocalCertificates(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * @param authority the authority's certificate, to be handed out
   * @param chain the server's certificate followed by the authority's
   * @param key the server's private key
   */
  record Files(Path authority, Path chain, Path key) {}

  /**
   * The files for a server called by this host and this machine's own names; the certificate is
   * made anew when less than 30 days remain or a name is missing.
   */
  Files provide(String host) {
    Files files =
        new Files(
            folder.resolve("ca.crt"), folder.resolve("server.crt"), folder.resolve("server.key"));
    try {
      java.nio.file.Files.createDirectories(folder);
      HostNames names = HostNames.of(host);
      PrivateKey authorityKey = authorityKey(files.authority());
      X509Certificate authority = Pem.readCertificate(files.authority());
      if (!isUsable(files, authority, names)) {
        KeyPair pair = keyPair();
        X509Certificate server =
            Certificates.forServer(
                pair.getPublic(), names, authority, authorityKey, clock.instant());
        Pem.write(files.key(), Pem.of(pair.getPrivate()));
        Pem.write(files.chain(), Pem.of(server, authority));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep certificates in " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make certificates", e);
    }
  }

  private PrivateKey authorityKey(Path certificate) throws IOException, GeneralSecurityException {
    Path key = folder.resolve("ca.key");
    if (!java.nio.file.Files.exists(certificate) || !java.nio.file.Files.exists(key)) {
      KeyPair pair = keyPair();
      Pem.write(key, Pem.of(pair.getPrivate()));
      Pem.write(certificate, Pem.of(Certificates.forAuthority(pair, clock.instant())));
    }
    return Pem.readKey(key);
  }

  private boolean isUsable(Files files, X509Certificate authority, HostNames names)
      throws IOException {
    if (!java.nio.file.Files.exists(files.chain()) || !java.nio.file.Files.exists(files.key())) {
      return false;
    }
    try {
      X509Certificate server = Pem.readCertificate(files.chain());
      server.verify(authority.getPublicKey());
      Instant needed = clock.instant().plus(REMAINING);
      Set<String> wanted = new TreeSet<>(names.names());
      wanted.addAll(names.addresses());
      return server.getNotAfter().toInstant().isAfter(needed)
          && Certificates.matches(server, Pem.readKey(files.key()))
          && namesOf(server).containsAll(wanted);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Set<String> namesOf(X509Certificate certificate) throws GeneralSecurityException {
    Set<String> names = new TreeSet<>();
    Collection<List<?>> alternatives =
        Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
    alternatives.forEach(alternative -> names.add(String.valueOf(alternative.get(1))));
    return names;
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
