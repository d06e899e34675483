package io.zaikong.notices;

import org.jspecify.annotations.Nullable;

/**
 * The mail server or the gateway of the installation, without its secret.
 *
 * @param address host of the mail server, URL of the gateway
 * @param port of the mail server; 0 for the gateway
 * @param security of the mail server; null for the gateway
 * @param username at the mail server; empty without sign-in
 * @param sender the mails' From
 */
public record Gateway(
    Kind kind,
    String address,
    int port,
    @Nullable Security security,
    String username,
    String sender) {

  public enum Kind {
    SMTP,
    HOOK
  }

  public enum Security {
    /** From the first byte, usually port 465. */
    TLS,
    /** Required before anything else is said, usually port 587. */
    STARTTLS,
    /** In the clear; only within the own network. */
    NONE
  }

  static Kind of(Channel channel) {
    return channel == Channel.MAIL ? Kind.SMTP : Kind.HOOK;
  }
}
