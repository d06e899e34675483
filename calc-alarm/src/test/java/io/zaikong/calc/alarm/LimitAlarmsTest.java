package io.zaikong.calc.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Limits, hysteresis, delays: by the time of the samples. */
class LimitAlarmsTest {

  private static final AlarmLimits GAS =
      AlarmLimits.NONE.withHigh(25, 50).withHysteresis(2).withDelays(100, 200);

  private static final AlarmLimits AT_ONCE = GAS.withDelays(0, 0);

  @Test
  void aLimitThatIsReachedIsAnAlarm() {
    Watched gas = new Watched(AT_ONCE);
    gas.sample(0, 24.99);
    assertThat(gas.told()).isEmpty();
    gas.sample(10, 25);
    assertThat(gas.told()).containsExactly("RAISED HIGH 10 10 25.0");
  }

  @Test
  void highStaysWhileHighHighIs() {
    Watched gas = new Watched(AT_ONCE);
    gas.sample(10, 60);
    gas.sample(20, 30);
    assertThat(gas.told())
        .containsExactly(
            "RAISED HIGH 10 10 60.0",
            "RAISED HIGH_HIGH 10 10 60.0",
            "CLEARED HIGH_HIGH 10 20 30.0");
    assertThat(gas.isActive(AlarmCondition.HIGH)).isTrue();
    gas.sample(30, 70);
    gas.sample(40, 0);
    assertThat(gas.told())
        .containsExactly(
            "RAISED HIGH_HIGH 30 30 70.0", "CLEARED HIGH_HIGH 30 40 0.0", "CLEARED HIGH 10 40 0.0");
  }

  @Test
  void lowLimitsAreTheMirrorOfHighOnes() {
    Watched level = new Watched(AlarmLimits.NONE.withLow(1, 2).withHysteresis(0.5));
    level.sample(10, 1);
    level.sample(20, 1.5);
    level.sample(30, 2.5);
    level.sample(40, 2.6);
    assertThat(level.told())
        .containsExactly(
            "RAISED LOW 10 10 1.0",
            "RAISED LOW_LOW 10 10 1.0",
            "CLEARED LOW_LOW 10 30 2.5",
            "CLEARED LOW 10 40 2.6");
  }

  @Test
  void whatIsExceededForTheOnDelayIsRaisedThen() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 30);
    gas.sample(1099, 31);
    assertThat(gas.told()).isEmpty();
    gas.sample(1150, 32);
    assertThat(gas.told()).containsExactly("RAISED HIGH 1000 1100 31.0");
  }

  @Test
  void aValueHoldsUntilTheNextSampleHoweverLate() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 30);
    gas.sample(9000, 0);
    assertThat(gas.told()).containsExactly("RAISED HIGH 1000 1100 30.0");
    gas.sample(20000, 0);
    assertThat(gas.told()).containsExactly("CLEARED HIGH 1000 9200 0.0");
  }

  @Test
  void whatLeavesTheLimitBeforeTheOnDelayIsNoAlarm() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 30);
    gas.sample(1099, 20);
    gas.sample(1150, 30);
    gas.sample(1240, 30);
    assertThat(gas.told()).isEmpty();
    gas.sample(1250, 20);
    assertThat(gas.told()).containsExactly("RAISED HIGH 1150 1250 30.0");
  }

  @Test
  void chatterInsideTheHysteresisChangesNothing() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 25);
    gas.sample(1050, 23);
    gas.sample(1100, 23);
    assertThat(gas.told()).as("on its way up").containsExactly("RAISED HIGH 1000 1100 23.0");
    for (int i = 0; i < 50; i++) {
      gas.sample(2000 + 100L * i, i % 2 == 0 ? 23 : 25.5);
    }
    assertThat(gas.told()).as("active").isEmpty();
    gas.sample(8000, 22.9);
    gas.sample(8199, 23);
    gas.sample(8300, 22.9);
    gas.sample(8499, 0);
    assertThat(gas.told()).as("on its way down: it must be back all the time").isEmpty();
    gas.sample(8500, 0);
    assertThat(gas.told()).containsExactly("CLEARED HIGH 1000 8500 0.0");
  }

  @Test
  void delaysRunOutWithoutASampleWhenTheyAreOverSinceTheArrival() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 5000, 30);
    gas.advance(5099);
    assertThat(gas.told()).isEmpty();
    gas.advance(5100);
    assertThat(gas.told()).containsExactly("RAISED HIGH 1000 1100 30.0");
    gas.sample(2000, 6000, 0);
    gas.advance(6199);
    assertThat(gas.told()).isEmpty();
    gas.advance(7000);
    assertThat(gas.told()).containsExactly("CLEARED HIGH 1000 2200 0.0");
  }

  @Test
  void anAlarmIsNeverClearedBeforeItWasRaised() {
    Watched gas = new Watched(GAS);
    gas.sample(1000, 1000, 30);
    gas.advance(1100);
    gas.sample(1050, 1110, 0);
    gas.advance(1310);
    assertThat(gas.told())
        .containsExactly("RAISED HIGH 1000 1100 30.0", "CLEARED HIGH 1000 1300 0.0");
  }

  @Test
  void aChangeThatIsTooFastIsAnAlarmUntilTheNextCalmOne() {
    Watched level = new Watched(AlarmLimits.NONE.withRate(6));
    level.sample(0, 10);
    level.sample(10_000, 10.9);
    assertThat(level.told()).isEmpty();
    level.sample(20_000, 9.8);
    level.sample(30_000, 9.8);
    assertThat(level.told())
        .containsExactly("RAISED RATE 20000 20000 9.8", "CLEARED RATE 20000 30000 9.8");
  }

  @Test
  void theSameValueForTooLongIsStuckAndAnyOtherEndsIt() {
    Watched level = new Watched(AlarmLimits.NONE.withStuck(1000));
    level.sample(0, 1);
    level.sample(500, 3);
    level.sample(1000, 3);
    level.sample(1499, 3);
    assertThat(level.told()).isEmpty();
    level.sample(1600, 3);
    level.sample(1700, 3);
    level.sample(1800, 3.01);
    assertThat(level.told())
        .containsExactly("RAISED STUCK 500 1500 3.0", "CLEARED STUCK 500 1800 3.01");
  }

  @Test
  void silenceIsNotAStuckValue() {
    Watched level = new Watched(AlarmLimits.NONE.withStuck(1000));
    level.sample(0, 3);
    level.advance(9000);
    level.sample(9000, 4);
    assertThat(level.told()).isEmpty();
  }

  @Test
  void outsideOfTheRangeIsTheInstrumentsFaultAndNeitherRaisesNorClearsLimits() {
    Watched gas = new Watched(AT_ONCE.withRange(-1, 100).withRate(1000).withStuck(50));
    gas.sample(10, 120);
    assertThat(gas.told()).containsExactly("RAISED OUT_OF_RANGE 10 10 120.0");
    gas.sample(20_000, 30);
    assertThat(gas.told())
        .containsExactly("CLEARED OUT_OF_RANGE 10 20000 30.0", "RAISED HIGH 20000 20000 30.0");
    gas.sample(20_010, -5);
    assertThat(gas.told()).containsExactly("RAISED OUT_OF_RANGE 20010 20010 -5.0");
    assertThat(gas.isActive(AlarmCondition.HIGH)).isTrue();
  }
}
