package io.zaikong.notices;

import io.zaikong.edge.PinnedSockets;
import io.zaikong.edge.Targets;
import io.zaikong.edge.Targets.ForbiddenTargetException;
import io.zaikong.notices.Attempt.Later;
import io.zaikong.notices.Attempt.Never;
import io.zaikong.notices.Attempt.Sent;
import io.zaikong.notices.Gateway.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, connecting to the very address that was checked. */
@Component
class Mailer {

  private static final String CONNECT_MS = "5000";
  private static final String READ_MS = "20000";

  private final Targets targets;
  private final Clock clock;

  Mailer(Targets targets, Clock clock) {
    this.targets = targets;
    this.clock = clock;
  }

  Attempt send(Gateway smtp, String password, Message message) {
    try {
      InetAddress address = targets.pin(smtp.address());
      if (smtp.security() == Security.NONE && !targets.isInside(address)) {
        return new Never("notices.error.clear");
      }
      Session session = Session.getInstance(properties(smtp, address));
      try (Transport transport = session.getTransport("smtp")) {
        boolean signsIn = !smtp.username().isEmpty();
        transport.connect(
            smtp.address(),
            smtp.port(),
            signsIn ? smtp.username() : null,
            signsIn ? password : null);
        MimeMessage mail = compose(session, smtp, message);
        transport.sendMessage(mail, mail.getAllRecipients());
      }
      return new Sent();
    } catch (ForbiddenTargetException e) {
      return new Never("notices.error.forbidden");
    } catch (UnknownHostException | AuthenticationFailedException e) {
      return new Later(e.toString());
    } catch (MessagingException e) {
      return isForGood(e) ? new Never(e.toString()) : new Later(e.toString());
    }
  }

  private static Properties properties(Gateway smtp, InetAddress address) {
    PinnedSockets sockets = new PinnedSockets(address);
    Properties properties = new Properties();
    boolean isSecure = smtp.security() == Security.TLS;
    // with TLS from the first byte the library asks this one, and wraps what it connects
    properties.put(isSecure ? "mail.smtp.ssl.socketFactory" : "mail.smtp.socketFactory", sockets);
    // or it would connect by name, past what was checked, where this one fails
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.auth", Boolean.toString(!smtp.username().isEmpty()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(isSecure));
    boolean upgrades = smtp.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(upgrades));
    properties.put("mail.smtp.starttls.required", Boolean.toString(upgrades));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.connectiontimeout", CONNECT_MS);
    properties.put("mail.smtp.timeout", READ_MS);
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private MimeMessage compose(Session session, Gateway smtp, Message message)
      throws MessagingException {
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            String host = smtp.sender().substring(smtp.sender().indexOf('@') + 1);
            setHeader("Message-ID", "<" + message.key() + "@" + host + ">");
          }
        };
    mail.setFrom(new InternetAddress(smtp.sender(), true));
    mail.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.address(), true));
    mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mail.setText(message.text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (message.urgent()) {
      mail.setHeader("Importance", "high");
    }
    mail.setSentDate(Date.from(clock.instant()));
    return mail;
  }

  /** Whether the server said 5xx to this message; a 4xx or a lost connection passes. */
  private static boolean isForGood(MessagingException e) {
    for (Exception cause = e; cause instanceof MessagingException m; cause = m.getNextException()) {
      if (cause instanceof SMTPAddressFailedException f) {
        return f.getReturnCode() >= 500;
      }
      if (cause instanceof SMTPSendFailedException f && f.getReturnCode() >= 500) {
        return true;
      }
    }
    return e instanceof SendFailedException && e.getNextException() == null;
  }
}
