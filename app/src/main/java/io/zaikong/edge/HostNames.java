package io.zaikong.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names and addresses by which this machine can be called in an address bar. */
record HostNames(SortedSet<String> names, SortedSet<String> addresses) {

  static HostNames of(String host) {
    SortedSet<String> names = new TreeSet<>();
    SortedSet<String> addresses = new TreeSet<>();
    names.add("localhost");
    try {
      findLiteral(host)
          .ifPresentOrElse(
              literal -> {
                if (!literal.isAnyLocalAddress()) {
                  addresses.add(text(literal));
                }
              },
              () -> names.add(host));
      findOwnName().ifPresent(names::add);
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(HostNames::text)
          .forEach(addresses::add);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    addresses.add("127.0.0.1");
    return new HostNames(names, addresses);
  }

  private static Optional<InetAddress> findLiteral(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> findOwnName() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      boolean usable = name.matches("[A-Za-z0-9.-]{1,253}") && findLiteral(name).isEmpty();
      return usable ? Optional.of(name) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The address without a network interface's name. */
  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }
}
