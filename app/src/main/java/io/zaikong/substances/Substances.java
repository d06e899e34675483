package io.zaikong.substances;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.derivation.Classification;
import io.zaikong.calc.hazard.derivation.Classifier;
import io.zaikong.calc.hazard.derivation.Conditions;
import io.zaikong.calc.hazard.derivation.ConditionsReading;
import io.zaikong.calc.hazard.derivation.Derivation;
import io.zaikong.calc.hazard.derivation.Deriver;
import io.zaikong.calc.hazard.derivation.UnitUse;
import io.zaikong.calc.substance.Catalogue;
import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.calc.substance.SubstanceFacts;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of substances, and what its facts say of a chemical. */
@Service
public class Substances {

  private static final int SUGGESTIONS = 12;

  private final SubstanceStore store;
  private final Journal journal;
  private final Divisions divisions;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Interpretations interpretations;
  private final Map<String, Deriver> derivers = new ConcurrentHashMap<>();

  Substances(
      SubstanceStore store,
      Journal journal,
      Divisions divisions,
      Clock clock,
      ApplicationEventPublisher events,
      Interpretations interpretations) {
    this.store = store;
    this.journal = journal;
    this.divisions = divisions;
    this.clock = clock;
    this.events = events;
    this.interpretations = interpretations;
  }

  /** A chemical with the conditions under which it is handled. */
  public record Handled(StatedChemical chemical, Conditions conditions) {}

  /**
   * What the catalogue says of a chemical.
   *
   * @param version of the row that was asked; 0 when none was
   */
  public record Answer(Classification classification, int version) {}

  @Transactional(readOnly = true)
  public List<SubstanceVersion> list(SubstanceFilter filter, String sort, long offset, int limit) {
    return store.list(filter, sort, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(SubstanceFilter filter) {
    return store.count(filter);
  }

  /** Every substance, for the workbook; that the list left the system is journalled. */
  @Transactional
  public List<SubstanceVersion> export(SubstanceFilter filter, int limit) {
    List<SubstanceVersion> found = store.list(filter, "", 0, limit);
    journal.record(
        "substances.export",
        new Subject("substances.version", "", Actor.getCurrent().home(), null),
        Map.of("rows", found.size()));
    return found;
  }

  @Transactional(readOnly = true)
  List<SubstanceVersion> listStanding() {
    return store.listStanding();
  }

  @Transactional(readOnly = true)
  public Optional<SubstanceVersion> find(String number) {
    return store.find(number);
  }

  /** The newest first; empty when there is no such substance. */
  @Transactional(readOnly = true)
  public List<SubstanceVersion> listVersions(String number) {
    return store.listVersions(number);
  }

  /** For a field in which a person types a name, an alias or a CAS number. */
  @Transactional(readOnly = true)
  public List<SubstanceVersion> suggest(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty() ? List.of() : store.suggest(wanted, SUGGESTIONS);
  }

  /**
   * What the catalogue says of chemicals beyond table 1, in their order. Two statements, however
   * many they are.
   *
   * @param edition of the standard, with the rulings that stand
   */
  @Transactional(readOnly = true)
  public List<Answer> classify(Edition edition, List<Handled> chemicals) {
    List<SubstanceVersion> rows =
        store.listFor(
            chemicals.stream()
                .map(h -> Catalogue.nameKey(h.chemical().cas()))
                .filter(cas -> !cas.isEmpty())
                .toList(),
            chemicals.stream()
                .map(h -> Catalogue.nameKey(h.chemical().name()))
                .filter(name -> !name.isEmpty())
                .toList());
    Catalogue catalogue = Catalogue.of(rows.stream().map(SubstanceVersion::entry).toList());
    Classifier classifier = new Classifier(ruled(edition), catalogue::find);
    Map<String, Integer> versions =
        rows.stream()
            .collect(Collectors.toMap(SubstanceVersion::number, SubstanceVersion::version));
    return chemicals.stream()
        .map(h -> classifier.classify(h.chemical(), h.conditions()))
        .map(c -> new Answer(c, number(c).map(n -> versions.getOrDefault(n, 0)).orElse(0)))
        .toList();
  }

  private static Optional<String> number(Classification classification) {
    return switch (classification) {
      case Classification.AsStated same -> Optional.empty();
      case Classification.Derived derived -> Optional.of(derived.entry().number());
      case Classification.Refused refused -> refused.undetermined().map(d -> d.entry().number());
    };
  }

  /** Conditions as typed, by the rules of an edition. */
  public ConditionsReading read(
      Edition edition, String temperature, String pressure, String process, UnitUse use) {
    return deriver(edition).read(temperature, pressure, process, use);
  }

  /** What the facts would give under conditions, by the edition and the rulings of today. */
  @Transactional(readOnly = true)
  public Derivation derive(SubstanceFacts facts, Conditions conditions) {
    return ruled(edition()).derive(facts, conditions);
  }

  public Edition edition() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    return Edition.findInForceOn(today).orElseThrow();
  }

  /** Whether the person may change the catalogue: an officer who sees the whole city. */
  @Transactional(readOnly = true)
  public boolean mayChange() {
    Actor actor = Actor.getCurrent();
    return actor.hasAny(Role.OFFICER)
        && divisions.findCity().filter(city -> actor.scope().covers(city.code())).isPresent();
  }

  /** Adds a substance that the packaged catalogue has not. */
  @Transactional
  public Outcome<SubstanceVersion> add(SubstanceDraft draft) {
    return mayChange()
        ? write(store.nextOwnNumber(), 1, draft, "substances.add")
        : Outcome.refused("", "substances.city_only");
  }

  /**
   * Writes a new version of a substance.
   *
   * @param seen the version that the person had before him
   */
  @Transactional
  public Outcome<SubstanceVersion> change(String number, int seen, SubstanceDraft draft) {
    if (!mayChange()) {
      return Outcome.refused("", "substances.city_only");
    }
    Optional<SubstanceVersion> standing = store.find(number);
    if (standing.isEmpty() || standing.get().version() != seen) {
      return Outcome.refused("", "substances.changed_meanwhile");
    }
    if (draft.isSameAs(standing.get())) {
      return Outcome.refused("", "substances.nothing_changed");
    }
    return write(number, seen + 1, draft, "substances.change");
  }

  private Outcome<SubstanceVersion> write(
      String number, int version, SubstanceDraft draft, String act) {
    SubstanceVersion written = version(number, version, draft);
    if (store.insertAll(List.of(written)) == 0) {
      return Outcome.refused("", "substances.changed_meanwhile");
    }
    journal.recordAll(act, List.of(act(written)));
    events.publishEvent(new SubstanceChanged(number, version));
    return Outcome.done(written);
  }

  /**
   * A version that a workbook asks for.
   *
   * @param number empty for a new substance
   * @param seen the version that the row was compared with; 0 for a new substance
   */
  record Wanted(String number, int seen, SubstanceDraft draft) {}

  /**
   * Writes them as {@link #add} and {@link #change} would.
   *
   * @throws ConcurrentModificationException when another has written one of them meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void writeAll(List<Wanted> wanted) {
    List<SubstanceVersion> added = new ArrayList<>();
    List<SubstanceVersion> changed = new ArrayList<>();
    for (Wanted one : wanted) {
      if (one.number().isEmpty()) {
        added.add(version(store.nextOwnNumber(), 1, one.draft()));
      } else {
        changed.add(version(one.number(), one.seen() + 1, one.draft()));
      }
    }
    List<SubstanceVersion> all = new ArrayList<>(changed);
    all.addAll(added);
    if (store.insertAll(all) < all.size()) {
      throw new ConcurrentModificationException("a substance was changed meanwhile");
    }
    journal.recordAll("substances.add", added.stream().map(Substances::act).toList());
    journal.recordAll("substances.change", changed.stream().map(Substances::act).toList());
    all.forEach(v -> events.publishEvent(new SubstanceChanged(v.number(), v.version())));
  }

  private SubstanceVersion version(String number, int version, SubstanceDraft draft) {
    CatalogueEntry entry = draft.entry(number);
    return new SubstanceVersion(
        version,
        entry,
        draft.confidence(),
        isIncomplete(entry.facts()),
        "",
        draft.reason(),
        Actor.getCurrent().name(),
        clock.instant());
  }

  private static Journal.Act act(SubstanceVersion written) {
    return new Journal.Act(
        new Subject("substances.version", written.number(), Actor.getCurrent().home(), null),
        Map.of(
            "name",
            written.entry().facts().name(),
            "version",
            written.version(),
            "reason",
            written.reason()));
  }

  boolean isIncomplete(SubstanceFacts facts) {
    Deriver deriver = deriver(edition());
    Conditions known = (Conditions) deriver.read("20", "0", "无", UnitUse.PRODUCTION);
    return Completeness.isIncomplete(facts, deriver.derive(facts, known));
  }

  private Deriver ruled(Edition edition) {
    Deriver packaged = deriver(edition);
    return new Deriver(edition, interpretations.rules(packaged.rules(), edition));
  }

  private Deriver deriver(Edition edition) {
    Deriver known = derivers.computeIfAbsent(edition.name(), name -> Deriver.of(edition));
    return known.edition().equals(edition) ? known : new Deriver(edition, known.rules());
  }
}
