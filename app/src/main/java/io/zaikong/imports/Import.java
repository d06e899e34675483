package io.zaikong.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An uploaded workbook and how far it is. */
public record Import(
    long id,
    String kind,
    String fileName,
    State state,
    Instant uploadedAt,
    @Nullable Instant endedAt,
    int stepsTotal,
    int stepsDone,
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

  /** The page's address. */
  public String href() {
    return "/imports/" + kind + "/" + id;
  }
}
