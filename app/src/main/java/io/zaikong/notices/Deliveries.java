package io.zaikong.notices;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.notices.Delivery.State;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sent out about the notices that the actor sees, and what of it failed. */
@Service
public class Deliveries {

  private final DeliveryStore store;
  private final Recipients recipients;
  private final Journal journal;
  private final Clock clock;

  Deliveries(DeliveryStore store, Recipients recipients, Journal journal, Clock clock) {
    this.store = store;
    this.recipients = recipients;
    this.journal = journal;
    this.clock = clock;
  }

  /** A part of them, newest first, the names of the people, and the count of the whole. */
  public record Part(List<Delivery> deliveries, Map<Long, String> names, long total) {}

  /**
   * Three statements: the part, the names, the count.
   *
   * @param state empty for all
   */
  @Transactional(readOnly = true)
  public Part list(String state, long offset, int limit) {
    List<Delivery> found = store.list(state, offset, limit);
    return new Part(
        found,
        recipients.names(found.stream().map(Delivery::accountId).distinct().toList()),
        store.count(state));
  }

  /** Sends a failed one again, to the address that the person has now. */
  @Transactional
  public Outcome<Long> resend(long id) {
    Optional<Subject> notice = store.resend(id, clock.instant());
    if (notice.isEmpty()) {
      return Outcome.refused("", "notices.delivery.not_failed");
    }
    journal.record("notice.resend", notice.get(), Map.of("delivery", id));
    return Outcome.done(id);
  }

  /** Whether a state is one that a list may be asked for. */
  public static boolean isState(String name) {
    for (State state : State.values()) {
      if (state.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
