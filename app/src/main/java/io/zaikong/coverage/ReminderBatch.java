package io.zaikong.coverage;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;

/**
 * One press of 批量催报.
 *
 * @param toEnterprises how many were sent to an enterprise's own people
 * @param toTownships how many to the officers of a township
 * @param waitingAlready how many had been reminded before and were left as they are
 */
public record ReminderBatch(
    long id,
    DivisionCode division,
    int toEnterprises,
    int toTownships,
    int waitingAlready,
    Instant sentAt,
    String sentBy) {

  public int sent() {
    return toEnterprises + toTownships;
  }
}
