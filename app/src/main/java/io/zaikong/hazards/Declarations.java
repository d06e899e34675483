package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.DeclarationStore.Graded;
import io.zaikong.hazards.DeclarationStore.Known;
import io.zaikong.hazards.DeclarationStore.NewUnit;
import io.zaikong.hazards.DeclarationStore.Result;
import io.zaikong.hazards.LevelChanges.Change;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up what enterprises declare and grades it at once. Declaring the same again changes
 * nothing; a unit that is not mentioned stays as it is.
 */
@Service
public class Declarations {

  private static final int SITES_AT_ONCE = 250;

  private final Enterprises enterprises;
  private final DeclarationStore store;
  private final Grader grader;
  private final LevelChanges levels;
  private final Journal journal;
  private final Clock clock;

  Declarations(
      Enterprises enterprises,
      DeclarationStore store,
      Grader grader,
      LevelChanges levels,
      Journal journal,
      Clock clock) {
    this.enterprises = enterprises;
    this.store = store;
    this.grader = grader;
    this.levels = levels;
    this.journal = journal;
    this.clock = clock;
  }

  /** What a declaration did: units new, changed (inventory, population or edition), unchanged. */
  public record Summary(int enterprises, int added, int changed, int same, int major) {

    Summary plus(Summary other) {
      return new Summary(
          enterprises + other.enterprises,
          added + other.added,
          changed + other.changed,
          same + other.same,
          major + other.major);
    }
  }

  /** A site as it was declared last. */
  public record Site(long enterpriseId, int exposedPopulation, String populationSource) {}

  /** The edition in force, with the rulings on what it leaves open. */
  @Transactional(readOnly = true)
  public Edition edition() {
    return grader.edition();
  }

  /** What keeps a unit from being judged; empty when nothing does. */
  public List<Problem> problems(Edition edition, int exposedPopulation, SiteDeclaration.Unit unit) {
    return grader.problems(edition, exposedPopulation, unit.name(), unit.chemicals());
  }

  /** Sites of those of the enterprises that have declared one. */
  @Transactional(readOnly = true)
  public List<Site> listSites(Collection<Long> enterpriseIds) {
    return store.listSites(enterpriseIds);
  }

  /**
   * Declares the sites in the caller's transaction.
   *
   * @param progress is told how many units are done
   * @throws IllegalArgumentException for a unit that cannot be judged; check with {@link #problems}
   *     first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Summary declare(List<SiteDeclaration> sites, IntConsumer progress) {
    Summary summary = new Summary(0, 0, 0, 0, 0);
    Edition edition = grader.edition();
    int done = 0;
    for (int from = 0; from < sites.size(); from += SITES_AT_ONCE) {
      List<SiteDeclaration> some =
          sites.subList(from, Math.min(from + SITES_AT_ONCE, sites.size()));
      summary = summary.plus(declareSome(some, edition));
      done += some.stream().mapToInt(s -> s.units().size()).sum();
      progress.accept(done);
    }
    return summary;
  }

  private Summary declareSome(List<SiteDeclaration> declarations, Edition edition) {
    Instant now = clock.instant();
    Map<String, Long> ids =
        enterprises.register(declarations.stream().map(SiteDeclaration::enterprise).toList());
    Map<Long, SiteDeclaration> sites = new LinkedHashMap<>();
    for (SiteDeclaration site : declarations) {
      sites.put(Objects.requireNonNull(ids.get(site.enterprise().creditCode().value())), site);
    }
    saveChangedSites(sites, now);
    Map<Long, List<Known>> known =
        store.listUnits(sites.keySet()).stream()
            .collect(Collectors.groupingBy(Known::enterpriseId));

    Plan plan = new Plan(edition);
    sites.forEach((id, site) -> plan.add(id, site, known.getOrDefault(id, List.of())));
    Map<Long, Result> results = new LinkedHashMap<>();
    Map<Long, Long> inventories = save(plan, now, results);

    List<Graded> graded = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    results.forEach(
        (unitId, result) -> {
          Planned planned = Objects.requireNonNull(plan.byUnit.get(unitId));
          long inventory = inventories.getOrDefault(unitId, planned.inventoryId);
          graded.add(new Graded(unitId, inventory, planned.site.exposedPopulation(), result));
          acts.add(act(unitId, planned, result));
          if (planned.levelBefore >= 0) {
            changes.add(
                new Change(
                    subject(unitId, planned), planned.name, planned.levelBefore, result.level()));
          }
        });
    if (!graded.isEmpty()) {
      store.insertGradings(graded, now);
      journal.recordAll("unit.grade", acts);
      levels.record(changes);
    }
    int major = (int) results.values().stream().filter(Result::major).count();
    return new Summary(
        sites.size(), plan.added.size(), results.size() - plan.added.size(), plan.same, major);
  }

  private void saveChangedSites(Map<Long, SiteDeclaration> sites, Instant now) {
    Map<Long, Site> known =
        store.listSites(sites.keySet()).stream()
            .collect(Collectors.toMap(Site::enterpriseId, s -> s));
    Map<Long, SiteDeclaration> changed = new LinkedHashMap<>(sites);
    changed
        .entrySet()
        .removeIf(
            e -> {
              Site before = known.get(e.getKey());
              return before != null
                  && before.exposedPopulation() == e.getValue().exposedPopulation()
                  && before.populationSource().equals(e.getValue().populationSource());
            });
    if (!changed.isEmpty()) {
      store.saveSites(changed, now);
    }
  }

  /** Inserts new units and inventories; fills in the results by unit id. */
  private Map<Long, Long> save(Plan plan, Instant now, Map<Long, Result> results) {
    if (!plan.added.isEmpty()) {
      Map<NewUnit, Long> ids =
          store.insertUnits(
              plan.added.stream().map(p -> new NewUnit(p.enterpriseId, p.name, p.kind)).toList());
      for (Planned planned : plan.added) {
        plan.put(
            Objects.requireNonNull(
                ids.get(new NewUnit(planned.enterpriseId, planned.name, planned.kind))),
            planned);
      }
    }
    if (!plan.kinds.isEmpty()) {
      store.updateKinds(plan.kinds);
    }
    Map<Long, List<StatedChemical>> inventories = new LinkedHashMap<>();
    plan.byUnit.forEach(
        (unitId, planned) -> {
          if (planned.inventoryId == 0) {
            inventories.put(unitId, planned.chemicals);
          }
          results.put(
              unitId,
              grader.grade(
                  plan.edition, planned.site.exposedPopulation(), planned.name, planned.chemicals));
        });
    return inventories.isEmpty()
        ? Map.of()
        : store.insertInventories(inventories, Actor.getCurrent().name(), now);
  }

  private static Act act(long unitId, Planned planned, Result result) {
    return new Act(
        subject(unitId, planned),
        Map.of(
            "unit", planned.name,
            "edition", result.edition(),
            "s", result.s().toPlainString(),
            "r", result.r().toPlainString(),
            "level", result.level(),
            "exposed_population", planned.site.exposedPopulation()));
  }

  private static Subject subject(long unitId, Planned planned) {
    Enterprise enterprise = planned.site.enterprise();
    return new Subject(
        "hazards.unit", Long.toString(unitId), enterprise.division(), planned.enterpriseId);
  }

  /** A unit to be graded; inventory 0: a new one is stored; level -1: it had no result yet. */
  private record Planned(
      long enterpriseId,
      SiteDeclaration site,
      String name,
      UnitKind kind,
      List<StatedChemical> chemicals,
      long inventoryId,
      int levelBefore) {}

  /** What has to be stored: new units, and known ones whose inputs changed. */
  private static final class Plan {
    private final Edition edition;
    private final List<Planned> added = new ArrayList<>();
    private final Map<Long, Planned> byUnit = new LinkedHashMap<>();
    private final Map<Long, UnitKind> kinds = new HashMap<>();
    private int same;

    Plan(Edition edition) {
      this.edition = edition;
    }

    void add(long enterpriseId, SiteDeclaration site, List<Known> known) {
      Map<String, Known> byName = known.stream().collect(Collectors.toMap(Known::name, k -> k));
      for (SiteDeclaration.Unit unit : site.units()) {
        Known before = byName.get(unit.name());
        if (before == null) {
          added.add(
              new Planned(enterpriseId, site, unit.name(), unit.kind(), unit.chemicals(), 0, -1));
          continue;
        }
        if (before.kind() != unit.kind()) {
          kinds.put(before.id(), unit.kind());
        }
        boolean sameInventory = before.chemicals().equals(unit.chemicals());
        plan(enterpriseId, site, before, unit.chemicals(), sameInventory);
      }
      Set<String> declared =
          site.units().stream().map(SiteDeclaration.Unit::name).collect(Collectors.toSet());
      for (Known unit : known) {
        if (!declared.contains(unit.name()) && !isCurrent(site, unit)) {
          plan(enterpriseId, site, unit, unit.chemicals(), true);
        }
      }
    }

    private void plan(
        long enterpriseId,
        SiteDeclaration site,
        Known before,
        List<StatedChemical> chemicals,
        boolean sameInventory) {
      if (sameInventory && isCurrent(site, before)) {
        same++;
        return;
      }
      put(
          before.id(),
          new Planned(
              enterpriseId,
              site,
              before.name(),
              before.kind(),
              chemicals,
              sameInventory ? before.inventoryId() : 0,
              before.level()));
    }

    private boolean isCurrent(SiteDeclaration site, Known unit) {
      return unit.gradedPopulation() == site.exposedPopulation()
          && unit.edition().equals(edition.name());
    }

    void put(long unitId, Planned planned) {
      byUnit.put(unitId, planned);
    }
  }
}
