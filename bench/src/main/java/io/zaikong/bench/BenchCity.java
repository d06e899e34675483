package io.zaikong.bench;

import io.zaikong.access.Passwords;
import io.zaikong.access.Tokens;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A city of many units, made through the use cases; the same one from the same seed. */
final class BenchCity {

  static final DivisionCode CITY = new DivisionCode("370300");
  static final String PASSWORD = "Bench-Only-Password-7";
  private static final Actor LOADER = Actor.system("bench", Scope.everywhere());
  private static final int SITES_A_TRANSACTION = 1_000;

  /** What a unit of a trade holds, t. */
  private record Stock(String unit, UnitKind kind, List<Chemical> chemicals) {}

  private record Chemical(String name, String cas, List<String> categories, double mostT) {}

  private record Trade(String name, Category category, List<Stock> stocks) {}

  private static final List<Trade> TRADES =
      List.of(
          new Trade(
              "加油站",
              Category.HAZCHEM_TRADE,
              List.of(storage("油罐区", chemical("汽油", "86290-81-5", 120)))),
          new Trade(
              "化工",
              Category.HAZCHEM_PRODUCTION,
              List.of(
                  storage("液氨罐区", chemical("氨", "7664-41-7", 300)),
                  storage("液氯库", chemical("氯", "7782-50-5", 80)),
                  storage(
                      "甲类仓库",
                      chemical("甲醇", "67-56-1", 900),
                      chemical("甲苯", "108-88-3", 700),
                      chemical("丙酮", "67-64-1", 300)),
                  production(
                      "合成车间",
                      chemical("苯", "71-43-2", 120),
                      classified("中间体", "W5.3", 600),
                      classified("助剂", "J5", 200)))),
          new Trade(
              "涂料",
              Category.HAZCHEM_USE,
              List.of(
                  storage("溶剂库", classified("稀释剂", "W5.3", 900), chemical("甲苯", "108-88-3", 200)),
                  production("调漆车间", classified("成品漆", "W5.4", 500)))),
          new Trade(
              "冷链食品", Category.FOOD, List.of(production("制冷机房", chemical("氨", "7664-41-7", 25)))),
          new Trade(
              "工业气体",
              Category.HAZCHEM_PRODUCTION,
              List.of(
                  storage("液氧罐区", chemical("氧", "7782-44-7", 400)),
                  storage("乙炔库", chemical("乙炔", "74-86-2", 6)))));

  private final ApplicationContext context;
  private final Random random = new Random(370300);
  private int number;

  BenchCity(ApplicationContext context) {
    this.context = context;
  }

  private static Stock storage(String unit, Chemical... chemicals) {
    return new Stock(unit, UnitKind.STORAGE, List.of(chemicals));
  }

  private static Stock production(String unit, Chemical... chemicals) {
    return new Stock(unit, UnitKind.PRODUCTION, List.of(chemicals));
  }

  private static Chemical chemical(String name, String cas, double mostT) {
    return new Chemical(name, cas, List.of(), mostT);
  }

  private static Chemical classified(String name, String category, double mostT) {
    return new Chemical(name, "", List.of(category), mostT);
  }

  /** Loads the divisions and declares sites until there are so many units. */
  int load(int units) {
    List<Division> townships = townships();
    int declared = 0;
    while (declared < units) {
      List<SiteDeclaration> sites = new ArrayList<>();
      while (sites.size() < SITES_A_TRANSACTION && declared < units) {
        SiteDeclaration site = site(townships.get(random.nextInt(townships.size())));
        sites.add(site);
        declared += site.units().size();
      }
      asSystem(() -> context.getBean(Declarations.class).declare(sites, done -> {}));
    }
    return declared;
  }

  List<Division> townships() {
    return asSystem(
        () -> {
          Divisions divisions = context.getBean(Divisions.class);
          divisions.load(CITY);
          return divisions.listBelow(CITY).stream()
              .flatMap(d -> divisions.listBelow(d.code()).stream())
              .toList();
        });
  }

  /** So many of the enterprises that were declared. */
  List<Enterprise> enterprises(int number) {
    return asSystem(
        () -> context.getBean(Enterprises.class).list(EnterpriseFilter.all(), 0, number));
  }

  private SiteDeclaration site(Division township) {
    number++;
    Trade trade = TRADES.get(random.nextInt(TRADES.size()));
    String district = township.code().value().substring(0, 6);
    Enterprise enterprise =
        Enterprise.stated(
            CreditCode.completing("91%s%09d".formatted(district, number)),
            "%s第%d%s有限公司".formatted(township.name(), number, trade.name()),
            township.code(),
            "%s工业路%d号".formatted(township.name(), number % 200),
            new GeoPoint(117.6 + random.nextDouble(), 36.0 + 1.2 * random.nextDouble()),
            trade.category(),
            "",
            "");
    List<SiteDeclaration.Unit> units = new ArrayList<>();
    int lines = 1 + random.nextInt(2);
    for (int line = 1; line <= lines; line++) {
      for (Stock stock : trade.stocks()) {
        units.add(
            SiteDeclaration.Unit.of(
                line + "号" + stock.unit(),
                stock.kind(),
                stock.chemicals().stream().map(this::stated).toList()));
      }
    }
    return new SiteDeclaration(enterprise, random.nextInt(140), "bench", units);
  }

  private StatedChemical stated(Chemical chemical) {
    double share = random.nextDouble();
    BigDecimal quantityT =
        BigDecimal.valueOf(Math.max(0.1, chemical.mostT() * share * share))
            .setScale(1, RoundingMode.HALF_UP);
    return new StatedChemical(
        chemical.cas(), chemical.name(), chemical.categories(), quantityT.toPlainString());
  }

  /** An officer of the division; of all sectors when none is named. */
  Account officer(String username, DivisionCode division, Set<String> sectors) {
    return asSystem(
        () -> {
          Accounts accounts = context.getBean(Accounts.class);
          if (!(accounts.create(username, username, "", division)
              instanceof Done<Account>(Account account))) {
            throw new IllegalStateException("no account " + username);
          }
          accounts.setPassword(
              account.id(), context.getBean(Passwords.class).hash(PASSWORD), false);
          accounts.assignRoles(account.id(), Set.of(Role.OFFICER));
          accounts.grantScope(
              account.id(),
              new ScopeGrant(
                  0, division, null, null, null, sectors, LocalDate.of(2020, 1, 1), null));
          return account;
        });
  }

  String token(Account account) {
    return asSystem(
        () ->
            context
                .getBean(Tokens.class)
                .issue(
                    account, "bench", Set.of("hazards:read", "figures:read"), Duration.ofDays(1)));
  }

  private <T> T asSystem(Supplier<T> work) {
    TransactionTemplate transactions =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    return LOADER.call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}
