package io.zaikong.calc.alarm;

/**
 * An alarm begins or ends. Sensor, condition and {@code beganMs} name the alarm: they are the same
 * in both events, and when the same samples come again.
 *
 * @param sensor its number in the {@link SensorStates}
 * @param beganMs time of the sample with which the condition began; of {@code OFFLINE}, when
 *     something arrived last
 * @param atMs since when it counts as raised or cleared: the delay later, by the time of the
 *     samples; of {@code OFFLINE}, by the time of arrival
 * @param value what the sensor showed then, in its unit; NaN when it never showed a number
 */
public record AlarmEvent(
    Kind kind, int sensor, AlarmCondition condition, long beganMs, long atMs, double value) {

  /** What happened. */
  public enum Kind {
    RAISED,
    CLEARED,
    /**
     * Back-filled samples show an alarm that nobody saw at its time; the live state knows it not.
     */
    RETROSPECTIVE
  }
}
