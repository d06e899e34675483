package io.zaikong.notices;

import io.zaikong.journal.Journal;
import io.zaikong.notices.Attempt.Later;
import io.zaikong.notices.Attempt.Never;
import io.zaikong.notices.Attempt.Sent;
import io.zaikong.notices.Delivery.State;
import io.zaikong.notices.DeliveryStore.Taken;
import io.zaikong.notices.DeliveryStore.Unsent;
import io.zaikong.notices.Gateway.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of messages. Taking one, and writing down what came of it, are two transactions with
 * the sending between them, so that no lock is held while a server answers. Whoever dies in between
 * leaves a message that is taken again when its lease has ended: it may then arrive twice, under
 * the same key, and never not at all.
 */
@Service
class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int BATCH = 100;
  private static final int MOST_ATTEMPTS = 10;
  private static final int LONGEST_ERROR = 300;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final DeliveryStore store;
  private final ContactStore contacts;
  private final GatewayStore gateways;
  private final Gateways settings;
  private final Recipients recipients;
  private final Journal journal;
  private final Clock clock;

  Outbox(
      DeliveryStore store,
      ContactStore contacts,
      GatewayStore gateways,
      Gateways settings,
      Recipients recipients,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.gateways = gateways;
    this.settings = settings;
    this.recipients = recipients;
    this.journal = journal;
    this.clock = clock;
  }

  /** A message taken for an attempt; the address is empty when the person has none any more. */
  record Ready(Taken taken, String address) {}

  /**
   * Makes messages of notices that are to be sent out, for the channels that there are now; returns
   * how many notices that were.
   */
  @Transactional
  public int address() {
    List<Unsent> unsent = store.takeUnsent(BATCH);
    if (unsent.isEmpty()) {
      return 0;
    }
    List<Kind> kinds = gateways.listKinds();
    List<Channel> channels =
        Arrays.stream(Channel.values()).filter(c -> kinds.contains(Gateway.of(c))).toList();
    for (Unsent each : unsent) {
      store.insertAll(each, accountsOf(each), channels, clock.instant());
    }
    return unsent.size();
  }

  /** One whose owner cannot be read must not hold up the others. */
  private List<Long> accountsOf(Unsent notice) {
    try {
      return recipients.accountsOf(Owner.parse(notice.owner()));
    } catch (IllegalArgumentException e) {
      LOG.error("notice {} has no owner to send to", notice.noticeId(), e);
      return List.of();
    }
  }

  /** The next message that is due by one of the channels. */
  @Transactional
  public Optional<Ready> take(List<Channel> channels) {
    Instant now = clock.instant();
    return store
        .take(channels, settings.quietHours().isQuiet(now), now, now.plus(LEASE))
        .map(
            taken ->
                new Ready(
                    taken, contacts.find(taken.accountId()).getOrDefault(taken.channel(), "")));
  }

  @Transactional
  public void settle(Taken taken, Attempt attempt) {
    switch (attempt) {
      case Sent sent -> {
        if (store.sent(taken, clock.instant())) {
          record("notice.send", taken, "");
        }
      }
      case Later later when taken.attempt() < MOST_ATTEMPTS ->
          store.putOff(
              taken,
              State.WAITING,
              clock.instant().plus(pause(taken.attempt())),
              shortened(later.reason()));
      case Later later -> giveUp(taken, later.reason());
      case Never never -> giveUp(taken, never.reason());
    }
  }

  /** The matter was settled before the message went out. */
  @Transactional
  public void drop(Taken taken) {
    store.putOff(taken, State.DROPPED, clock.instant(), "");
  }

  private void giveUp(Taken taken, String reason) {
    if (store.putOff(taken, State.FAILED, clock.instant(), shortened(reason))) {
      record("notice.send.failed", taken, shortened(reason));
    }
  }

  private void record(String act, Taken taken, String reason) {
    journal.record(
        act,
        taken.subject(),
        Map.of(
            "delivery", taken.id(),
            "channel", taken.channel().name(),
            "account", taken.accountId(),
            "attempt", taken.attempt(),
            "reason", reason));
  }

  /** A minute, then twice as long each time, at most an hour. */
  static Duration pause(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static String shortened(String reason) {
    String clean = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.substring(0, Math.min(clean.length(), LONGEST_ERROR));
  }
}
