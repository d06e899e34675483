package io.zaikong.calc.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  private static final AlarmLimits GAS = AlarmLimits.NONE.withHigh(25, 50).withDelays(10, 10);
  private static final long NOW_MS = 1_790_000_000_000L;

  private static SensorStates states() {
    SensorStates states = new SensorStates(4);
    AlarmEvaluator evaluator = new AlarmEvaluator(states, e -> {});
    for (int i = 0; i < 1000; i++) {
      states.add(GAS);
      evaluator.accept(i, NOW_MS + i, NOW_MS + 2 * i, i % 50);
    }
    return states;
  }

  @Test
  void aSensorAtRestTakesLittle() {
    assertThat(states().snapshot(0, 1000)).hasSizeLessThan(1000 * 25);
  }

  @Test
  void sensorsBeforeTheRangeAreMadeAndThoseInItReplaced() {
    SensorStates whole = states();
    SensorStates restored = new SensorStates(0);
    restored.restore(whole.snapshot(500, 600));
    assertThat(restored.size()).isEqualTo(600);
    assertThat(restored.limits(499)).isEqualTo(AlarmLimits.NONE);
    assertThat(restored.limits(500)).isEqualTo(GAS);
    restored.restore(whole.snapshot(0, 1000));
    assertThat(restored.snapshot(0, 1000)).isEqualTo(whole.snapshot(0, 1000));
  }

  @Test
  void aDamagedSnapshotIsRefusedAndChangesNothing() {
    byte[] good = states().snapshot(0, 1000);
    SensorStates untouched = new SensorStates(0);
    for (int at = 0; at < good.length; at += 97) {
      byte[] damaged = good.clone();
      damaged[at] ^= 0x10;
      assertThatIllegalArgumentException().isThrownBy(() -> untouched.restore(damaged));
      byte[] cut = Arrays.copyOf(good, at);
      assertThatIllegalArgumentException().isThrownBy(() -> untouched.restore(cut));
    }
    assertThat(untouched.size()).isZero();
  }

  @Test
  void onlyKnownSensorsAreWritten() {
    SensorStates states = states();
    assertThatIllegalArgumentException().isThrownBy(() -> states.snapshot(0, 1001));
    assertThatIllegalArgumentException().isThrownBy(() -> states.snapshot(5, 4));
  }
}
