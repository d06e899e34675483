package io.zaikong.telemetry;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.telemetry.Sensor.State;
import io.zaikong.telemetry.SensorDeskStore.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers sensors with their first limits, and declares maintenance and stops. What is measured
 * and in which unit cannot be changed: limits that were confirmed would then mean something else.
 */
@Service
public class SensorDesk {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 500;

  /** The product's own reading: what is silent for longer is stopped, not in maintenance. */
  private static final Duration LONGEST_MAINTENANCE = Duration.ofDays(30);

  private final SensorDeskStore store;
  private final LimitStore limits;
  private final SensorStore sensors;
  private final Journal journal;
  private final Clock clock;

  SensorDesk(
      SensorDeskStore store, LimitStore limits, SensorStore sensors, Journal journal, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.sensors = sensors;
    this.journal = journal;
    this.clock = clock;
  }

  /** Registered, or everything that is wrong with it. */
  public sealed interface Answer {
    record Registered(long sensorId) implements Answer {}

    record Faulty(List<Refused<?>> faults) implements Answer {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Registers a sensor; its first limits stand at once. */
  @Transactional
  public Answer add(Gateway gateway, long sourceId, SensorDraft draft, Limits first) {
    NewSensor sensor = new NewSensor(gateway, sourceId, draft, first);
    List<Refused<?>> faults = new ArrayList<>(sensor.findFaults());
    if (store.findSource(sourceId, gateway.enterpriseId()).isEmpty()) {
      faults.add(refused("source", "telemetry.source.elsewhere"));
    }
    if (!faults.isEmpty()) {
      return new Answer.Faulty(faults);
    }
    Map<Key, Long> ids = addAll(List.of(sensor));
    return ids.isEmpty()
        ? new Answer.Faulty(List.of(refused("tag", "telemetry.tag.twice", gateway.name())))
        : new Answer.Registered(ids.values().iterator().next());
  }

  /** Registers those of them that are not there yet; each was found without fault. */
  @Transactional(propagation = Propagation.MANDATORY)
  Map<Key, Long> addAll(List<NewSensor> added) {
    Actor actor = Actor.getCurrent();
    Instant now = clock.instant();
    Map<Key, Long> ids = store.insertAll(added, actor.name(), now);
    List<NewSensor> fresh = added.stream().filter(s -> ids.containsKey(key(s))).toList();
    if (fresh.isEmpty()) {
      return ids;
    }
    limits.insertAll(
        fresh.stream().map(s -> new LimitStore.Put(id(ids, s), s.limits(), "")).toList(),
        true,
        LimitRules.current().edition(),
        actor.accountId(),
        actor.name(),
        now);
    journal.recordAll(
        "sensor.add",
        fresh.stream()
            .map(
                s ->
                    new Act(
                        new Subject(
                            Sensor.SUBJECT,
                            Long.toString(id(ids, s)),
                            s.gateway().division(),
                            s.gateway().enterpriseId()),
                        Map.of(
                            "tag", s.draft().tag(),
                            "name", s.draft().name(),
                            "kind", s.kind().name(),
                            "unit", s.draft().unit(),
                            "gateway", s.gateway().id(),
                            "source", s.sourceId(),
                            "limits", s.limits().values())))
            .toList());
    return ids;
  }

  private static Key key(NewSensor sensor) {
    return new Key(sensor.gateway().id(), sensor.draft().tag());
  }

  private static long id(Map<Key, Long> ids, NewSensor sensor) {
    return Objects.requireNonNull(ids.get(key(sensor)));
  }

  /** Another name, or another source of the same enterprise. */
  @Transactional
  public Outcome<Long> change(Sensor sensor, String name, long sourceId) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return Outcome.refused("name", "telemetry.text", Integer.toString(LONGEST_NAME));
    }
    if (store.findSource(sourceId, sensor.enterpriseId()).isEmpty()) {
      return Outcome.refused("source", "telemetry.source.elsewhere");
    }
    store.lock(sensor.id());
    store.update(sensor.id(), name.strip(), sourceId);
    record(
        "sensor.change",
        sensor,
        Map.of(
            "name", name.strip(),
            "source", sourceId,
            "before", Map.of("name", sensor.name(), "source", sensor.sourceId())));
    return Outcome.done(sensor.id());
  }

  /**
   * In use, in maintenance from one moment to another, or stopped from a moment on.
   *
   * @param from null: now
   * @param until of maintenance only
   */
  @Transactional
  public Outcome<Long> setState(
      Sensor sensor, State state, @Nullable Instant from, @Nullable Instant until, String reason) {
    Instant now = clock.instant();
    Instant begin = from == null ? now : from;
    Optional<Outcome<Long>> fault = findFault(state, begin, until, now, reason);
    if (fault.isPresent()) {
      return fault.get();
    }
    store.lock(sensor.id());
    State before = sensors.find(sensor.id(), now).orElseThrow().state();
    if (state == before && state != State.MAINTENANCE && !isPlanned(sensor, now)) {
      return Outcome.refused("state", "telemetry.state.same");
    }
    if (state == State.MAINTENANCE && before == State.STOPPED) {
      return Outcome.refused("state", "telemetry.state.stopped");
    }
    Instant end = state == State.MAINTENANCE ? until : null;
    store.setState(sensor.id(), state, begin, end, reason.strip(), Actor.getCurrent().name(), now);
    record(
        "sensor.state",
        sensor,
        Map.of(
            "state", state.name(),
            "from", begin.toString(),
            "until", end == null ? "" : end.toString(),
            "reason", reason.strip()));
    return Outcome.done(sensor.id());
  }

  /** Whether maintenance is declared that has not begun, and may be called off. */
  private static boolean isPlanned(Sensor sensor, Instant now) {
    return sensor.stateUntil() != null && now.isBefore(sensor.stateFrom());
  }

  private static Optional<Outcome<Long>> findFault(
      State state, Instant from, @Nullable Instant until, Instant now, String reason) {
    if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      return Optional.of(
          Outcome.refused("reason", "telemetry.text", Integer.toString(LONGEST_REASON)));
    }
    if (state != State.MAINTENANCE) {
      return from.isAfter(now)
          ? Optional.of(Outcome.refused("from", "telemetry.state.future"))
          : Optional.empty();
    }
    if (until == null) {
      return Optional.of(Outcome.refused("until", "field.required"));
    }
    if (!until.isAfter(from) || !until.isAfter(now)) {
      return Optional.of(Outcome.refused("until", "telemetry.state.until"));
    }
    return Duration.between(from, until).compareTo(LONGEST_MAINTENANCE) > 0
        ? Optional.of(
            Outcome.refused(
                "until", "telemetry.state.long", Long.toString(LONGEST_MAINTENANCE.toDays())))
        : Optional.empty();
  }

  private void record(String act, Sensor sensor, Map<String, ?> detail) {
    journal.record(act, subject(sensor), detail);
  }

  static Subject subject(Sensor sensor) {
    return new Subject(
        Sensor.SUBJECT, Long.toString(sensor.id()), sensor.division(), sensor.enterpriseId());
  }

  private static Refused<?> refused(String field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field, "");
  }
}
