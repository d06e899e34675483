package io.zaikong.calc.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Silence, disorder, resends and what is no sample; other limits. */
class ArrivalsTest {

  private static final AlarmLimits GAS = AlarmLimits.NONE.withHigh(25, 50).withHysteresis(2);

  @Test
  void silenceIsByTheServersClockOnly() {
    Watched gas = new Watched(GAS.withOffline(60_000));
    gas.advance(1_000_000);
    assertThat(gas.told()).as("nothing ever came: not connected, not lost").isEmpty();
    gas.sample(5, 1_000_000, 1);
    gas.advance(1_059_999);
    assertThat(gas.told()).isEmpty();
    gas.advance(1_070_000);
    gas.advance(1_080_000);
    assertThat(gas.told()).containsExactly("RAISED OFFLINE 1000000 1060000 1.0");
  }

  @Test
  void aServersClockThatIsSetBackCountsOnFromThere() {
    Watched gas = new Watched(GAS.withOffline(1000).withDelays(500, 0));
    gas.sample(5, 9_000_000, 30);
    gas.sample(6, 10_000, 30);
    gas.advance(10_499);
    assertThat(gas.told()).isEmpty();
    gas.advance(11_000);
    assertThat(gas.told())
        .containsExactly("RAISED HIGH 5 505 30.0", "RAISED OFFLINE 10000 11000 30.0");
  }

  @ParameterizedTest
  @CsvSource({
    "6, 1, NEWEST",
    "5, 1, DUPLICATE",
    "5, 2, CONFLICT",
    "4, 1, LATE",
    "9, NaN, NOT_A_NUMBER",
    "9, -Infinity, NOT_A_NUMBER",
    "-1, 1, NOT_A_TIME",
    "9223372036854775807, 1, NOT_A_TIME"
  })
  void whateverArrivesEndsTheSilence(long ms, double value, Reception reception) {
    Watched gas = new Watched(GAS.withOffline(1000));
    gas.sample(5, 1000, 1);
    gas.advance(2000);
    assertThat(gas.told()).hasSize(1);
    assertThat(gas.sample(ms, 3000, value)).isEqualTo(reception);
    assertThat(gas.told()).containsExactly("CLEARED OFFLINE 1000 3000 1.0");
    gas.advance(4000);
    assertThat(gas.told()).containsExactly("RAISED OFFLINE 3000 4000 1.0");
  }

  @Test
  void whatIsNotNewerThanTheNewestDoesNotTouchTheLiveState() {
    Watched gas = new Watched(GAS);
    gas.sample(100, 30);
    gas.told();
    assertThat(gas.sample(100, 0)).isEqualTo(Reception.CONFLICT);
    assertThat(gas.sample(100, 30)).isEqualTo(Reception.DUPLICATE);
    assertThat(gas.sample(99, 0)).isEqualTo(Reception.LATE);
    assertThat(gas.told()).isEmpty();
    assertThat(gas.states.value(0)).isEqualTo(30);
    assertThat(gas.states.newestMs(0)).isEqualTo(100);
  }

  @Test
  void theNewestSampleSetsTheLiveStateHoweverOldItIs() {
    Watched gas = new Watched(GAS);
    assertThat(gas.sample(10, 9_000_000, 30)).isEqualTo(Reception.NEWEST);
    assertThat(gas.told()).containsExactly("RAISED HIGH 10 10 30.0");
  }

  @Test
  void aBackFilledExceedanceIsToldOnceWithItsBegin() {
    Watched gas = new Watched(GAS.withDelays(100, 100));
    gas.sample(1000, 0);
    gas.sample(9000, 0);
    for (int i = 0; i < 40; i++) {
      gas.sample(2000 + 50L * i, 9000, i >= 10 && i < 20 ? 30 : i >= 30 ? 60 : 0);
      gas.sample(9001 + i, 0);
    }
    assertThat(gas.told())
        .containsExactly(
            "RETROSPECTIVE HIGH 2500 2600 30.0",
            "RETROSPECTIVE HIGH 3500 3600 60.0",
            "RETROSPECTIVE HIGH_HIGH 3500 3600 60.0");
    assertThat(gas.isActive(AlarmCondition.HIGH)).isFalse();
  }

  @Test
  void theSameBackFillAgainHasTheSameKeys() {
    Watched gas = new Watched(GAS);
    gas.sample(9000, 0);
    for (int again = 0; again < 3; again++) {
      for (int i = 0; i < 10; i++) {
        gas.sample(2000 + i, i == 4 || i == 5 || i == 8 ? 30 : 0);
      }
      assertThat(gas.told())
          .containsExactly(
              "RETROSPECTIVE HIGH 2004 2004 30.0", "RETROSPECTIVE HIGH 2008 2008 30.0");
    }
  }

  @Test
  void aBackFillOfAnotherGapDoesNotGoOnWithTheFirst() {
    Watched gas = new Watched(GAS.withDelays(100, 0));
    gas.sample(1000, 0);
    gas.sample(990, 30);
    gas.sample(5000, 0);
    gas.sample(4000, 30);
    assertThat(gas.told()).as("30 held from 990 to 1000, not to 4000").isEmpty();
  }

  @Test
  void whatTheLiveAlarmCoversIsNotToldAgain() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 30);
    gas.sample(2000, 30);
    gas.sample(3000, 0);
    gas.told();
    gas.sample(1000, 30);
    gas.sample(2000, 30);
    assertThat(gas.told()).isEmpty();
    gas.sample(2500, 60);
    assertThat(gas.told()).containsExactly("RETROSPECTIVE HIGH_HIGH 2500 2500 60.0");
  }

  @Test
  void otherLimitsJudgeWhatIsHeldFromThenOn() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 20);
    gas.change(GAS.withHigh(15, 40), 1500);
    assertThat(gas.told()).containsExactly("RAISED HIGH 1500 1500 20.0");
    gas.change(GAS.withHigh(15, 40).withDelays(0, 300), 1600);
    gas.change(GAS.withDelays(0, 300), 2000);
    gas.advance(2299);
    assertThat(gas.told()).isEmpty();
    gas.advance(2300);
    assertThat(gas.told()).containsExactly("CLEARED HIGH 1500 2300 20.0");
  }

  @Test
  void anAlarmEndsWithItsLimit() {
    AlarmLimits all = GAS.withStuck(100).withRange(0, 100).withOffline(1000);
    Watched gas = new Watched(all);
    gas.sample(1000, 30);
    gas.sample(1100, 30);
    gas.sample(1110, 120);
    gas.advance(2110);
    assertThat(gas.told()).hasSize(4);
    gas.change(AlarmLimits.NONE, 3000);
    assertThat(gas.told())
        .containsExactly(
            "CLEARED STUCK 1000 3000 120.0",
            "CLEARED OFFLINE 1110 3000 120.0",
            "CLEARED OUT_OF_RANGE 1110 3000 120.0",
            "CLEARED HIGH 1000 3000 120.0");
  }

  @Test
  void timePassesWithinTheCalendarOnly() {
    Watched gas = new Watched(GAS);
    assertThatIllegalArgumentException().isThrownBy(() -> gas.advance(Long.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> gas.change(GAS, -1));
  }
}
