package io.zaikong.calc.alarm;

/**
 * A stretch of live samples beyond a limit.
 *
 * @param input with which it began, {@code lastInput} with which it was over
 */
record Stretch(int input, long fromMs, int lastInput, long toMs) {

  boolean covers(long ms, int nowInput) {
    return ms >= fromMs && (nowInput < lastInput || ms < toMs);
  }
}
