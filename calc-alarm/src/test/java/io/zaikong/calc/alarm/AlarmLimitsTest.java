package io.zaikong.calc.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmLimitsTest {

  private static final AlarmLimits NONE = AlarmLimits.NONE;
  private static final double NO = Double.NaN;

  static Stream<Supplier<AlarmLimits>> mistakes() {
    return Stream.of(
        () -> NONE.withHigh(50, 25),
        () -> NONE.withLow(3, 2),
        () -> NONE.withHigh(10, 20).withLow(NO, 11),
        () -> NONE.withHigh(10, 20).withLow(NO, 10),
        () -> NONE.withHigh(10, NO).withLow(5, NO).withHysteresis(5),
        () -> NONE.withHigh(10, 12).withHysteresis(2),
        () -> NONE.withLow(10, 12).withHysteresis(2),
        () -> NONE.withHigh(Double.POSITIVE_INFINITY, NO),
        () -> NONE.withHysteresis(-1),
        () -> NONE.withHysteresis(NO),
        () -> NONE.withDelays(-1, 0),
        () -> NONE.withDelays(0, Long.MAX_VALUE),
        () -> NONE.withStuck(-1),
        () -> NONE.withOffline(-1),
        () -> NONE.withRate(0),
        () -> NONE.withRate(Double.POSITIVE_INFINITY),
        () -> NONE.withRange(5, 5),
        () -> NONE.withRange(0, 40).withHigh(25, 50),
        () -> NONE.withRange(10, 40).withLow(5, NO),
        () -> NONE.withRange(0, 40).withHigh(2, NO).withHysteresis(2));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void limitsThatCannotBeMeantAreRefused(Supplier<AlarmLimits> mistake) {
    assertThatIllegalArgumentException().isThrownBy(mistake::get);
  }

  @Test
  void limitsMayBeMissingOrTheSameOnOneSide() {
    AlarmLimits limits =
        NONE.withRange(0, 100)
            .withHigh(NO, 80)
            .withLow(5, 5)
            .withHysteresis(3)
            .withDelays(1, 2)
            .withRate(4)
            .withStuck(6)
            .withOffline(7);
    assertThat(limits).isEqualTo(new AlarmLimits(5, 5, NO, 80, 3, 1, 2, 4, 6, 0, 100, 7));
  }
}
