package io.zaikong.census;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Proposed;
import io.zaikong.hazards.DeclaredChemical;
import io.zaikong.hazards.Handling;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.SiteDeclaration.Unit;
import io.zaikong.imports.ImportReport;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.Preview;
import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a census workbook against the register and the engine: which sites can be taken up, and
 * what is wrong with the others. A unit with one bad row is left out whole: without the row it
 * would be graded too low.
 */
@Component
class CensusCheck {

  private final Enterprises enterprises;
  private final Divisions divisions;
  private final Declarations declarations;
  private final CensusPreview preview;
  private final Clock clock;

  CensusCheck(
      Enterprises enterprises,
      Divisions divisions,
      Declarations declarations,
      CensusPreview preview,
      Clock clock) {
    this.enterprises = enterprises;
    this.divisions = divisions;
    this.declarations = declarations;
    this.preview = preview;
    this.clock = clock;
  }

  /** The sites that can be taken up, the report on the whole workbook, and what would change. */
  record Checking(List<SiteDeclaration> sites, ImportReport report, Preview preview) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public Checking check(CensusDraft draft) {
    List<RowError> errors = new ArrayList<>();
    Map<String, Enterprise> known = enterprises.findAll(codes(draft));
    Map<CreditCode, SiteDeclaration> plants = plants(draft, known, errors);
    Map<CreditCode, List<Unit>> units = units(draft, plants, removed(known), errors);
    List<SiteDeclaration> sites =
        plants.entrySet().stream()
            .map(
                e ->
                    new SiteDeclaration(
                        e.getValue().enterprise(),
                        e.getValue().exposedPopulation(),
                        e.getValue().populationSource(),
                        e.getValue().populationCountedOn(),
                        units.getOrDefault(e.getKey(), List.of())))
            .toList();
    long allUnits =
        Stream.concat(draft.chemicals().stream().map(ChemicalRow::unit), draft.heldBack().stream())
            .distinct()
            .count();
    List<RowError> shown =
        Stream.concat(draft.errors().stream(), errors.stream())
            .sorted(Comparator.comparing(RowError::sheet).thenComparingInt(RowError::row))
            .limit(RowErrors.MOST)
            .toList();
    int goodUnits = sites.stream().mapToInt(s -> s.units().size()).sum();
    return new Checking(
        sites,
        new ImportReport(
            (int) allUnits,
            goodUnits,
            !sites.isEmpty(),
            List.of(
                new Count("enterprises", draft.enterprises().size()),
                new Count("units", (int) allUnits),
                new Count("good_enterprises", sites.size()),
                new Count("good_units", goodUnits)),
            draft.errorCount() + errors.size(),
            shown,
            draft.notes(),
            List.of()),
        preview.of(sites, known, draft));
  }

  /** The enterprises that can be taken up, without their units. */
  private Map<CreditCode, SiteDeclaration> plants(
      CensusDraft draft, Map<String, Enterprise> known, List<RowError> errors) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    Set<String> elsewhere = enterprises.listElsewhere(codes(draft));
    Map<String, String> names =
        divisions.names(
            draft.enterprises().stream().map(e -> e.divisionCode().value()).distinct().toList());
    Map<CreditCode, SiteDeclaration> plants = new LinkedHashMap<>();
    for (EnterpriseRow row : draft.enterprises()) {
      DivisionCode division = row.divisionCode();
      if (!names.containsKey(division.value())) {
        errors.add(error(row, "区划代码", division.value(), "census.division-unknown"));
      } else if (!isMine(division)) {
        errors.add(error(row, "区划代码", division.value(), "census.division-outside"));
      } else if (elsewhere.contains(row.creditCode().value())) {
        errors.add(error(row, "统一社会信用代码", row.creditCode().value(), "census.registered-elsewhere"));
      } else if (isMerged(known.get(row.creditCode().value()), row.creditCode())) {
        errors.add(error(row, "统一社会信用代码", row.creditCode().value(), "enterprise.merged-code"));
      } else if (isLaterThan(today, row.populationCountedOn())) {
        errors.add(
            error(row, "人口统计日期", "" + row.populationCountedOn(), "census.population-day-future"));
      } else {
        plants.put(row.creditCode(), plant(row));
      }
    }
    plants.putAll(knownPlants(draft, known));
    return plants;
  }

  private static List<String> codes(CensusDraft draft) {
    return Stream.concat(
            draft.enterprises().stream().map(e -> e.creditCode().value()),
            draft.elsewhere().stream().map(CreditCode::value))
        .toList();
  }

  private static boolean isLaterThan(LocalDate today, @Nullable LocalDate day) {
    return day != null && day.isAfter(today);
  }

  /** Whether the record of the code forwards to another one. */
  private static boolean isMerged(@Nullable Enterprise known, CreditCode code) {
    return known != null && !known.creditCode().equals(code);
  }

  /** Enterprises that the register has and the workbook only names in its unit rows. */
  private Map<CreditCode, SiteDeclaration> knownPlants(
      CensusDraft draft, Map<String, Enterprise> known) {
    List<Enterprise> named =
        draft.elsewhere().stream()
            .map(code -> known.get(code.value()))
            .filter(java.util.Objects::nonNull)
            .toList();
    Map<Long, Declarations.Site> sites =
        declarations.listSites(named.stream().map(Enterprise::id).toList()).stream()
            .collect(Collectors.toMap(Declarations.Site::enterpriseId, s -> s));
    Map<CreditCode, SiteDeclaration> plants = new LinkedHashMap<>();
    for (Enterprise enterprise : named) {
      Declarations.Site site = sites.get(enterprise.id());
      if (site != null) {
        plants.put(
            enterprise.creditCode(),
            new SiteDeclaration(
                enterprise,
                site.exposedPopulation(),
                site.populationSource(),
                site.populationCountedOn(),
                List.of()));
      }
    }
    return plants;
  }

  /** The units that are removed, of the enterprises that the workbook names. */
  private Set<UnitKey> removed(Map<String, Enterprise> known) {
    Map<Long, Set<String>> names = new HashMap<>();
    declarations
        .listRemoved(known.values().stream().map(Enterprise::id).toList())
        .forEach(u -> names.computeIfAbsent(u.enterpriseId(), id -> new HashSet<>()).add(u.name()));
    Set<UnitKey> removed = new HashSet<>();
    known.forEach(
        (code, enterprise) ->
            names
                .getOrDefault(enterprise.id(), Set.of())
                .forEach(name -> removed.add(new UnitKey(new CreditCode(code), name))));
    return removed;
  }

  /** The units that can be graded, by enterprise. */
  private Map<CreditCode, List<Unit>> units(
      CensusDraft draft,
      Map<CreditCode, SiteDeclaration> plants,
      Set<UnitKey> removed,
      List<RowError> errors) {
    Edition edition = declarations.edition();
    Map<UnitKey, List<ChemicalRow>> rowsByUnit = new LinkedHashMap<>();
    for (ChemicalRow row : draft.chemicals()) {
      rowsByUnit.computeIfAbsent(row.unit(), key -> new ArrayList<>()).add(row);
    }
    List<Unit> stated =
        rowsByUnit.entrySet().stream().map(e -> unit(e.getKey(), e.getValue())).toList();
    // also where the plant is refused: the person should learn of everything at once
    List<Proposed> proposed = new ArrayList<>();
    rowsByUnit.forEach(
        (key, rows) -> {
          SiteDeclaration plant = plants.get(key.creditCode());
          proposed.add(
              new Proposed(
                  plant == null ? 0 : plant.exposedPopulation(), stated.get(proposed.size())));
        });
    Iterator<List<Problem>> problemsOfUnits = declarations.problems(edition, proposed).iterator();
    Iterator<Unit> unitsInOrder = stated.iterator();
    Map<CreditCode, List<Unit>> units = new HashMap<>();
    rowsByUnit.forEach(
        (key, rows) -> {
          SiteDeclaration plant = plants.get(key.creditCode());
          if (plant == null && draft.elsewhere().contains(key.creditCode())) {
            errors.add(
                error(
                    rows.getFirst(),
                    "统一社会信用代码",
                    key.creditCode().value(),
                    "census.enterprise-missing"));
          }
          if (removed.contains(key)) {
            errors.add(error(rows.getFirst(), "单元名称", key.unitName(), "census.unit-removed"));
          }
          Unit unit = unitsInOrder.next();
          List<Problem> problems = problemsOfUnits.next();
          problems.forEach(problem -> errors.add(error(rows, unit, problem)));
          if (plant != null
              && problems.isEmpty()
              && !removed.contains(key)
              && !draft.heldBack().contains(key)) {
            units.computeIfAbsent(key.creditCode(), code -> new ArrayList<>()).add(unit);
          }
        });
    return units;
  }

  private static Unit unit(UnitKey key, List<ChemicalRow> rows) {
    return new Unit(
        key.unitName(),
        rows.getFirst().unitKind(),
        Handling.NOT_STATED,
        rows.stream()
            .map(
                r ->
                    new DeclaredChemical(
                        new StatedChemical(
                            r.cas(),
                            r.chemicalName(),
                            r.categories(),
                            r.quantityT().toPlainString()),
                        r.handling(),
                        r.categoryReason()))
            .toList());
  }

  private static SiteDeclaration plant(EnterpriseRow row) {
    return new SiteDeclaration(
        Enterprise.stated(
            row.creditCode(),
            row.name(),
            row.divisionCode(),
            row.address(),
            row.position(),
            Category.findByChinese(row.sector()).orElse(Category.OTHER),
            row.contact(),
            row.phone()),
        row.exposedPopulation(),
        row.populationSource(),
        row.populationCountedOn(),
        List.of());
  }

  private static boolean isMine(DivisionCode division) {
    return Actor.getCurrent().scope().territory().stream().anyMatch(r -> r.contains(division));
  }

  private static RowError error(EnterpriseRow row, String column, String value, String key) {
    return new RowError(CensusColumns.ENTERPRISES, row.rowNo(), column, value, key, List.of());
  }

  private static RowError error(ChemicalRow row, String column, String value, String key) {
    return new RowError(CensusColumns.UNITS, row.rowNo(), column, value, key, List.of());
  }

  /** The engine names the chemical; the row is the first that has it. */
  private static RowError error(List<ChemicalRow> rows, Unit unit, Problem problem) {
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (unit.chemicals().get(i).stated().label().equals(problem.chemical())) {
        at = i;
        break;
      }
    }
    return new RowError(
        CensusColumns.UNITS,
        rows.get(at).rowNo(),
        "化学品名称",
        problem.chemical(),
        "census.problem",
        List.of(problem.text(Locale.CHINESE), problem.text(Locale.ENGLISH)));
  }
}
