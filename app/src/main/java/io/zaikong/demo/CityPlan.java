package io.zaikong.demo;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.demo.SiteDraw.UnitDraw;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.hazards.SourceKind;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Division;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws the city's enterprises and what they declare: the same ones for the same townships,
 * whichever day it is loaded. Only these draws are random, and from fixed seeds.
 *
 * <p>A city of any size has the same plants and mines; the other trades grow with it.
 */
final class CityPlan {

  private static final long SEED = 370300L;
  private static final long GROWING_SEED = 370301L;
  private static final long OPEN_SEED = 370307L;

  /** Of a hundred units that could lack a working temperature, those that do. */
  private static final int OPEN_PERCENT = 25;

  /** An enterprise without hazardous chemicals, and its trade. */
  record Plain(String trade, Enterprise enterprise) {}

  private final List<Trade> trades = Trade.all();
  private final EnterpriseDraw draw;
  private final Map<District, List<SiteDraw>> sites = new LinkedHashMap<>();
  private final List<Plain> withoutSite = new ArrayList<>();
  private final int enterprises;

  /**
   * @param townships of every district, in the order of their codes
   * @param enterprises in all
   * @param edition by which the units will be judged
   */
  CityPlan(
      Map<District, List<Division>> townships, LocalDate asOf, int enterprises, Edition edition) {
    this.draw = new EnterpriseDraw(new Places(townships), asOf);
    this.enterprises = enterprises;
    townships.keySet().forEach(d -> sites.put(d, new ArrayList<>()));
    Random random = new Random(SEED);
    List<SiteDraw> all = new ArrayList<>();
    for (Trade trade : trades) {
      for (int i = 0; i < trade.count(); i++) {
        Enterprise enterprise = draw.draw(trade, random);
        if (trade.units().isEmpty()) {
          withoutSite.add(new Plain(trade.name(), enterprise));
        } else {
          all.add(new SiteDraw(trade, enterprise, random));
        }
      }
    }
    sites.forEach(
        (district, of) ->
            all.stream()
                .filter(s -> district.code().contains(s.enterprise().division()))
                .forEach(of::add));
    List<UnitDraw> units = SiteDraw.equip(all, hazchemUnits(), random);
    LevelMix.fill(edition, units, random);
    leaveOpen(units);
  }

  /** Some have stated too little to be judged; none of those that are major. */
  private static void leaveOpen(List<UnitDraw> units) {
    Random random = new Random(OPEN_SEED);
    units.stream()
        .filter(UnitDraw::canBeOpen)
        .filter(u -> random.nextInt(100) < OPEN_PERCENT)
        .forEach(UnitDraw::leaveOpen);
  }

  /** By district. */
  Map<District, List<SiteDraw>> sites() {
    return sites;
  }

  /** Of the trades that do not grow. */
  List<Plain> withoutSite() {
    return withoutSite;
  }

  /** Of the trades that grow with the city, each drawn when it is asked for; once. */
  Stream<Enterprise> growing() {
    Random random = new Random(GROWING_SEED);
    int fixed = trades.stream().mapToInt(Trade::count).sum();
    int wanted = enterprises - fixed;
    if (wanted < 0) {
      throw new IllegalArgumentException("a city has at least " + fixed + " enterprises");
    }
    int shares = trades.stream().mapToInt(Trade::share).sum();
    List<Trade> turns = new ArrayList<>();
    int sharesSoFar = 0;
    for (Trade trade : trades) {
      sharesSoFar += trade.share();
      int until = Math.toIntExact((long) wanted * sharesSoFar / shares);
      IntStream.range(turns.size(), until).forEach(i -> turns.add(trade));
    }
    return turns.stream().map(trade -> draw.draw(trade, random));
  }

  /** The plant of the township that has most to show. */
  Enterprise model(DivisionCode township) {
    return sites.values().stream()
        .flatMap(List::stream)
        .filter(s -> s.enterprise().division().equals(township))
        .max(Comparator.comparingLong(SiteDraw::variety))
        .orElseThrow()
        .enterprise();
  }

  private static int hazchemUnits() {
    return SourcePlan.all().stream()
        .filter(p -> p.kind() == SourceKind.HAZCHEM_UNIT)
        .mapToInt(SourcePlan::sources)
        .sum();
  }
}
