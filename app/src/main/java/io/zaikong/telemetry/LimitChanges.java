package io.zaikong.telemetry;

import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.notices.Recipients;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.telemetry.LimitRules.Breach;
import io.zaikong.telemetry.LimitVersion.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other limits of a sensor: one person proposes them with a reason, another one confirms or refuses
 * them. This holds whatever the state of the sensor, or one would stop it, change it and go on.
 */
@Service
public class LimitChanges {

  private static final String NOTICE = "telemetry.limits";
  private static final int LONGEST = 500;

  private final LimitStore store;
  private final SensorDeskStore sensors;
  private final Notices notices;
  private final Recipients recipients;
  private final Journal journal;
  private final Clock clock;

  LimitChanges(
      LimitStore store,
      SensorDeskStore sensors,
      Notices notices,
      Recipients recipients,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.sensors = sensors;
    this.notices = notices;
    this.recipients = recipients;
    this.journal = journal;
    this.clock = clock;
  }

  /** All that stand, stood or were proposed, the latest first. */
  @Transactional(readOnly = true)
  public List<LimitVersion> list(long sensorId) {
    return store.list(sensorId);
  }

  /** What the standing limits break of rules that are only recalled. */
  public List<Breach> listWarnings(Sensor sensor, Limits limits) {
    return LimitRules.current().judge(sensor.kind(), sensor.unit(), sensor.cas(), limits);
  }

  /** Everything that is wrong with limits; empty when they wait for a second person now. */
  @Transactional
  public List<Refused<?>> propose(Sensor sensor, Limits limits, String reason) {
    List<Refused<?>> faults = new ArrayList<>(limits.findFaults());
    if (faults.isEmpty()) {
      listWarnings(sensor, limits).stream()
          .filter(Breach::verified)
          .forEach(breach -> faults.add(breach.refused()));
    }
    if (reason.isBlank() || reason.strip().length() > LONGEST) {
      faults.add(refused("reason", "telemetry.text", Integer.toString(LONGEST)));
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    sensors.lock(sensor.id());
    List<LimitVersion> known = store.list(sensor.id());
    if (known.stream().anyMatch(v -> v.state() == State.STANDING && v.limits().equals(limits))) {
      return List.of(refused("", "telemetry.limits.same"));
    }
    Actor actor = Actor.getCurrent();
    List<Long> ids =
        store.insertAll(
            List.of(new LimitStore.Put(sensor.id(), limits, reason.strip())),
            false,
            LimitRules.current().edition(),
            actor.accountId(),
            actor.name(),
            clock.instant());
    if (ids.isEmpty()) {
      return List.of(refused("", "telemetry.limits.waiting"));
    }
    journal.record(
        "sensor.limits.propose",
        SensorDesk.subject(sensor),
        Map.of("limits", limits.values(), "reason", reason.strip(), "version", ids.getFirst()));
    putBefore(sensor, ids.getFirst());
    return List.of();
  }

  /**
   * The enterprise's people and the officers of its district may decide. An officer's proposal is
   * put before the enterprise alone where it has somebody; its own people do not see each other's
   * accounts, so theirs is put before both.
   */
  private void putBefore(Sensor sensor, long version) {
    Owner own = new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, sensor.enterpriseId());
    DivisionCode division = sensor.division();
    Owner officers =
        new Owner.RoleIn(
            Role.OFFICER, division.value().length() > 6 ? division.at(Level.DISTRICT) : division);
    boolean byOfficer = Actor.getCurrent().hasAny(Role.OFFICER);
    boolean hasPeople = !byOfficer || !recipients.accountsOf(own).isEmpty();
    List<NewNotice> raised = new ArrayList<>();
    if (hasPeople) {
      raised.add(notice(sensor, version + "-enterprise", own));
    }
    if (!byOfficer || !hasPeople) {
      raised.add(notice(sensor, version + "-bureau", officers));
    }
    notices.raiseAll(raised);
  }

  private static NewNotice notice(Sensor sensor, String key, Owner owner) {
    return NewNotice.of(
            NOTICE,
            SensorDesk.subject(sensor),
            sensor.tag() + " " + sensor.name() + " · " + sensor.enterpriseName(),
            "/telemetry/sensors/" + sensor.id(),
            owner)
        .withNaturalKey(key)
        .sentOut();
  }

  /** The proposed limits stand, and those before them no longer. */
  @Transactional
  public Outcome<Long> confirm(Sensor sensor, long version, String note) {
    return decide(sensor, version, State.STANDING, note);
  }

  @Transactional
  public Outcome<Long> refuse(Sensor sensor, long version, String note) {
    return note.isBlank()
        ? Outcome.refused("note", "field.required")
        : decide(sensor, version, State.REFUSED, note);
  }

  private Outcome<Long> decide(Sensor sensor, long version, State state, String note) {
    if (note.strip().length() > LONGEST) {
      return Outcome.refused("note", "telemetry.long", Integer.toString(LONGEST));
    }
    Optional<LimitVersion> proposed = findProposed(sensor, version);
    if (proposed.isEmpty()) {
      return Outcome.refused("", "telemetry.limits.changed");
    }
    Actor actor = Actor.getCurrent();
    if (proposed.get().proposedBy() == actor.accountId()) {
      return Outcome.refused("", "telemetry.limits.second_person");
    }
    if (state == State.STANDING) {
      store.supersede(sensor.id());
    }
    store.decide(version, state, actor.accountId(), actor.name(), note.strip(), clock.instant());
    end(
        sensor,
        version,
        state == State.STANDING ? "sensor.limits.confirm" : "sensor.limits.refuse",
        note.strip());
    return Outcome.done(version);
  }

  /** The one who proposed them takes them back. */
  @Transactional
  public Outcome<Long> withdraw(Sensor sensor, long version) {
    Optional<LimitVersion> proposed = findProposed(sensor, version);
    if (proposed.isEmpty()) {
      return Outcome.refused("", "telemetry.limits.changed");
    }
    if (proposed.get().proposedBy() != Actor.getCurrent().accountId()) {
      return Outcome.refused("", "telemetry.limits.own");
    }
    store.withdraw(version);
    end(sensor, version, "sensor.limits.withdraw", "");
    return Outcome.done(version);
  }

  private Optional<LimitVersion> findProposed(Sensor sensor, long version) {
    sensors.lock(sensor.id());
    return store
        .lock(version)
        .filter(v -> v.sensorId() == sensor.id() && v.state() == State.PROPOSED);
  }

  private void end(Sensor sensor, long version, String act, String note) {
    journal.record(act, SensorDesk.subject(sensor), Map.of("version", version, "note", note));
    notices.close(NOTICE, Sensor.SUBJECT, Long.toString(sensor.id()));
  }

  private static Refused<?> refused(String field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field, "");
  }
}
