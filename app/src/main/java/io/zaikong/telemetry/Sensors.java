package io.zaikong.telemetry;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.telemetry.Sensor.StateChange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sensors as far as the actor sees them. */
@Service
public class Sensors {

  private final SensorStore store;
  private final Journal journal;
  private final Clock clock;

  Sensors(SensorStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * So many of a place.
   *
   * @param kind empty: gateways
   */
  public record Count(String code, Optional<SensorKind> kind, long number) {}

  /** By place; two statements. A page of the second half is read from the other end. */
  @Transactional(readOnly = true)
  public Rows<Sensor> page(SensorFilter filter, long offset, int limit) {
    long total = store.count(filter, clock.instant());
    long after = total - offset - limit;
    if (offset <= after) {
      return new Rows<>(total, store.list(filter, clock.instant(), false, offset, limit));
    }
    int rows = (int) Math.clamp(total - offset, 0, limit);
    return new Rows<>(
        total, store.list(filter, clock.instant(), true, Math.max(0, after), rows).reversed());
  }

  @Transactional(readOnly = true)
  public long count(SensorFilter filter) {
    return store.count(filter, clock.instant());
  }

  @Transactional(readOnly = true)
  public Optional<Sensor> find(long id) {
    return store.find(id, clock.instant());
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<StateChange> listStates(long sensorId) {
    return store.listStates(sensorId);
  }

  /**
   * Every sensor of the filter, one after the other as the database gives them; leaving the system,
   * so it is journalled.
   */
  @Transactional
  public void export(SensorFilter filter, int limit, Consumer<Sensor> each) {
    int sensors = store.forEach(filter, clock.instant(), limit, each);
    journal.record(
        "sensor.export",
        new Subject(Sensor.SUBJECT, "list", Actor.getCurrent().home(), null),
        Map.of("sensors", sensors));
  }

  /** Sensors that are not stopped by kind, and gateways in use; one statement. */
  @Transactional(readOnly = true)
  public List<Count> countBy(
      @Nullable DivisionCode division,
      int codeDigits,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return store
        .countBy(SensorFilter.within(division, from, to), codeDigits, clock.instant())
        .stream()
        .map(
            c ->
                new Count(
                    c.code(), Optional.ofNullable(c.kind()).map(SensorKind::valueOf), c.number()))
        .toList();
  }
}
