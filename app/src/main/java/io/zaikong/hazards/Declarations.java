package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.DeclarationPlan.Planned;
import io.zaikong.hazards.DeclarationStore.Known;
import io.zaikong.hazards.DeclarationStore.NewUnit;
import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.hazards.Gradings.Before;
import io.zaikong.hazards.Gradings.Judged;
import io.zaikong.shell.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
  private final Gradings gradings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Declarations(
      Enterprises enterprises,
      DeclarationStore store,
      Grader grader,
      Gradings gradings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.enterprises = enterprises;
    this.store = store;
    this.grader = grader;
    this.gradings = gradings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What a declaration did: units new, changed (inventory, population or edition), unchanged.
   *
   * @param incomplete of the new and changed ones, those that cannot be judged yet
   */
  public record Summary(
      int enterprises, int added, int changed, int same, int major, int incomplete) {

    Summary plus(Summary other) {
      return new Summary(
          enterprises + other.enterprises,
          added + other.added,
          changed + other.changed,
          same + other.same,
          major + other.major,
          incomplete + other.incomplete);
    }
  }

  /** Enterprises have declared sources, told in the transaction of the declaration. */
  public record SourcesDeclared(Set<Long> enterprises) {

    public SourcesDeclared {
      enterprises = Set.copyOf(enterprises);
    }
  }

  /**
   * A site as it was declared last.
   *
   * @param populationCountedOn null while not stated
   */
  public record Site(
      long enterpriseId,
      int exposedPopulation,
      String populationSource,
      @Nullable LocalDate populationCountedOn) {

    /** Whether a declaration says nothing else; one without a day leaves the day that is known. */
    public boolean isAs(SiteDeclaration site) {
      return exposedPopulation == site.exposedPopulation()
          && populationSource.equals(site.populationSource())
          && (site.populationCountedOn() == null
              || site.populationCountedOn().equals(populationCountedOn));
    }
  }

  /** The edition in force, with the rulings on what it leaves open. */
  @Transactional(readOnly = true)
  public Edition edition() {
    return grader.edition();
  }

  /** A unit beside the people around its plant. */
  public record Proposed(int exposedPopulation, SiteDeclaration.Unit unit) {}

  /**
   * What must be put right before a unit can be taken up, for each of them; empty when nothing
   * must. A unit that is only incomplete can be. One statement, however many they are.
   */
  @Transactional(readOnly = true)
  public List<List<Problem>> problems(Edition edition, List<Proposed> units) {
    return grader
        .judgeAll(
            edition,
            units.stream().map(p -> new Grader.Case(p.exposedPopulation(), p.unit())).toList())
        .stream()
        .map(j -> j instanceof Judgement.Faulty(var problems) ? problems : List.<Problem>of())
        .toList();
  }

  /**
   * What would come of a unit if it were declared.
   *
   * @param problems what must be put right first; {@code missing} what keeps it from being judged
   * @param level of the unit, or of the trial where something is missing; null: not major or
   *     unknown
   */
  public record Preview(
      List<Problem> problems, List<Incomplete.Missing> missing, @Nullable Integer level) {}

  @Transactional
  public Preview preview(Proposed proposed) {
    Judgement judgement =
        grader
            .judgeAll(
                grader.edition(),
                List.of(new Grader.Case(proposed.exposedPopulation(), proposed.unit())))
            .getFirst();
    return switch (judgement) {
      case Judgement.Faulty(var problems) -> new Preview(problems, List.of(), null);
      case Judgement.Open open -> {
        Incomplete.Trial trial = open.trial();
        yield new Preview(List.of(), open.missing(), trial == null ? null : trial.level());
      }
      case Judgement.Result result ->
          new Preview(List.of(), List.of(), result.major() ? result.level() : null);
    };
  }

  /** What was declared of a unit last. */
  public record Declared(long enterpriseId, SiteDeclaration.Unit unit) {}

  @Transactional(readOnly = true)
  public Optional<Declared> find(long unitId) {
    return store.find(unitId).map(k -> new Declared(k.enterpriseId(), k.unit()));
  }

  /** What was declared last of every unit of the enterprises. */
  @Transactional(readOnly = true)
  public List<Declared> listDeclared(Collection<Long> enterpriseIds) {
    return store.listStanding(enterpriseIds).stream()
        .map(k -> new Declared(k.enterpriseId(), k.unit()))
        .toList();
  }

  /** A unit that is declared in use again before anything else is declared of it. */
  public record RemovedUnit(long enterpriseId, String name) {}

  @Transactional(readOnly = true)
  public List<RemovedUnit> listRemoved(Collection<Long> enterpriseIds) {
    return store.listRemoved(enterpriseIds);
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
   * @throws IllegalArgumentException for a unit that cannot be judged or is removed; check with
   *     {@link #problems} and {@link #listRemoved} first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Summary declare(List<SiteDeclaration> sites, IntConsumer progress) {
    Summary summary = new Summary(0, 0, 0, 0, 0, 0);
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

    DeclarationPlan plan = new DeclarationPlan(edition);
    sites.forEach((id, site) -> plan.add(id, site, known.getOrDefault(id, List.of())));
    Map<Long, Long> inventories = save(plan, now);
    List<Judged> judged = judge(plan, inventories);
    gradings.apply(judged, Map.of(), now);
    events.publishEvent(new SourcesDeclared(sites.keySet()));
    return new Summary(
        sites.size(),
        plan.added.size(),
        judged.size() - plan.added.size(),
        plan.same,
        (int)
            judged.stream()
                .filter(j -> j.judgement() instanceof Judgement.Result r && r.major())
                .count(),
        (int) judged.stream().filter(j -> j.judgement() instanceof Judgement.Open).count());
  }

  private List<Judged> judge(DeclarationPlan plan, Map<Long, Long> inventories) {
    Map<Boolean, List<Map.Entry<Long, Planned>>> planned =
        plan.byUnit.entrySet().stream()
            .collect(Collectors.partitioningBy(e -> e.getValue().declared()));
    List<Judged> judged = new ArrayList<>();
    planned.forEach(
        (isDeclared, units) -> {
          List<Grader.Case> cases =
              units.stream()
                  .map(Map.Entry::getValue)
                  .map(p -> new Grader.Case(p.site().exposedPopulation(), p.unit()))
                  .toList();
          List<Judgement> judgements =
              isDeclared
                  ? grader.judgeAll(plan.edition, cases)
                  : grader.judgeStored(plan.edition, cases);
          for (int i = 0; i < units.size(); i++) {
            judged.add(judged(units.get(i), judgements.get(i), inventories));
          }
        });
    return judged;
  }

  private static Judged judged(
      Map.Entry<Long, Planned> planned, Judgement judgement, Map<Long, Long> inventories) {
    long unitId = planned.getKey();
    Planned p = planned.getValue();
    Known before = p.before();
    if (judgement instanceof Judgement.Faulty(var problems)) {
      throw new IllegalArgumentException(problems.getFirst().text(Locale.ENGLISH));
    }
    return new Judged(
        unitId,
        p.enterpriseId(),
        p.site().enterprise().name(),
        p.site().enterprise().division(),
        p.unit().name(),
        inventories.getOrDefault(unitId, before == null ? 0 : before.inventoryId()),
        p.site().exposedPopulation(),
        before == null
            ? null
            : new Before(before.graded(), before.level() == null ? 0 : before.level()),
        judgement);
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
              return before != null && before.isAs(e.getValue());
            });
    if (!changed.isEmpty()) {
      store.saveSites(changed, now);
    }
  }

  /** Inserts new units and inventories; the inventories by unit id. */
  private Map<Long, Long> save(DeclarationPlan plan, Instant now) {
    if (!plan.added.isEmpty()) {
      Map<NewUnit, Long> ids =
          store.insertUnits(plan.added.stream().map(Planned::newUnit).toList());
      for (Planned planned : plan.added) {
        plan.put(Objects.requireNonNull(ids.get(planned.newUnit())), planned);
      }
    }
    if (!plan.kinds.isEmpty()) {
      store.updateKinds(plan.kinds);
    }
    Map<Long, SiteDeclaration.Unit> inventories = new LinkedHashMap<>();
    plan.byUnit.forEach(
        (unitId, planned) -> {
          if (!planned.sameInventory()) {
            inventories.put(unitId, planned.unit());
          }
        });
    return inventories.isEmpty()
        ? Map.of()
        : store.insertInventories(inventories, Actor.getCurrent().name(), now);
  }
}
