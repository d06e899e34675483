package io.zaikong.telemetry;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Slice.Rows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The gateways of enterprises, as far as the actor sees them. */
@Service
public class GatewayRegister {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 500;

  private final GatewayRegisterStore store;
  private final Enterprises enterprises;
  private final EnterpriseNames names;
  private final Journal journal;
  private final Clock clock;

  GatewayRegister(
      GatewayRegisterStore store,
      Enterprises enterprises,
      EnterpriseNames names,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.enterprises = enterprises;
    this.names = names;
    this.journal = journal;
    this.clock = clock;
  }

  /** By place; two statements. */
  @Transactional(readOnly = true)
  public Rows<Gateway> page(GatewayFilter filter, long offset, int limit) {
    return new Rows<>(store.count(filter), store.list(filter, offset, limit));
  }

  @Transactional(readOnly = true)
  public long count(GatewayFilter filter) {
    return store.count(filter);
  }

  @Transactional(readOnly = true)
  public Optional<Gateway> find(long id) {
    return store.find(id);
  }

  /** What was wrong with what it sent lately, the latest first. */
  @Transactional(readOnly = true)
  public List<GatewayError> listErrors(long gatewayId) {
    return store.listErrors(gatewayId);
  }

  /**
   * Writes down for the gateway's owner what was wrong with something that it sent.
   *
   * @param what a word of {@code telemetry.error.*}
   */
  @Transactional
  public void noteError(long gatewayId, String what, String tag, String excerpt) {
    store.insertError(gatewayId, new GatewayError(0, clock.instant(), what, tag, excerpt));
  }

  /**
   * @param enterpriseTyped number and name as suggested, the number alone, or a name that fits one
   *     enterprise in sight only
   */
  @Transactional
  public Outcome<Long> add(String enterpriseTyped, String name, String note) {
    Optional<Enterprise> enterprise =
        names
            .resolve(enterpriseTyped)
            .flatMap(n -> enterprises.find(n.id()))
            .filter(e -> e.mergedInto() == null);
    if (enterprise.isEmpty()) {
      return Outcome.refused("enterprise", "hazards.source.enterprise");
    }
    Optional<Outcome<Long>> fault = findFault(name, note);
    if (fault.isPresent()) {
      return fault.get();
    }
    Enterprise owner = enterprise.get();
    Optional<Long> id =
        store.insert(
            owner.id(),
            owner.division(),
            name.strip(),
            note.strip(),
            Actor.getCurrent().name(),
            clock.instant());
    if (id.isEmpty()) {
      return Outcome.refused("name", "telemetry.gateway.twice");
    }
    record("gateway.add", store.find(id.get()).orElseThrow(), Map.of("name", name.strip()));
    return Outcome.done(id.get());
  }

  @Transactional
  public Outcome<Long> change(Gateway gateway, String name, String note) {
    Optional<Outcome<Long>> fault = findFault(name, note);
    if (fault.isPresent()) {
      return fault.get();
    }
    store.lock(gateway.id());
    if (!store.update(gateway.id(), name.strip(), note.strip())) {
      return Outcome.refused("name", "telemetry.gateway.twice");
    }
    record("gateway.change", gateway, Map.of("name", name.strip(), "before", gateway.name()));
    return Outcome.done(gateway.id());
  }

  /** Stops taking its readings, or takes them again. */
  @Transactional
  public Outcome<Long> setState(Gateway gateway, Gateway.State state, String reason) {
    if (reason.isBlank() || reason.strip().length() > LONGEST_NOTE) {
      return Outcome.refused("reason", "telemetry.text", Integer.toString(LONGEST_NOTE));
    }
    store.lock(gateway.id());
    if (store.find(gateway.id()).orElseThrow().state() == state) {
      return Outcome.refused("state", "telemetry.state.same");
    }
    store.setState(gateway.id(), state, reason.strip(), Actor.getCurrent().name(), clock.instant());
    record("gateway.state", gateway, Map.of("state", state.name(), "reason", reason.strip()));
    return Outcome.done(gateway.id());
  }

  private static Optional<Outcome<Long>> findFault(String name, String note) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return Optional.of(Outcome.refused("name", "telemetry.text", Integer.toString(LONGEST_NAME)));
    }
    return note.strip().length() > LONGEST_NOTE
        ? Optional.of(Outcome.refused("note", "telemetry.long", Integer.toString(LONGEST_NOTE)))
        : Optional.empty();
  }

  private void record(String act, Gateway gateway, Map<String, ?> detail) {
    journal.record(act, subject(gateway), detail);
  }

  static Subject subject(Gateway gateway) {
    return new Subject(
        Gateway.SUBJECT, Long.toString(gateway.id()), gateway.division(), gateway.enterpriseId());
  }
}
