/**
 * When a sensor is in alarm: from its state, its next sample and its limits to the next state and
 * the events. Pure: no clock and no I/O; every time comes with the call.
 *
 * <p>Between two samples the earlier value holds. What a limit says goes by the time of the sample,
 * which is the gateway's; what silence says goes by the time of arrival, which is the server's.
 * Times are epoch milliseconds, durations milliseconds. The same calls in the same order give the
 * same events and the same state, from the beginning or from a snapshot.
 */
@NullMarked
package io.zaikong.calc.alarm;

import org.jspecify.annotations.NullMarked;
