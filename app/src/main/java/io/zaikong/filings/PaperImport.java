package io.zaikong.filings;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.filings.PaperSheet.Line;
import io.zaikong.imports.ImportKind;
import io.zaikong.imports.ImportReport;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.Preview;
import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.PreviewLines;
import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.imports.SheetReader;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.workbook.Workbook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Filings on paper as a kind of import; scans are added one by one afterwards. */
@Component
class PaperImport implements ImportKind {

  /** Which column a fault belongs to. */
  private static final Map<String, String> TITLES =
      Map.of(
          "number", PaperColumns.NUMBER,
          "agency", PaperColumns.AGENCY,
          "filedOn", PaperColumns.FILED,
          "certifiedOn", PaperColumns.CERTIFIED,
          "assessedOn", PaperColumns.ASSESSED,
          "level", PaperColumns.LEVEL);

  private final PaperFilings filings;
  private final PaperStore store;
  private final StandingStore standings;
  private final FilingRegister register;
  private final Enterprises enterprises;

  PaperImport(
      PaperFilings filings,
      PaperStore store,
      StandingStore standings,
      FilingRegister register,
      Enterprises enterprises) {
    this.filings = filings;
    this.store = store;
    this.standings = standings;
    this.register = register;
    this.enterprises = enterprises;
  }

  /** What a row asks for. */
  private record Wanted(MajorSource source, Line line) {

    PaperFiling paper() {
      return line.paper();
    }
  }

  @Override
  public String key() {
    return "filings";
  }

  @Override
  public boolean isFor(Actor actor) {
    return filings.mayTakeOver();
  }

  @Override
  public Result result() {
    return new Result("/filings?state=FILED", "filings.title");
  }

  @Override
  public byte[] template() {
    return PaperColumns.template();
  }

  @Override
  public byte[] sample() {
    return PaperColumns.sample();
  }

  @Override
  public Checked check(Workbook workbook) {
    var errors = new RowErrors(List.of(PaperColumns.SHEET));
    var sheets = new SheetReader(workbook, errors);
    var sheet = new PaperSheet();
    int rows = sheets.read(PaperColumns.SHEET, PaperColumns.COLUMNS, sheet::read);
    if (rows == 0 && errors.isEmpty()) {
      errors.add(new RowError(PaperColumns.SHEET, 0, "", "", "filings.import.nothing", List.of()));
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

  /** In the order in which they are taken over. */
  private static Preview preview(List<Wanted> wanted) {
    var lines = new PreviewLines(PaperColumns.SHEET);
    for (Wanted one : wanted) {
      lines.add(
          one.line().row().number(),
          one.source().enterpriseName() + " " + one.source().name(),
          Effect.ADDED,
          () -> PaperColumns.values(one.paper()));
    }
    return lines.preview();
  }

  /** Those that can be taken over, of each source the earliest first; three statements. */
  private List<Wanted> judge(List<Line> lines) {
    Map<String, Enterprise> known =
        enterprises.findAll(lines.stream().map(l -> l.code().value()).distinct().toList());
    Map<Long, List<Standing>> sources = new HashMap<>();
    for (Standing standing :
        standings.listOf(known.values().stream().map(Enterprise::id).distinct().toList())) {
      sources
          .computeIfAbsent(standing.source().enterpriseId(), e -> new ArrayList<>())
          .add(standing);
    }
    Set<String> numbers =
        new HashSet<>(store.listTaken(lines.stream().map(l -> l.paper().number()).toList()));
    Map<Long, LocalDate> latest = new HashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    lines.stream()
        .sorted(Comparator.comparing(l -> Objects.requireNonNull(l.paper().filedOn())))
        .forEach(
            line ->
                find(line, known, sources)
                    .filter(s -> isSound(line, s, latest, numbers))
                    .ifPresent(s -> wanted.add(new Wanted(s.source(), line))));
    return wanted;
  }

  private static Optional<Standing> find(
      Line line, Map<String, Enterprise> known, Map<Long, List<Standing>> sources) {
    Enterprise enterprise = known.get(line.code().value());
    if (enterprise == null) {
      line.row().fail(PaperColumns.CREDIT_CODE, "filings.import.enterprise");
      return Optional.empty();
    }
    List<Standing> named =
        sources.getOrDefault(enterprise.id(), List.of()).stream()
            .filter(s -> s.source().name().equals(line.source()))
            .toList();
    if (named.size() != 1) {
      line.row()
          .fail(
              PaperColumns.SOURCE,
              named.isEmpty() ? "filings.import.source" : "filings.import.sources",
              enterprise.name());
      return Optional.empty();
    }
    return Optional.of(named.getFirst());
  }

  private boolean isSound(
      Line line, Standing standing, Map<Long, LocalDate> latest, Set<String> numbers) {
    long source = standing.source().id();
    standing
        .findFiled()
        .map(Standing.Version::filedOn)
        .ifPresent(day -> latest.putIfAbsent(source, day));
    Optional<Refused<Filing>> fault = line.paper().findFault(register.today(), latest.get(source));
    if (fault.isPresent()) {
      String title = TITLES.getOrDefault(fault.get().field(), PaperColumns.SOURCE);
      line.row().fail(title, fault.get().reason(), fault.get().parameters().toArray(String[]::new));
      return false;
    }
    if (!numbers.add(line.paper().number())) {
      line.row().fail(PaperColumns.NUMBER, "filings.paper.taken", line.paper().number());
      return false;
    }
    latest.put(source, Objects.requireNonNull(line.paper().filedOn()));
    return true;
  }

  private List<Count> take(List<Wanted> wanted, IntConsumer progress) {
    int done = 0;
    for (Wanted one : wanted) {
      if (filings.takeOver(one.source(), one.paper(), null) instanceof Refused<Filing> refused) {
        throw new IllegalStateException("checked just now, and refused: " + refused);
      }
      progress.accept(++done);
    }
    return List.of(new Count("filings", done));
  }
}
