package io.zaikong.demo;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Summary;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Accounts;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the demonstration city, all or nothing, and only into an empty installation. */
@Service
class DemoCity {

  static final String AS_OF = "demo.as_of";
  private static final Actor LOADER = Actor.system("演示数据", Scope.everywhere());

  private final Divisions divisions;
  private final DemoAgencies agencies;
  private final DemoAccounts people;
  private final Accounts accounts;
  private final Enterprises enterprises;
  private final Declarations declarations;
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
      Declarations declarations,
      Settings settings,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.divisions = divisions;
    this.agencies = agencies;
    this.people = people;
    this.accounts = accounts;
    this.enterprises = enterprises;
    this.declarations = declarations;
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** What came of it. */
  sealed interface Loading {

    record Loaded(LocalDate asOf, List<DemoAccount> accounts, Summary summary) implements Loading {}

    /** The city was there already; nothing changed. */
    record Present(LocalDate asOf) implements Loading {}

    /** The installation is in use by others; nothing changed. */
    record Refused() implements Loading {}
  }

  /**
   * @param wanted the as-of date; today when empty; ignored when the city is there already
   * @param progress is told what is done, in the user's words
   */
  Loading load(Optional<LocalDate> wanted, Consumer<String> progress) {
    return LOADER.call(
        () ->
            Objects.requireNonNull(transactions.execute(status -> loadIfEmpty(wanted, progress))));
  }

  private Loading loadIfEmpty(Optional<LocalDate> wanted, Consumer<String> progress) {
    Optional<String> before = settings.find(AS_OF);
    if (before.isPresent()) {
      return new Loading.Present(LocalDate.parse(before.get()));
    }
    if (accounts.count(false) > 0) {
      return new Loading.Refused();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
    LocalDate asOf = wanted.orElse(today);
    settings.put(AS_OF, asOf.toString());
    divisions.load(DemoAgencies.CITY);
    Map<District, List<Division>> townships = new LinkedHashMap<>();
    District.all().forEach(d -> townships.put(d, divisions.listBelow(d.code())));
    agencies.make(townships, asOf.isBefore(today) ? asOf : today);
    progress.accept("区划与机构 divisions and agencies");

    Declared declared = declare(CityPlan.draw(townships), progress);
    List<DemoAccount> made = people.make(declared.model);
    journal.record(
        "demo.load",
        new Subject("org.division", DemoAgencies.CITY.value(), DemoAgencies.CITY, null),
        Map.of("as_of", asOf.toString(), "enterprises", declared.summary.enterprises()));
    return new Loading.Loaded(asOf, made, declared.summary);
  }

  /** The model is the first enterprise of the demonstrated township that has a major source. */
  private record Declared(Summary summary, Enterprise model) {}

  private Declared declare(Map<District, List<SiteDeclaration>> city, Consumer<String> progress) {
    Summary all = new Summary(0, 0, 0, 0, 0, 0);
    Optional<Enterprise> model = Optional.empty();
    for (Map.Entry<District, List<SiteDeclaration>> entry : city.entrySet()) {
      Summary district = registerOthers(entry.getValue());
      for (SiteDeclaration site : entry.getValue()) {
        if (site.units().isEmpty()) {
          continue;
        }
        Summary one = declarations.declare(List.of(site), done -> {});
        district = plus(district, one);
        Enterprise enterprise = site.enterprise();
        if (model.isEmpty()
            && one.major() > 0
            && enterprise.division().equals(DemoAccounts.TOWNSHIP)) {
          model = Optional.of(enterprise);
        }
      }
      progress.accept(
          "%s 企业 %d 单元 %d 重大危险源 %d"
              .formatted(
                  entry.getKey().name(),
                  district.enterprises(),
                  district.added(),
                  district.major()));
      all = plus(all, district);
    }
    String code = model.orElseThrow().creditCode().value();
    return new Declared(all, enterprises.findAll(List.of(code)).values().iterator().next());
  }

  /** Those without a site. */
  private Summary registerOthers(List<SiteDeclaration> declarations) {
    List<Enterprise> others =
        declarations.stream()
            .filter(d -> d.units().isEmpty())
            .map(SiteDeclaration::enterprise)
            .toList();
    enterprises.register(others);
    return new Summary(others.size(), 0, 0, 0, 0, 0);
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
