package io.zaikong.edge;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the application may connect to on an administrator's word: never to its own machine, the
 * link, nor the address of a cloud's metadata. The address that was checked is the one that is
 * connected to, so that a name cannot answer differently the second time.
 */
@Component
public class Targets {

  private final boolean allowLocal;

  /**
   * @param allowLocal whether the own machine is a target, as tests need it
   */
  public Targets(@Value("${zaikong.targets.allow-local:false}") boolean allowLocal) {
    this.allowLocal = allowLocal;
  }

  /** What a host's name resolves to; asked once for each connection. */
  protected InetAddress[] resolve(String host) throws UnknownHostException {
    return InetAddress.getAllByName(host);
  }

  /** The host of a plain http or https address; empty for any other. */
  public static String host(URI uri) {
    boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    String host = uri.getHost();
    return isHttp && host != null && uri.getUserInfo() == null && uri.getFragment() == null
        ? host.replaceAll("^\\[|]$", "")
        : "";
  }

  /** The address of the host to connect to: of the world, or of the own network. */
  public InetAddress pin(String host) throws ForbiddenTargetException, UnknownHostException {
    return pin(host, false);
  }

  /** The address of the host to connect to: of the world alone. */
  public InetAddress pinPublic(String host) throws ForbiddenTargetException, UnknownHostException {
    return pin(host, true);
  }

  private InetAddress pin(String host, boolean isPublic)
      throws ForbiddenTargetException, UnknownHostException {
    InetAddress[] all = resolve(host);
    for (InetAddress each : all) {
      boolean isRefused = isForbidden(each) || isPublic && isOfAnOwnNetwork(each);
      if (isRefused && !(allowLocal && each.isLoopbackAddress())) {
        throw new ForbiddenTargetException(host);
      }
    }
    return all[0];
  }

  private static boolean isOfAnOwnNetwork(InetAddress address) {
    boolean isUniqueLocal =
        address instanceof Inet6Address six && (six.getAddress()[0] & 0xfe) == 0xfc;
    return address.isSiteLocalAddress() || isUniqueLocal;
  }

  /** Whether what is sent there in the clear stays within the own network. */
  public boolean isInside(InetAddress address) {
    return address.isSiteLocalAddress() || (allowLocal && address.isLoopbackAddress());
  }

  static boolean isForbidden(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    return switch (address) {
      case Inet4Address four -> isForbidden(four.getAddress());
      case Inet6Address six -> isForbidden(six);
      default -> true;
    };
  }

  private static boolean isForbidden(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    return first == 0 // this network
        || first == 127
        || (first == 169 && second == 254)
        || (first == 100 && second >= 64 && second < 128) // carriers; 100.100.100.200 is metadata
        || (first == 192 && second == 0 && four[2] == 0) // 192.0.0.192 is metadata
        || (first == 198 && (second == 18 || second == 19)) // benchmarks
        || first >= 224;
  }

  /** With the IPv4 address that a translated or tunnelled one carries. */
  private static boolean isForbidden(Inet6Address six) {
    byte[] bytes = six.getAddress();
    int head = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    boolean isMetadata =
        Arrays.equals(
            bytes,
            new byte[] {(byte) 0xfd, 0, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54});
    boolean isEmbedded =
        head == 0 || (head == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b);
    return isMetadata
        || (head & 0xffc0) == 0xfec0 // once the site's
        || (isEmbedded && isForbidden(Arrays.copyOfRange(bytes, 12, 16)))
        || (head == 0x2002 && isForbidden(Arrays.copyOfRange(bytes, 2, 6)))
        || (head == 0x2001 && bytes[2] == 0 && bytes[3] == 0); // Teredo
  }

  /** The host is one that nothing may be sent to. */
  public static final class ForbiddenTargetException extends Exception {
    private static final long serialVersionUID = 1L;

    ForbiddenTargetException(String host) {
      super("not allowed as a target: " + host);
    }
  }
}
