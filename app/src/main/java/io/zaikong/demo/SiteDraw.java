package io.zaikong.demo;

import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.hazards.DeclaredChemical;
import io.zaikong.hazards.Handling;
import io.zaikong.hazards.SiteDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A plant and the units that it was drawn to have. */
final class SiteDraw {

  private final Trade trade;
  private final Enterprise enterprise;
  private final int population;
  private final List<UnitDraw> units = new ArrayList<>();

  SiteDraw(Trade trade, Enterprise enterprise, Random random) {
    this.trade = trade;
    this.enterprise = enterprise;
    double drawn = random.nextDouble();
    this.population = random.nextInt(5) == 0 ? 0 : (int) (trade.populationMax() * drawn * drawn);
  }

  /** A unit of a plant; what is in it is drawn last. */
  static final class UnitDraw {
    private final Trade.Unit unit;
    private final String name;
    private final int population;
    private List<StatedChemical> chemicals = List.of();
    private int level;
    private boolean open;

    private UnitDraw(Trade.Unit unit, int index, int population) {
      this.unit = unit;
      this.name = unit.most() == 1 ? unit.name() : index + "#" + unit.name();
      this.population = population;
    }

    Trade.Unit unit() {
      return unit;
    }

    String name() {
      return name;
    }

    int population() {
      return population;
    }

    private List<DeclaredChemical> declared() {
      return IntStream.range(0, chemicals.size())
          .mapToObj(
              i -> {
                StatedChemical stated = chemicals.get(i);
                Trade.Substance substance = unit.substances().get(i);
                if (open && substance.isByTemperature()) {
                  return DeclaredChemical.of(
                      new StatedChemical(
                          stated.cas(), stated.name(), List.of(), stated.quantityT()));
                }
                return new DeclaredChemical(
                    stated,
                    substance.handling(),
                    stated.categories().isEmpty() ? "" : "安全技术说明书(演示数据)");
              })
          .toList();
    }

    /** Whether it is not major, and could not be judged without a working temperature. */
    boolean canBeOpen() {
      return level == 0 && unit.substances().stream().anyMatch(Trade.Substance::isByTemperature);
    }

    /** States neither category nor conditions of what the temperature decides. */
    void leaveOpen() {
      open = true;
    }

    void fill(List<StatedChemical> with, int levelThen) {
      chemicals = with;
      level = levelThen;
    }
  }

  /** A unit that the plant may have besides; the smaller the key, the sooner. */
  private record Candidate(SiteDraw site, UnitDraw unit, double key) {}

  /**
   * Gives the plants so many units in all: those that every such plant has, and more of them to
   * greater plants.
   */
  static List<UnitDraw> equip(List<SiteDraw> sites, int units, Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (SiteDraw site : sites) {
      for (Trade.Unit unit : site.trade.units()) {
        boolean every = unit.sharePercent() == 100;
        if (!every && random.nextInt(100) >= unit.sharePercent()) {
          continue;
        }
        double key = 0;
        for (int index = 1; index <= unit.most(); index++) {
          key += every && index == 1 ? 0 : random.nextDouble() / site.weight();
          candidates.add(new Candidate(site, new UnitDraw(unit, index, site.population), key));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::key));
    if (candidates.size() < units || candidates.get(units).key == 0) {
      throw new IllegalStateException(candidates.size() + " units do not make " + units);
    }
    List<Candidate> chosen = candidates.subList(0, units);
    chosen.forEach(c -> c.site.units.add(c.unit));
    return chosen.stream().map(Candidate::unit).toList();
  }

  private double weight() {
    Integer workforce = enterprise.workforce();
    return 1 + Math.sqrt((workforce == null ? 0 : workforce) / 100.0);
  }

  Enterprise enterprise() {
    return enterprise;
  }

  /** How many different results its units have. */
  long variety() {
    return units.stream().mapToInt(u -> u.level).distinct().count();
  }

  /** Names of the units without a substance that are judged and not major. */
  List<String> listHarmless(String cas) {
    return units.stream()
        .filter(u -> u.level == 0 && !u.open)
        .filter(u -> u.chemicals.stream().noneMatch(c -> c.cas().equals(cas)))
        .map(UnitDraw::name)
        .toList();
  }

  SiteDeclaration declaration() {
    return new SiteDeclaration(
        enterprise,
        population,
        "企业周边入户调查(演示数据)",
        units.stream()
            .map(
                u ->
                    new SiteDeclaration.Unit(
                        u.name, u.unit.kind(), Handling.NOT_STATED, u.declared()))
            .toList());
  }
}
