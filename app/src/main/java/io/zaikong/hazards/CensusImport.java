package io.zaikong.hazards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An uploaded census workbook and how far it is. */
public record CensusImport(
    long id,
    String fileName,
    State state,
    Instant uploadedAt,
    @Nullable Instant endedAt,
    int unitsTotal,
    int unitsDone,
    ImportReport report) {

  public enum State {
    /** Checked, waits for a decision. */
    CHECKED,
    RUNNING,
    DONE,
    /** The server stopped in the middle; nothing of it was imported. */
    INTERRUPTED,
    DISCARDED
  }

  public boolean isOpen() {
    return state == State.CHECKED || state == State.INTERRUPTED;
  }
}
