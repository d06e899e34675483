package io.zaikong.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapmanTests {

  private static final int DRAWS = 2_000;

  /**
   * Ricker 1975 (109, 177, 57), Krebs 1989 box 2.1 (948, 421, 167), Pine and others 2013 box 11.2
   * (421, 332, 88), Seber 2002 tables 3.7 and 3.8 (500, 149, 7 and 1000, 243, 21).
   */
  @ParameterizedTest
  @CsvSource({
    "109, 177, 57, 337",
    "948, 421, 167, 2383",
    "421, 332, 88, 1578",
    "500, 149, 7, 9393",
    "1000, 243, 21, 11101"
  })
  void itGivesThePublishedTotals(long n1, long n2, long m, long total) {
    assertThat(Math.round(new Chapman(n1, n2, m).total())).isEqualTo(total);
  }

  /** Seber 2002 tables 3.7 and 3.8. */
  @Test
  void itGivesThePublishedStandardErrors() {
    assertThat(new Chapman(500, 149, 7).standardError()).isCloseTo(3022, within(0.5));
    assertThat(new Chapman(1000, 243, 21).standardError()).isCloseTo(2184, within(0.5));
  }

  /** Pine and others 2013 box 11.2. */
  @Test
  void itGivesThePublishedInterval() {
    Chapman estimate = new Chapman(421, 332, 88);
    assertThat(Math.round(estimate.low())).isEqualTo(1330);
    assertThat(Math.round(estimate.high())).isEqualTo(1826);
  }

  @Test
  void itIsNeverBelowWhatIsKnownAndDoesNotDependOnTheOrderOfTheLists() {
    Random random = new Random(370300);
    for (int i = 0; i < DRAWS; i++) {
      long n1 = random.nextInt(60_000);
      long n2 = random.nextInt(60_000);
      long m = random.nextLong(Math.min(n1, n2) + 1);
      Chapman estimate = new Chapman(n1, n2, m);
      Chapman turned = new Chapman(n2, n1, m);

      assertThat(estimate.total()).isGreaterThanOrEqualTo(n1 + n2 - m);
      assertThat(estimate.total())
          .isCloseTo(
              (double) (n1 + 1) * (n2 + 1) / (m + 1) - 1, within(estimate.total() * 1e-9 + 1e-9));
      assertThat(estimate.unknown()).isGreaterThanOrEqualTo(0).isEqualTo(turned.unknown());
      assertThat(estimate.variance()).isGreaterThanOrEqualTo(0);
      assertThat(estimate.variance())
          .isCloseTo(turned.variance(), within(estimate.variance() * 1e-9));
      assertThat(estimate.low()).isBetween((double) estimate.known(), estimate.total());
      assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.total());
    }
  }

  @Test
  void twoListsOfTheSameLeaveNothingUnknown() {
    for (long n : new long[] {0, 1, 462, 60_000}) {
      Chapman estimate = new Chapman(n, n, n);
      assertThat(estimate.total()).isEqualTo(n);
      assertThat(estimate.standardError()).isZero();
    }
  }

  @Test
  void noMoreThanAListHasCanBeInBoth() {
    assertThatThrownBy(() -> new Chapman(3, 5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Chapman(3, 5, 3).isReliable()).isFalse();
  }
}
