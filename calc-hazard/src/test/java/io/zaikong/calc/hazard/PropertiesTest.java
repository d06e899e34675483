package io.zaikong.calc.hazard;

import static io.zaikong.calc.hazard.Sites.EDITION;
import static io.zaikong.calc.hazard.Sites.judged;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random units against a naive reference; {@code -Dzaikong.cases} sets how many. */
class PropertiesTest {

  private static final int CASES = Integer.getInteger("zaikong.cases", 3_000);
  private static final long[] POPULATIONS = {0, 1, 29, 30, 49, 50, 99, 100, 100_000};

  private final Random random = new Random(18218);

  @Test
  void resultEqualsANaiveFractionReference() {
    for (int i = 0; i < CASES; i++) {
      StatedChemical[] chemicals = chemicals();
      long population = POPULATIONS[random.nextInt(POPULATIONS.length)];
      UnitResult result = judged(Long.toString(population), chemicals);
      BigInteger[] s = {BigInteger.ZERO, BigInteger.ONE};
      BigInteger[] r = {BigInteger.ZERO, BigInteger.ONE};
      for (Term term : result.terms()) {
        BigDecimal q = new BigDecimal(term.chemical().quantityT());
        s = plus(s, q, term.basis().criticalT());
        r = plus(r, q.multiply(term.basis().beta().value()), term.basis().criticalT());
      }
      assertThat(result.s()).isEqualTo(Fraction.of(s[0], s[1]));
      boolean major = s[0].compareTo(s[1]) >= 0;
      assertThat(result.isMajor()).isEqualTo(major);
      if (major) {
        BigDecimal alpha = alpha(population);
        Fraction expected = Fraction.of(r[0], r[1]).times(Fraction.of(alpha));
        Grading grading = result.grading();
        assertThat(grading.r()).isEqualTo(expected);
        assertThat(grading.grade().orElseThrow().level()).isEqualTo(level(expected));
        assertThat(printedLevel(grading.rText())).isEqualTo(level(expected));
      }
      assertThat(new BigDecimal(result.sText()).compareTo(BigDecimal.ONE) >= 0).isEqualTo(major);
    }
  }

  @Test
  void orderDoesNotMatter() {
    for (int i = 0; i < CASES / 10; i++) {
      List<StatedChemical> chemicals = new ArrayList<>(List.of(chemicals()));
      UnitResult before = judged("60", chemicals.toArray(StatedChemical[]::new));
      Collections.shuffle(chemicals, random);
      UnitResult after = judged("60", chemicals.toArray(StatedChemical[]::new));
      assertThat(after.s()).isEqualTo(before.s());
      assertThat(after.grading()).isEqualTo(before.grading());
    }
  }

  @Test
  void moreOfAChemicalIsNeverLessHazardous() {
    for (int i = 0; i < CASES / 10; i++) {
      StatedChemical[] chemicals = chemicals();
      UnitResult before = judged("60", chemicals);
      int grown = random.nextInt(chemicals.length);
      chemicals[grown] = withQuantity(chemicals[grown], BigDecimal.ONE, new BigDecimal("0.001"));
      UnitResult after = judged("60", chemicals);
      assertThat(after.s()).isGreaterThan(before.s());
      assertThat(level(after)).isLessThanOrEqualTo(level(before));
    }
  }

  @Test
  void sScalesWithTheQuantities() {
    for (int i = 0; i < CASES / 10; i++) {
      StatedChemical[] chemicals = chemicals();
      Fraction before = judged("60", chemicals).s();
      for (int k = 0; k < chemicals.length; k++) {
        chemicals[k] = withQuantity(chemicals[k], new BigDecimal(7), BigDecimal.ZERO);
      }
      assertThat(judged("60", chemicals).s()).isEqualTo(before.times(Fraction.of(7, 1)));
    }
  }

  private StatedChemical[] chemicals() {
    StatedChemical[] chemicals = new StatedChemical[1 + random.nextInt(12)];
    for (int i = 0; i < chemicals.length; i++) {
      String quantity = quantity();
      List<Category> categories = EDITION.tables().table2();
      List<Substance> substances = EDITION.tables().table1();
      chemicals[i] =
          random.nextInt(4) == 0
              ? new StatedChemical(
                  "",
                  "物质" + i,
                  List.of(
                      categories.get(random.nextInt(categories.size())).symbol(),
                      categories.get(random.nextInt(categories.size())).symbol()),
                  quantity)
              : new StatedChemical(
                  "",
                  substances.get(random.nextInt(substances.size())).name(),
                  List.of(),
                  quantity);
    }
    return chemicals;
  }

  private String quantity() {
    int scale = random.nextInt(10) == 0 ? random.nextInt(29) : random.nextInt(4);
    int bits = 1 + random.nextInt(random.nextInt(10) == 0 ? 100 : 20);
    BigDecimal value = new BigDecimal(new BigInteger(bits, random), scale);
    return value.compareTo(BigDecimal.TEN.pow(10)) < 0 ? value.toString() : "12.5";
  }

  private static StatedChemical withQuantity(StatedChemical c, BigDecimal times, BigDecimal plus) {
    BigDecimal q = new BigDecimal(c.quantityT()).multiply(times).add(plus);
    return new StatedChemical(c.cas(), c.name(), c.categories(), q.toPlainString());
  }

  private static BigInteger[] plus(BigInteger[] sum, BigDecimal above, BigDecimal below) {
    BigInteger shift = BigInteger.TEN.pow(60);
    BigInteger a = above.multiply(new BigDecimal(shift)).toBigIntegerExact();
    BigInteger b = below.multiply(new BigDecimal(shift)).toBigIntegerExact();
    return new BigInteger[] {sum[0].multiply(b).add(a.multiply(sum[1])), sum[1].multiply(b)};
  }

  private static BigDecimal alpha(long n) {
    return new BigDecimal(n >= 100 ? "2" : n >= 50 ? "1.5" : n >= 30 ? "1.2" : n > 0 ? "1" : "0.5");
  }

  private static int level(Fraction r) {
    BigInteger n = r.numerator();
    BigInteger d = r.denominator();
    return n.compareTo(d.multiply(BigInteger.valueOf(100))) >= 0
        ? 1
        : n.compareTo(d.multiply(BigInteger.valueOf(50))) >= 0
            ? 2
            : n.compareTo(d.multiply(BigInteger.TEN)) >= 0 ? 3 : 4;
  }

  private static int printedLevel(String r) {
    return level(Fraction.of(new BigDecimal(r)));
  }

  /** 5 for what is not major. */
  private static int level(UnitResult result) {
    return result.grading().grade().map(Grade::level).orElse(5);
  }
}
