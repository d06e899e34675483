package io.zaikong.telemetry;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.imports.ImportKind;
import io.zaikong.imports.ImportReport;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.Preview;
import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.Preview.Value;
import io.zaikong.imports.PreviewLines;
import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.imports.SheetReader;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.telemetry.SensorDeskStore.Key;
import io.zaikong.telemetry.SensorSheet.Line;
import io.zaikong.telemetry.SensorStore.NamedSource;
import io.zaikong.workbook.Workbook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/**
 * Sensors as a kind of import. Only new ones are taken in: other limits of a known one need a
 * second person, and are proposed on its page.
 */
@Component
class SensorImport implements ImportKind {

  private static final int AT_ONCE = 1_000;

  private final SensorDesk desk;
  private final SensorStore store;
  private final GatewayRegisterStore gateways;
  private final Enterprises enterprises;
  private final Clock clock;

  SensorImport(
      SensorDesk desk,
      SensorStore store,
      GatewayRegisterStore gateways,
      Enterprises enterprises,
      Clock clock) {
    this.desk = desk;
    this.store = store;
    this.gateways = gateways;
    this.enterprises = enterprises;
    this.clock = clock;
  }

  /** What is registered, as a workbook names it; four statements. */
  private record Known(
      Map<String, Enterprise> enterprises,
      Map<String, Gateway> gateways,
      Map<String, List<NamedSource>> sources,
      Map<Key, Sensor> sensors) {}

  /** A row with what it asks for; {@code known} when the sensor is there already. */
  private record Wanted(Line line, NewSensor sensor, boolean known) {}

  @Override
  public String key() {
    return "sensors";
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.hasAny(Role.OFFICER);
  }

  @Override
  public Result result() {
    return new Result("/telemetry/sensors", "telemetry.sensors");
  }

  @Override
  public byte[] template() {
    return SensorColumns.template();
  }

  @Override
  public byte[] sample() {
    return SensorColumns.sample();
  }

  @Override
  public Checked check(Workbook workbook) {
    var errors = new RowErrors(List.of(SensorColumns.SHEET));
    var sheets = new SheetReader(workbook, errors);
    var sheet = new SensorSheet();
    int rows = sheets.read(SensorColumns.SHEET, SensorColumns.COLUMNS, sheet::read);
    if (rows == 0 && errors.isEmpty()) {
      errors.add(new RowError(SensorColumns.SHEET, 0, "", "", "sensors.import.nothing", List.of()));
    }
    List<Wanted> wanted = judge(sheet.lines());
    ImportReport report =
        new ImportReport(
            rows,
            wanted.size(),
            !wanted.isEmpty(),
            List.of(new Count("rows", rows), new Count("good", wanted.size())),
            errors.kept().size() + errors.more(),
            errors.kept(),
            sheets.notes(),
            List.of());
    return new Checked(report, preview(wanted), progress -> take(wanted, progress));
  }

  private static Preview preview(List<Wanted> wanted) {
    var lines = new PreviewLines(SensorColumns.SHEET);
    for (Wanted one : wanted) {
      SensorDraft draft = one.sensor().draft();
      lines.add(
          one.line().row().number(),
          draft.tag() + " " + draft.name(),
          one.known() ? Effect.UNCHANGED : Effect.ADDED,
          () -> values(one.sensor()));
    }
    return lines.preview();
  }

  private static List<Value> values(NewSensor sensor) {
    List<Value> values = new ArrayList<>();
    values.add(Value.of(SensorColumns.GATEWAY, sensor.gateway().name()));
    values.add(Value.of(SensorColumns.KIND, SensorColumns.KINDS.get(sensor.kind().ordinal())));
    values.add(Value.of(SensorColumns.UNIT, sensor.draft().unit()));
    values.add(Value.of(SensorColumns.MEDIUM, sensor.draft().medium()));
    for (LimitField field : LimitField.values()) {
      values.add(Value.of(field.title(), sensor.limits().text(field)));
    }
    return values;
  }

  private List<Wanted> judge(List<Line> lines) {
    Known known = known(lines);
    Set<Key> seen = new HashSet<>();
    List<Wanted> wanted = new ArrayList<>();
    lines.forEach(line -> judge(line, known, seen).ifPresent(wanted::add));
    return wanted;
  }

  private Known known(List<Line> lines) {
    Map<String, Enterprise> owners =
        enterprises.findAll(lines.stream().map(l -> l.code().value()).distinct().toList());
    List<Long> ids = owners.values().stream().map(Enterprise::id).distinct().toList();
    Map<String, Gateway> named = new HashMap<>();
    gateways.listOf(ids).forEach(g -> named.put(g.enterpriseId() + " " + g.name(), g));
    Map<String, List<NamedSource>> sources = new HashMap<>();
    for (NamedSource source : store.listSources(ids)) {
      sources
          .computeIfAbsent(source.enterpriseId() + " " + source.name(), k -> new ArrayList<>())
          .add(source);
    }
    Map<Key, Sensor> sensors = new HashMap<>();
    store
        .listOf(named.values().stream().map(Gateway::id).toList(), clock.instant())
        .forEach(s -> sensors.put(new Key(s.gatewayId(), s.tag()), s));
    return new Known(owners, named, sources, sensors);
  }

  private static Optional<Wanted> judge(Line line, Known known, Set<Key> seen) {
    Enterprise owner = known.enterprises().get(line.code().value());
    if (owner == null) {
      line.row().fail(SensorColumns.CREDIT_CODE, "sensors.import.enterprise");
      return Optional.empty();
    }
    Gateway gateway = known.gateways().get(owner.id() + " " + line.gateway());
    if (gateway == null) {
      line.row().fail(SensorColumns.GATEWAY, "sensors.import.gateway", owner.name());
      return Optional.empty();
    }
    List<NamedSource> sources =
        known.sources().getOrDefault(owner.id() + " " + line.source(), List.of());
    if (sources.size() != 1) {
      line.row()
          .fail(
              SensorColumns.SOURCE,
              sources.isEmpty() ? "sensors.import.source" : "sensors.import.sources",
              owner.name());
      return Optional.empty();
    }
    NewSensor sensor = new NewSensor(gateway, sources.getFirst().id(), line.draft(), line.limits());
    List<Refused<?>> faults = sensor.findFaults();
    faults.forEach(fault -> SensorSheet.fail(line.row(), fault));
    Key key = new Key(gateway.id(), line.draft().tag());
    if (!seen.add(key)) {
      line.row().fail(SensorColumns.TAG, "sensors.import.twice", line.draft().tag());
    }
    Sensor there = known.sensors().get(key);
    if (there != null && !isSame(there, sensor)) {
      line.row().fail(SensorColumns.TAG, "sensors.import.known", gateway.name());
    }
    return line.row().isSound()
        ? Optional.of(new Wanted(line, sensor, there != null))
        : Optional.empty();
  }

  private static boolean isSame(Sensor there, NewSensor wanted) {
    SensorDraft draft = wanted.draft();
    return there.sourceId() == wanted.sourceId()
        && draft.equals(
            new SensorDraft(
                there.tag(), there.name(), there.kind(), there.unit(), there.medium(), there.cas()))
        && there.limits().equals(wanted.limits());
  }

  private List<Count> take(List<Wanted> wanted, IntConsumer progress) {
    List<NewSensor> fresh = wanted.stream().filter(w -> !w.known()).map(Wanted::sensor).toList();
    int added = 0;
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      List<NewSensor> some = fresh.subList(from, Math.min(from + AT_ONCE, fresh.size()));
      int done = desk.addAll(some).size();
      if (done < some.size()) {
        throw new IllegalStateException("registered by somebody else since the check");
      }
      added += done;
      progress.accept(added);
    }
    progress.accept(wanted.size());
    return List.of(
        new Count("sensors", wanted.size()),
        new Count("added", added),
        new Count("known", wanted.size() - added));
  }
}
