package io.zaikong.notices;

import io.zaikong.edge.Targets;
import io.zaikong.edge.Targets.ForbiddenTargetException;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.notices.Gateway.Kind;
import io.zaikong.notices.Gateway.Security;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail server, the gateway and the quiet hours of the installation. A secret goes in and is
 * used; it is never read out again. An empty one leaves the one that is kept, as long as the
 * address stays: a kept secret never goes to another host.
 */
@Service
public class Gateways {

  private static final String QUIET = "notices.quiet";
  private static final int SHORTEST_SECRET = 16;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
  private static final Pattern SENDER = Pattern.compile("[^\\s<>\"@,;]{1,64}@[A-Za-z0-9.-]{3,200}");

  private final GatewayStore store;
  private final SecretBox box;
  private final Targets targets;
  private final Settings settings;
  private final Journal journal;
  private final Clock clock;

  Gateways(
      GatewayStore store,
      SecretBox box,
      Targets targets,
      Settings settings,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.box = box;
    this.targets = targets;
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Gateway> find(Kind kind) {
    return store.find(kind);
  }

  @Transactional(readOnly = true)
  public boolean hasSecret(Kind kind) {
    return store.findSecret(kind).isPresent();
  }

  /** Empty when none is kept, or when it was sealed with the key of another data folder. */
  @Transactional(readOnly = true)
  Optional<String> findSecret(Kind kind) {
    return store.findSecret(kind).flatMap(box::open);
  }

  /** Keeps the mail server; refusals name host, port, security, sender or password. */
  @Transactional
  public Outcome<Gateway> keepSmtp(Gateway smtp, String password) {
    if (!HOST.matcher(smtp.address()).matches()) {
      return Outcome.refused("host", "notices.smtp.host");
    }
    if (smtp.port() < 1 || smtp.port() > 65_535) {
      return Outcome.refused("port", "notices.smtp.port");
    }
    if (!SENDER.matcher(smtp.sender()).matches()) {
      return Outcome.refused("sender", "notices.contact.mail");
    }
    return keep(
        smtp, "host", smtp.address(), smtp.security() == Security.NONE, "password", password);
  }

  /** Keeps the gateway; refusals name url or secret. */
  @Transactional
  public Outcome<Gateway> keepHook(String url, String secret) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return Outcome.refused("url", "notices.hook.url");
    }
    String host = Targets.host(uri);
    if (host.isEmpty()) {
      return Outcome.refused("url", "notices.hook.url");
    }
    if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
      return Outcome.refused("secret", "notices.hook.secret", Integer.toString(SHORTEST_SECRET));
    }
    Gateway hook = new Gateway(Kind.HOOK, url, 0, null, "", "");
    if (secret.isEmpty() && !keepsSecret(hook)) {
      return Outcome.refused("secret", "notices.hook.secret", Integer.toString(SHORTEST_SECRET));
    }
    return keep(hook, "url", host, "http".equals(uri.getScheme()), "secret", secret);
  }

  private Outcome<Gateway> keep(
      Gateway gateway,
      String field,
      String host,
      boolean isClear,
      String secretField,
      String secret) {
    try {
      InetAddress address = targets.pin(host);
      if (isClear && !targets.isInside(address)) {
        return Outcome.refused(field, "notices.target.clear");
      }
    } catch (UnknownHostException e) {
      return Outcome.refused(field, "notices.target.unknown", host);
    } catch (ForbiddenTargetException e) {
      return Outcome.refused(field, "notices.target.forbidden", host);
    }
    boolean keeps = keepsSecret(gateway);
    if (secret.isEmpty() && !keeps && !gateway.username().isEmpty()) {
      return Outcome.refused(secretField, "notices.secret.again");
    }
    byte[] sealed =
        !secret.isEmpty()
            ? box.seal(secret)
            : keeps ? store.findSecret(gateway.kind()).orElse(null) : null;
    store.put(gateway, sealed, Actor.getCurrent().name(), clock.instant());
    record(
        gateway.kind(), Map.of("address", gateway.address(), "secret_changed", !secret.isEmpty()));
    return Outcome.done(gateway);
  }

  private boolean keepsSecret(Gateway gateway) {
    return store
            .find(gateway.kind())
            .filter(
                kept ->
                    kept.address().equals(gateway.address())
                        && kept.port() == gateway.port()
                        && kept.security() == gateway.security()
                        && kept.username().equals(gateway.username()))
            .isPresent()
        && store.findSecret(gateway.kind()).isPresent();
  }

  @Transactional
  public void remove(Kind kind) {
    if (store.remove(kind)) {
      record(kind, Map.of("removed", true));
    }
  }

  @Transactional(readOnly = true)
  public QuietHours quietHours() {
    return settings.find(QUIET).flatMap(QuietHours::parse).orElse(QuietHours.NONE);
  }

  /** Refused, with the field quiet, for anything but two times of day or nothing. */
  @Transactional
  public Outcome<QuietHours> keepQuietHours(String text) {
    Optional<QuietHours> quiet =
        text.isEmpty() ? Optional.of(QuietHours.NONE) : QuietHours.parse(text);
    if (quiet.isEmpty()) {
      return Outcome.refused("quiet", "notices.quiet.form");
    }
    settings.put(QUIET, quiet.get().text());
    Actor actor = Actor.getCurrent();
    journal.record(
        "notice.quiet",
        new Subject("shell.setting", QUIET, actor.home(), null),
        Map.of("hours", quiet.get().text()));
    return Outcome.done(quiet.get());
  }

  private void record(Kind kind, Map<String, ?> detail) {
    Actor actor = Actor.getCurrent();
    journal.record(
        "notice.gateway", new Subject("notices.gateway", kind.name(), actor.home(), null), detail);
  }
}
