package io.zaikong.bench;

import io.zaikong.calc.hazard.Category;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Identification;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import io.zaikong.calc.hazard.Substance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Units identified and graded a second on one thread, with terms: 1 to 12 chemicals each, three
 * quarters of them rows of table 1 by CAS number and name or by name, one quarter by one or two
 * categories; quantities with up to three decimals. Every call judges fresh copies of the names and
 * CAS numbers, so no hash is remembered from the last one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class IdentifyBench {

  private static final int UNITS = 1_000;

  private final Edition edition = Edition.gb18218Of2018();
  private final List<StatedSite> sites = new ArrayList<>();

  @Setup
  public void draw() {
    Random random = new Random(18218);
    for (int i = 0; i < UNITS; i++) {
      List<StatedChemical> chemicals = new ArrayList<>();
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        chemicals.add(chemical(random));
      }
      StatedUnit unit = new StatedUnit("单元" + i, chemicals);
      sites.add(new StatedSite("厂" + i, Integer.toString(random.nextInt(150)), List.of(unit)));
    }
  }

  @Benchmark
  @OperationsPerInvocation(UNITS)
  public int unitsWithTerms() {
    int units = 0;
    for (StatedSite site : sites) {
      if (edition.identify(fresh(site)) instanceof Identification.Identified identified) {
        units += identified.units().size();
      }
    }
    if (units != UNITS) {
      throw new IllegalStateException("refused units");
    }
    return units;
  }

  private StatedChemical chemical(Random random) {
    BigDecimal q = BigDecimal.valueOf(1 + random.nextInt(50_000), random.nextInt(4));
    if (random.nextInt(4) == 0) {
      List<String> symbols = new ArrayList<>();
      List<Category> categories = edition.tables().table2();
      for (int n = 1 + random.nextInt(2); n > 0; n--) {
        symbols.add(categories.get(random.nextInt(categories.size())).symbol());
      }
      return StatedChemical.classified("某物质", symbols, q);
    }
    List<Substance> rows = edition.tables().table1();
    Substance row = rows.get(random.nextInt(rows.size()));
    String cas =
        row.casNumbers().isEmpty() || random.nextBoolean() ? "" : row.casNumbers().getFirst();
    return StatedChemical.of(cas, row.name(), q);
  }

  private static StatedSite fresh(StatedSite site) {
    List<StatedUnit> units = new ArrayList<>(site.units().size());
    for (StatedUnit unit : site.units()) {
      List<StatedChemical> chemicals = new ArrayList<>(unit.chemicals().size());
      for (StatedChemical c : unit.chemicals()) {
        chemicals.add(
            new StatedChemical(copy(c.cas()), copy(c.name()), c.categories(), c.quantityT()));
      }
      units.add(new StatedUnit(unit.name(), chemicals));
    }
    return new StatedSite(site.name(), site.exposedPopulation(), units);
  }

  @SuppressWarnings("StringCopy")
  private static String copy(String text) {
    return new String(text.toCharArray());
  }
}
