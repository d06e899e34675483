package io.zaikong.demo;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Grade;
import io.zaikong.calc.hazard.Identification.Identified;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import io.zaikong.demo.SiteDraw.UnitDraw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;

/**
 * Draws quantities until the engine finds as many units of each level as the city has. Only the
 * quantities are kept: what they make of a unit is for the engine to say when it is declared.
 */
final class LevelMix {

  private static final int TRIES = 400;
  private static final double LEAST_SHARE = 0.05;
  private static final int MANY = 1000;

  private final Edition edition;
  private final Random random;

  /** How many units of the level are still wanted; 0 stands for those that are not major. */
  private final int[] wanted;

  private LevelMix(Edition edition, Random random) {
    this.edition = edition;
    this.random = random;
    List<List<String>> rows = Rows.read("levels.tsv");
    wanted = new int[rows.size() + 1];
    rows.forEach(r -> wanted[Integer.parseInt(r.get(0))] = Integer.parseInt(r.get(1)));
  }

  static void fill(Edition edition, List<UnitDraw> units, Random random) {
    List<UnitDraw> order = new ArrayList<>(units);
    Collections.shuffle(order, random);
    new LevelMix(edition, random).fill(order);
  }

  /** The worst level first, which fewest units reach; what is left over is not major. */
  private void fill(List<UnitDraw> units) {
    List<UnitDraw> left = new LinkedList<>(units);
    for (int level = 1; level < wanted.length; level++) {
      for (int tries = 0; wanted[level] > 0; tries++) {
        if (tries > TRIES) {
          throw new IllegalStateException("too few units reach level " + level);
        }
        int of = level;
        left.removeIf(unit -> wanted[of] > 0 && isFilled(unit, 1, of));
      }
    }
    for (UnitDraw unit : left) {
      int tries = 0;
      while (!isFilled(unit, Math.max(LEAST_SHARE, 1 - (double) tries / TRIES), 0)) {
        if (++tries > TRIES) {
          throw new IllegalStateException("always major: " + unit.name());
        }
      }
    }
  }

  /**
   * @param share of the least quantity, for plants that are smaller than most
   */
  private boolean isFilled(UnitDraw unit, double share, int level) {
    List<StatedChemical> chemicals = draw(unit, share);
    if (level(unit, chemicals) != level) {
      return false;
    }
    wanted[level]--;
    unit.fill(chemicals, level);
    return true;
  }

  private int level(UnitDraw unit, List<StatedChemical> chemicals) {
    StatedSite site =
        new StatedSite(
            "",
            Integer.toString(unit.population()),
            List.of(new StatedUnit(unit.name(), chemicals)));
    if (edition.identify(site) instanceof Identified identified) {
      return identified.units().getFirst().grading().grade().map(Grade::level).orElse(0);
    }
    throw new IllegalStateException("cannot be judged: " + unit.name() + " " + chemicals);
  }

  private List<StatedChemical> draw(UnitDraw unit, double share) {
    return unit.unit().substances().stream()
        .map(
            s -> {
              double drawn = random.nextDouble(); // more small stocks than great ones
              double minT = s.minT() * share;
              return stated(s, minT + (s.maxT() - minT) * drawn * drawn);
            })
        .toList();
  }

  private static StatedChemical stated(Trade.Substance substance, double quantityT) {
    int decimals =
        quantityT < 0.1 ? 3 : quantityT < 1 ? 2 : quantityT < 20 ? 1 : quantityT < MANY ? 0 : -1;
    return new StatedChemical(
        substance.cas(),
        substance.name(),
        substance.categories(),
        BigDecimal.valueOf(quantityT).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }
}
