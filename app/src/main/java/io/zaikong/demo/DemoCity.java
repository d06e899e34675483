package io.zaikong.demo;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Summary;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Accounts;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Settings;
import io.zaikong.substances.CatalogueLoader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the demonstration city, all or nothing, and only into an empty installation. */
@Service
class DemoCity {

  static final String AS_OF = "demo.as_of";
  private static final int AT_ONCE = 2_000;
  private static final Actor LOADER = Actor.system("演示数据", Scope.everywhere());

  /** The loader where only an officer may act; a transaction has one scope. */
  private static final Actor OFFICER = officerOf(DemoAgencies.CITY);

  private final Divisions divisions;
  private final DemoAgencies agencies;
  private final DemoAccounts people;
  private final Accounts accounts;
  private final Enterprises enterprises;
  private final CatalogueLoader catalogue;
  private final Declarations declarations;
  private final DemoSources sources;
  private final DemoCensus census;
  private final DemoStaff staff;
  private final DemoFilings filings;
  private final Settings settings;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transactions;

  DemoCity(
      Divisions divisions,
      DemoAgencies agencies,
      DemoAccounts people,
      Accounts accounts,
      Enterprises enterprises,
      CatalogueLoader catalogue,
      Declarations declarations,
      DemoSources sources,
      DemoCensus census,
      DemoStaff staff,
      DemoFilings filings,
      Settings settings,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.divisions = divisions;
    this.agencies = agencies;
    this.people = people;
    this.accounts = accounts;
    this.enterprises = enterprises;
    this.catalogue = catalogue;
    this.declarations = declarations;
    this.sources = sources;
    this.census = census;
    this.staff = staff;
    this.filings = filings;
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  private static Actor officerOf(DivisionCode home) {
    return new Actor(
        0, LOADER.username(), LOADER.name(), home, Set.of(Role.OFFICER), LOADER.scope(), null, "");
  }

  /**
   * What is asked for; ignored when the city is there already.
   *
   * @param asOf today when empty
   * @param enterprises in all
   */
  record Wish(Optional<LocalDate> asOf, int enterprises) {}

  /** What came of it. */
  sealed interface Loading {

    /**
     * @param summary of the hazchem units
     * @param sources of every kind
     */
    record Loaded(LocalDate asOf, List<DemoAccount> accounts, Summary summary, int sources)
        implements Loading {}

    /** The city was there already; nothing changed. */
    record Present(LocalDate asOf) implements Loading {}

    /** The installation is in use by others; nothing changed. */
    record Refused() implements Loading {}
  }

  /**
   * @param progress is told what is done, in the user's words
   */
  Loading load(Wish wish, Consumer<String> progress) {
    catalogue.load();
    return LOADER.call(
        () -> Objects.requireNonNull(transactions.execute(status -> loadIfEmpty(wish, progress))));
  }

  private Loading loadIfEmpty(Wish wish, Consumer<String> progress) {
    Optional<String> before = settings.find(AS_OF);
    if (before.isPresent()) {
      return new Loading.Present(LocalDate.parse(before.get()));
    }
    if (accounts.count(false) > 0) {
      return new Loading.Refused();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
    LocalDate asOf = wish.asOf().orElse(today);
    settings.put(AS_OF, asOf.toString());
    divisions.load(DemoAgencies.CITY);
    Map<District, List<Division>> townships = new LinkedHashMap<>();
    District.all().forEach(d -> townships.put(d, divisions.listBelow(d.code())));
    agencies.make(townships, asOf.isBefore(today) ? asOf : today);
    progress.accept("区划与机构 divisions and agencies");

    CityPlan plan = new CityPlan(townships, asOf, wish.enterprises(), declarations.edition());
    progress.accept("企业与单元已抽取 enterprises and units drawn");
    Summary summary = plus(declare(plan, progress), register(plan, progress));
    int others = sources.declare(plan);
    progress.accept("其他危险源 other hazard sources " + others);
    Map<Long, Enterprise> plants = plants(plan);
    Enterprise model = model(plan);
    List<DemoAccount> made = people.make(model);
    progress.accept("企业人员 people of enterprises " + staff.employ(plants.values()));
    progress.accept("重点监控 designated sources " + OFFICER.call(sources::designate));
    progress.accept("普查 census expects " + OFFICER.call(() -> census.open(townships, asOf)));
    progress.accept(
        "备案 filed major sources " + filings.file(plan, plants, model, asOf, DemoCity::officerOf));
    journal.record(
        "demo.load",
        new Subject("org.division", DemoAgencies.CITY.value(), DemoAgencies.CITY, null),
        Map.of("as_of", asOf.toString(), "enterprises", summary.enterprises()));
    return new Loading.Loaded(asOf, made, summary, summary.added() + others);
  }

  private Summary declare(CityPlan plan, Consumer<String> progress) {
    Summary all = new Summary(0, 0, 0, 0, 0, 0);
    for (Map.Entry<District, List<SiteDraw>> district : plan.sites().entrySet()) {
      Summary one =
          declarations.declare(
              district.getValue().stream().map(SiteDraw::declaration).toList(), done -> {});
      all = plus(all, one);
      progress.accept(
          "%s 企业 enterprises %d 单元 units %d 重大危险源 major %d"
              .formatted(district.getKey().name(), one.enterprises(), one.added(), one.major()));
    }
    return all;
  }

  /** Those without a site; so many at once that a city of any size fits into the memory. */
  private Summary register(CityPlan plan, Consumer<String> progress) {
    int registered = 0;
    Iterator<Enterprise> others =
        Stream.concat(plan.withoutSite().stream().map(CityPlan.Plain::enterprise), plan.growing())
            .iterator();
    while (others.hasNext()) {
      List<Enterprise> some = new ArrayList<>();
      while (others.hasNext() && some.size() < AT_ONCE) {
        some.add(others.next());
      }
      enterprises.register(some);
      registered += some.size();
      progress.accept("其他企业 other enterprises " + registered);
    }
    return new Summary(registered, 0, 0, 0, 0, 0);
  }

  /** Those with a site as they are registered, by their ids. */
  private Map<Long, Enterprise> plants(CityPlan plan) {
    Map<Long, Enterprise> plants = new TreeMap<>();
    enterprises
        .findAll(
            plan.sites().values().stream()
                .flatMap(List::stream)
                .map(s -> s.enterprise().creditCode().value())
                .toList())
        .values()
        .forEach(e -> plants.put(e.id(), e));
    return plants;
  }

  private Enterprise model(CityPlan plan) {
    String code = plan.model(DemoAccounts.TOWNSHIP).creditCode().value();
    return Objects.requireNonNull(enterprises.findAll(List.of(code)).get(code));
  }

  private static Summary plus(Summary one, Summary other) {
    return new Summary(
        one.enterprises() + other.enterprises(),
        one.added() + other.added(),
        one.changed() + other.changed(),
        one.same() + other.same(),
        one.major() + other.major(),
        one.incomplete() + other.incomplete());
  }
}
