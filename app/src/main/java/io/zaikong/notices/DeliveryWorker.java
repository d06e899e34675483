package io.zaikong.notices;

import io.zaikong.notices.Attempt.Later;
import io.zaikong.notices.Attempt.Never;
import io.zaikong.notices.Gateway.Kind;
import io.zaikong.notices.Outbox.Ready;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: mails beside messages to the gateway, so that neither waits for a slow server
 * of the other, and one after another within each. A message that fails waits for its next attempt
 * and holds up no other.
 */
@Component
class DeliveryWorker implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final Actor WORKER = Actor.system("message delivery", Scope.everywhere());
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Map<Kind, List<Channel>> CHANNELS =
      Map.of(Kind.SMTP, List.of(Channel.MAIL), Kind.HOOK, List.of(Channel.SMS, Channel.VOICE));

  private final Outbox outbox;
  private final Gateways gateways;
  private final Mailer mailer;
  private final Hook hook;
  private final MessageText text;
  private final Map<Kind, AtomicBoolean> busy = new EnumMap<>(Kind.class);
  private final Map<Kind, Thread> sending = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  DeliveryWorker(Outbox outbox, Gateways gateways, Mailer mailer, Hook hook, MessageText text) {
    this.outbox = outbox;
    this.gateways = gateways;
    this.mailer = mailer;
    this.hook = hook;
    this.text = text;
    for (Kind kind : Kind.values()) {
      busy.put(kind, new AtomicBoolean());
    }
  }

  /** The scheduler's own thread only reads the database; servers are waited for in others. */
  @Scheduled(fixedDelayString = "PT5S")
  void wake() {
    address();
    busy.forEach(
        (kind, taken) -> {
          if (taken.compareAndSet(false, true)) {
            sending.put(
                kind,
                Thread.ofVirtual()
                    .name("delivery-" + kind)
                    .start(() -> sendUntilIdle(kind, taken)));
          }
        });
  }

  private void sendUntilIdle(Kind kind, AtomicBoolean taken) {
    try {
      sendDue(kind);
    } catch (RuntimeException e) {
      if (!stopped) {
        LOG.error("delivery by {} stopped, goes on with the next turn", kind, e);
      }
    } finally {
      taken.set(false);
    }
  }

  /** Makes messages of the notices that are to be sent out. */
  void address() {
    WORKER.run(
        () -> {
          while (outbox.address() > 0 && !stopped) {
            // the next part
          }
        });
  }

  /** Sends everything that is due now by the mail server or by the gateway. */
  void sendDue(Kind kind) {
    WORKER.run(
        () -> {
          Optional<Ready> due = stopped ? Optional.empty() : outbox.take(channels(kind));
          while (due.isPresent()) {
            handle(kind, due.get());
            due = stopped ? Optional.empty() : outbox.take(channels(kind));
          }
        });
  }

  private static List<Channel> channels(Kind kind) {
    return CHANNELS.getOrDefault(kind, List.of());
  }

  private void handle(Kind kind, Ready due) {
    if (due.taken().open()) {
      outbox.settle(due.taken(), attempt(kind, due));
    } else {
      outbox.drop(due.taken());
    }
  }

  private Attempt attempt(Kind kind, Ready due) {
    if (due.address().isEmpty()) {
      return new Never("notices.error.no_address");
    }
    Optional<Gateway> gateway = gateways.find(kind);
    if (gateway.isEmpty()) {
      return new Later("notices.error.no_server");
    }
    Optional<String> secret = gateways.findSecret(kind);
    boolean needsSecret = kind == Kind.HOOK || !gateway.get().username().isEmpty();
    if (needsSecret && secret.isEmpty()) {
      return new Later("notices.error.no_secret");
    }
    try {
      Message message = text.of(due.taken(), due.address());
      return kind == Kind.SMTP
          ? mailer.send(gateway.get(), secret.orElse(""), message)
          : hook.send(gateway.get(), secret.orElse(""), message);
    } catch (RuntimeException e) {
      LOG.error("message {} cannot be sent", due.taken().id(), e);
      return new Later(e.toString());
    }
  }

  /** What is on its way is written down as sent before the database goes. */
  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    for (Thread thread : sending.values()) {
      thread.join(PATIENCE);
    }
  }
}
