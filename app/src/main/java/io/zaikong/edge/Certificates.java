package io.zaikong.edge;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the two kinds of certificate that a local authority needs. */
final class Certificates {

  /** Browsers refuse server certificates that are valid for longer. */
  static final Duration SERVER_LIFE = Duration.ofDays(397);

  private static final int AUTHORITY_YEARS = 10;
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int SERIAL_BITS = 127;

  private Certificates() {}

  static X509Certificate forAuthority(KeyPair pair, Instant now)
      throws IOException, GeneralSecurityException {
    X500Name name = new X500Name("CN=Zaikong Local CA " + serial().toString(36).substring(0, 6));
    Instant end = now.atZone(ZoneOffset.UTC).plusYears(AUTHORITY_YEARS).toInstant();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            serial(),
            Date.from(now.minus(CLOCKS_DIFFER)),
            Date.from(end),
            name,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    return sign(builder, pair.getPrivate());
  }

  static X509Certificate forServer(
      PublicKey key,
      HostNames names,
      X509Certificate authority,
      PrivateKey authorityKey,
      Instant now)
      throws IOException, GeneralSecurityException {
    Instant begin = now.minus(CLOCKS_DIFFER);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(authority.getSubjectX500Principal().getName()),
            serial(),
            Date.from(begin),
            Date.from(begin.plus(SERVER_LIFE)),
            new X500Name("CN=Zaikong"),
            key);
    GeneralName[] alternatives =
        Stream.concat(
                names.names().stream().map(n -> new GeneralName(GeneralName.dNSName, n)),
                names.addresses().stream().map(a -> new GeneralName(GeneralName.iPAddress, a)))
            .toArray(GeneralName[]::new);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublicKey()));
    return sign(builder, authorityKey);
  }

  /** Whether the certificate is for this key. */
  static boolean matches(X509Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    byte[] sample = {1, 2, 3};
    Signature signer = Signature.getInstance(SIGNATURE);
    signer.initSign(key);
    signer.update(sample);
    byte[] signature = signer.sign();
    Signature verifier = Signature.getInstance(SIGNATURE);
    verifier.initVerify(certificate.getPublicKey());
    verifier.update(sample);
    return verifier.verify(signature);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
  }
}
