package io.zaikong.demo;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.filings.Accountable;
import io.zaikong.filings.AccountableRole;
import io.zaikong.filings.Accountables;
import io.zaikong.filings.EarlierFilings;
import io.zaikong.filings.MajorSource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Service;

/** The accountable persons of sources, and their checks of the last weeks and quarters. */
@Service
class DemoDuties {

  /** Of a hundred: who has all three persons where others have none or two; who checks in time. */
  private static final int NAMED_PERCENT = 97;

  private static final int NAMED_WITHOUT_ASSESSMENT_PERCENT = 35;
  private static final int IN_TIME_PERCENT = 88;

  private static final int WEEKS = 4;
  private static final int MOST_PHONES = 100_000;
  private static final List<String> FINDINGS =
      List.of("未发现隐患(演示数据)", "发现阀门渗漏1处，已当场整改(演示数据)", "可燃气体报警器1台待校验，已通知维修(演示数据)");

  private final EarlierFilings earlier;
  private final Accountables accountables;
  private final InventedNames names = new InventedNames();

  DemoDuties(EarlierFilings earlier, Accountables accountables) {
    this.earlier = earlier;
    this.accountables = accountables;
  }

  /** Names them from a past day, the enterprise's principal as theirs; nobody for some. */
  void name(
      MajorSource source, Enterprise plant, boolean isAssessed, LocalDate day, Random random) {
    boolean all =
        random.nextInt(100) < (isAssessed ? NAMED_PERCENT : NAMED_WITHOUT_ASSESSMENT_PERCENT);
    if (!all && !isAssessed) {
      return;
    }
    LocalDate from = day.minusDays(400L + random.nextInt(500));
    name(source, AccountableRole.PRINCIPAL, plant.contacts().principal(), "总经理", from);
    name(source, AccountableRole.OPERATIONAL, names.person(random), "车间主任", from);
    checkWeekly(source, day, random);
    if (all) {
      name(source, AccountableRole.TECHNICAL, names.person(random), "技术副总经理", from);
      checkQuarterly(source, day, random);
    }
  }

  /** Numbers that no telephone has, after those of the enterprises. */
  private void name(
      MajorSource source, AccountableRole role, String name, String post, LocalDate from) {
    long number = (AccountableRole.values().length * source.id() + role.ordinal()) % MOST_PHONES;
    String phone = "0533-09%05d".formatted(number);
    Acts.done(
        earlier.name(
            source, new Accountable(0, role, name, post, phone, from, null, from.plusDays(2))));
  }

  private void checkWeekly(MajorSource source, LocalDate day, Random random) {
    int late = isInTime(random) ? 0 : 2 + random.nextInt(3);
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int week = late + WEEKS - 1; week >= late; week--) {
      check(
          source,
          AccountableRole.OPERATIONAL,
          monday.minusWeeks(week).plusDays(random.nextInt(5)),
          day,
          random);
    }
  }

  private void checkQuarterly(MajorSource source, LocalDate day, Random random) {
    LocalDate quarter = day.with(IsoFields.DAY_OF_QUARTER, 1);
    if (isInTime(random)) {
      check(
          source,
          AccountableRole.TECHNICAL,
          quarter.minusDays(1L + random.nextInt(80)),
          day,
          random);
      check(source, AccountableRole.TECHNICAL, quarter.plusDays(random.nextInt(85)), day, random);
    } else {
      LocalDate before = quarter.minusMonths(3).minusDays(1L + random.nextInt(60));
      check(source, AccountableRole.TECHNICAL, before, day, random);
    }
  }

  /** One that would be after the day has not been done yet. */
  private void check(
      MajorSource source, AccountableRole role, LocalDate on, LocalDate day, Random random) {
    int found = random.nextInt(10);
    if (!on.isAfter(day)) {
      Acts.done(
          accountables.check(source, role, on, FINDINGS.get(found < FINDINGS.size() ? found : 0)));
    }
  }

  private static boolean isInTime(Random random) {
    return random.nextInt(100) < IN_TIME_PERCENT;
  }
}
