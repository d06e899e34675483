package io.zaikong.demo;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.ListOrigin;
import io.zaikong.coverage.ListRow;
import io.zaikong.coverage.OutsideLists;
import io.zaikong.coverage.Reminders;
import io.zaikong.coverage.Reporting;
import io.zaikong.coverage.Reports;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.Rounds.Draft;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.EnterpriseFilter.Sort;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.org.Division;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * An open census round whose last day has passed: most have reported, in some townships some are
 * overdue; and two lists from outside of which some rows are known and some are not.
 */
@Service
class DemoCensus {

  private static final long SEED = 370304L;
  private static final int ALL = 100_000;
  private static final int OPEN_FOR_MONTHS = 2;
  private static final int DUE_BEFORE_DAYS = 8;

  /** Of a hundred townships, those in which some are late. */
  private static final int LATE_TOWNSHIPS_PERCENT = 30;

  /**
   * There, of a hundred from whom nothing was received: who is late. Few of the others are excused.
   */
  private static final int LATE_PERCENT = 45;

  private static final int EXCUSED_PERCENT = 2;

  private final Rounds rounds;
  private final CensusStatus status;
  private final Reports reports;
  private final Reminders reminders;
  private final OutsideLists lists;
  private final Enterprises enterprises;

  DemoCensus(
      Rounds rounds,
      CensusStatus status,
      Reports reports,
      Reminders reminders,
      OutsideLists lists,
      Enterprises enterprises) {
    this.rounds = rounds;
    this.status = status;
    this.reports = reports;
    this.reminders = reminders;
    this.lists = lists;
    this.enterprises = enterprises;
  }

  /** How many the round expects. */
  long open(Map<District, List<Division>> townships, LocalDate asOf) {
    Round round =
        Acts.done(
            rounds.open(
                new Draft(
                    asOf.getYear() + "年重大危险源普查",
                    Round.USUAL,
                    asOf.minusMonths(OPEN_FOR_MONTHS),
                    asOf.minusDays(DUE_BEFORE_DAYS),
                    "")));
    Random random = new Random(SEED);
    Set<DivisionCode> late = lateTownships(townships, random);
    for (Reporting silent : listSilent(round)) {
      boolean isLate = late.contains(silent.division().at(Level.TOWNSHIP));
      if (isLate && random.nextInt(100) < LATE_PERCENT) {
        continue;
      }
      if (random.nextInt(100) < EXCUSED_PERCENT) {
        Acts.done(reports.excuse(silent.enterpriseId(), "长期停产，危险化学品已清空(演示数据)"));
      } else {
        Acts.done(reports.declareNone(silent.enterpriseId(), "现场核查，未储存危险化学品(演示数据)"));
      }
    }
    Acts.done(reminders.send(StatusFilter.of(DemoAccounts.TOWNSHIP, null)));
    lists.take(
        rows(
            townships,
            List.of(Category.HAZCHEM_PRODUCTION),
            82,
            12,
            new ListRow.Of(ListOrigin.LICENCE, "危险化学品安全生产许可证", asOf.minusMonths(1)),
            random),
        done -> {});
    lists.take(
        rows(
            townships,
            List.of(Category.HAZCHEM_TRADE, Category.HAZCHEM_USE),
            55,
            15,
            new ListRow.Of(ListOrigin.POWER, "化工行业用电户", asOf.minusDays(10)),
            random),
        done -> {});
    return status.count(round, StatusFilter.of(null, Show.EXPECTED));
  }

  /** The people of the city's accounts find something to do in theirs. */
  private static Set<DivisionCode> lateTownships(
      Map<District, List<Division>> townships, Random random) {
    Set<DivisionCode> late = new HashSet<>();
    late.add(DemoAccounts.TOWNSHIP);
    townships.values().stream()
        .flatMap(List::stream)
        .map(Division::code)
        .filter(code -> random.nextInt(100) < LATE_TOWNSHIPS_PERCENT)
        .forEach(late::add);
    return late;
  }

  /** Those from whom nothing was received, before the last day or after it. */
  private List<Reporting> listSilent(Round round) {
    return Stream.of(Show.OVERDUE, Show.MISSING)
        .flatMap(show -> status.page(round, StatusFilter.of(null, show), 0, ALL).items().stream())
        .toList();
  }

  /**
   * Known enterprises, by code in a licence list and by name elsewhere, and invented ones besides.
   *
   * @param knownPercent how many of the register's it has
   * @param unknownPercent how many others there are for each hundred of these
   */
  private List<ListRow> rows(
      Map<District, List<Division>> townships,
      List<Category> categories,
      int knownPercent,
      int unknownPercent,
      ListRow.Of of,
      Random random) {
    List<District> districts = List.copyOf(townships.keySet());
    InventedNames names = new InventedNames();
    List<ListRow> rows = new ArrayList<>();
    for (Category category : categories) {
      EnterpriseFilter filter =
          new EnterpriseFilter(
              null, category, null, null, null, null, null, null, Sort.PLACE, false);
      for (Enterprise enterprise : enterprises.list(filter, 0, ALL)) {
        if (random.nextInt(100) < knownPercent) {
          boolean code = of.origin() == ListOrigin.LICENCE && random.nextInt(10) > 0;
          rows.add(
              new ListRow(
                  rows.size() + 2,
                  code ? enterprise.creditCode().value() : "",
                  written(enterprise.name(), random),
                  enterprise.division(),
                  enterprise.address(),
                  category,
                  of));
        }
        if (random.nextInt(100) < unknownPercent) {
          District district = districts.get(random.nextInt(districts.size()));
          rows.add(unknown(rows.size() + 2, district, townships, names, category, of, random));
        }
      }
    }
    return rows;
  }

  /** As other offices write it: the long form of 有限公司 now and then. */
  private static String written(String name, Random random) {
    return random.nextInt(4) == 0 ? name.replace("有限公司", "有限责任公司") : name;
  }

  private static ListRow unknown(
      int rowNo,
      District district,
      Map<District, List<Division>> townships,
      InventedNames names,
      Category category,
      ListRow.Of of,
      Random random) {
    List<Division> below = townships.getOrDefault(district, List.of());
    Division township = below.get(random.nextInt(below.size()));
    String word = names.word(random) + names.word(random).charAt(0);
    DivisionCode code = township.code();
    return new ListRow(
        rowNo,
        "",
        district.shortName() + word + "化工经营部",
        code,
        "%s%s%s路%d号".formatted(district.name(), township.name(), word, 1 + random.nextInt(90)),
        category,
        of);
  }
}
