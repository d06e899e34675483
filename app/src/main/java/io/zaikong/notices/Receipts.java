package io.zaikong.notices;

import io.zaikong.journal.Journal;
import io.zaikong.notices.Delivery.State;
import io.zaikong.notices.DeliveryStore.Received;
import io.zaikong.notices.Gateway.Kind;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway reports back about a message, signed with the gateway's secret. */
@Service
public class Receipts {

  private static final Actor GATEWAY = Actor.system("message gateway", Scope.everywhere());
  private static final int LONGEST_REASON = 300;

  private final DeliveryStore store;
  private final Gateways gateways;
  private final Journal journal;
  private final JsonMapper json;
  private final Clock clock;
  private final TransactionTemplate transactions;

  Receipts(
      DeliveryStore store,
      Gateways gateways,
      Journal journal,
      JsonMapper json,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.gateways = gateways;
    this.journal = journal;
    this.json = json;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Whether a receipt was taken in. */
  public enum Answer {
    /** Or was known already: a receipt may be sent as often as wanted. */
    TAKEN,
    NOT_SIGNED,
    NOT_READABLE
  }

  /** {@code {"id": "...", "state": "DELIVERED|READ|FAILED", "reason": "..."}}. */
  private record Receipt(@Nullable UUID id, @Nullable State state, @Nullable String reason) {}

  /**
   * @param timestamp the header {@code Zaikong-Timestamp}
   * @param signature the header {@code Zaikong-Signature}
   */
  public Answer take(String timestamp, String signature, byte[] body) {
    return GATEWAY.call(
        () -> {
          Optional<String> secret = gateways.findSecret(Kind.HOOK);
          if (secret.isEmpty()
              || !Signature.isValid(secret.get(), timestamp, signature, body, clock.instant())) {
            return Answer.NOT_SIGNED;
          }
          return take(body);
        });
  }

  private Answer take(byte[] body) {
    Receipt receipt;
    try {
      receipt = json.readValue(body, Receipt.class);
    } catch (JacksonException e) {
      return Answer.NOT_READABLE;
    }
    UUID id = receipt.id();
    State state = receipt.state();
    boolean isReport = state == State.DELIVERED || state == State.READ || state == State.FAILED;
    if (id == null || state == null || !isReport) {
      return Answer.NOT_READABLE;
    }
    String reason = receipt.reason() == null ? "" : receipt.reason().replaceAll("\\p{Cntrl}+", " ");
    String kept = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    transactions.executeWithoutResult(
        status -> store.receive(id, state, clock.instant(), kept).ifPresent(r -> record(r, state)));
    return Answer.TAKEN;
  }

  private void record(Received received, State state) {
    journal.record(
        "notice.receipt",
        received.subject(),
        Map.of("delivery", received.id(), "state", state.name()));
  }
}
