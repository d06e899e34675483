package io.zaikong.census;

import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.Reason;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Preview;
import io.zaikong.hazards.Declarations.Proposed;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Incomplete;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.Units;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A site declared unit by unit at the screen, by the same use case as the workbook's. */
@Service
class SiteForms {

  private static final int MOST_UNITS = 500;

  private final Enterprises enterprises;
  private final Declarations declarations;
  private final Units units;
  private final IncompleteUnits incomplete;
  private final Clock clock;

  SiteForms(
      Enterprises enterprises,
      Declarations declarations,
      Units units,
      IncompleteUnits incomplete,
      Clock clock) {
    this.enterprises = enterprises;
    this.declarations = declarations;
    this.units = units;
    this.incomplete = incomplete;
    this.clock = clock;
  }

  /**
   * An enterprise's plant with its units.
   *
   * @param declared null before the first declaration
   */
  record Site(
      Enterprise enterprise,
      Declarations.@Nullable Site declared,
      List<HazardSource> graded,
      List<Incomplete> open) {

    boolean hasUnit(String name) {
      return Stream.concat(
              graded.stream().map(HazardSource::name), open.stream().map(Incomplete::unitName))
          .anyMatch(name::equals);
    }
  }

  @Transactional(readOnly = true)
  public Optional<Site> find(long enterpriseId) {
    return enterprises
        .find(enterpriseId)
        .map(
            enterprise ->
                new Site(
                    enterprise,
                    declarations.listSites(List.of(enterpriseId)).stream().findFirst().orElse(null),
                    units.listOf(enterpriseId),
                    incomplete.list(null, enterpriseId, 0, MOST_UNITS)));
  }

  @Transactional(readOnly = true)
  public Optional<Declarations.Declared> findUnit(long unitId) {
    return declarations.find(unitId);
  }

  /** What would come of it. */
  @Transactional
  public Preview preview(UnitForm.Read read) {
    return declarations.preview(new Proposed(read.population(), read.unit()));
  }

  /** Declares the unit; what must be put right first, when something must. */
  @Transactional
  public List<Refused<?>> declare(Site site, UnitForm.Read read) {
    long enterprise = site.enterprise().id();
    if (declarations.listRemoved(List.of(enterprise)).stream()
        .anyMatch(u -> u.name().equals(read.unit().name()))) {
      return List.of(new Refused<>("census.unit-removed", List.of(), "", ""));
    }
    LocalDate countedOn = read.countedOn();
    if (countedOn != null && countedOn.isAfter(LocalDate.ofInstant(clock.instant(), Words.ZONE))) {
      return List.of(new Refused<>("census.population-day-future", List.of(), "countedOn", ""));
    }
    List<Refused<?>> faults = faults(read, preview(read).problems());
    if (faults.isEmpty()) {
      declarations.declare(
          List.of(
              new SiteDeclaration(
                  site.enterprise(),
                  read.population(),
                  read.source(),
                  read.countedOn(),
                  List.of(read.unit()))),
          done -> {});
    }
    return faults;
  }

  /** The problems beside the fields that they are about. */
  static List<Refused<?>> faults(UnitForm.Read read, List<Problem> problems) {
    List<Refused<?>> faults = new ArrayList<>();
    for (Problem problem : problems) {
      faults.add(
          new Refused<>(
              "census.problem",
              List.of(problem.text(Locale.CHINESE), problem.text(Locale.ENGLISH)),
              field(read, problem),
              ""));
    }
    return faults;
  }

  private static String field(UnitForm.Read read, Problem problem) {
    for (int i = 0; i < read.unit().chemicals().size(); i++) {
      if (read.unit().chemicals().get(i).stated().label().equals(problem.chemical())) {
        return "c" + read.rows().get(i) + "_" + part(problem.reason());
      }
    }
    return "";
  }

  private static String part(Reason reason) {
    return switch (reason) {
      case TEMPERATURE_INVALID -> "temperature";
      case PRESSURE_INVALID -> "pressure";
      case PROCESS_UNKNOWN -> "process";
      default -> "name";
    };
  }
}
