package io.zaikong.coverage;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise of a round, and where it stands.
 *
 * @param decided whether a person added or excused it; null when only its categories say so
 * @param sources declared and not removed
 * @param incomplete of its units, those that cannot be judged yet
 * @param none whether it has declared that it has no source
 * @param managers who is asked on its side; empty: the officers of its township are
 * @param remindedAt the last reminder; null without one
 * @param waiting whether a reminder waits for it now
 */
public record Reporting(
    long enterpriseId,
    String name,
    String creditCode,
    DivisionCode division,
    ReportState state,
    boolean received,
    @Nullable Decision decided,
    String decidedReason,
    long sources,
    long incomplete,
    boolean none,
    String managers,
    @Nullable Instant remindedAt,
    boolean waiting) {

  /** What a person decided about it. */
  public enum Decision {
    ADDED,
    EXCUSED
  }

  public boolean isExpected() {
    return state != ReportState.EXCUSED;
  }
}
