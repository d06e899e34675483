package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that learns of every change of a source's level or class, in the transaction that
 * made it. What has to follow a change of level is begun here.
 */
@Service
class LevelChanges {

  private final Journal journal;

  LevelChanges(Journal journal) {
    this.journal = journal;
  }

  /**
   * A level of a hazchem unit or a class of a pond that is not what it was.
   *
   * @param before 0 when it had none, {@code after} when it has none any more
   */
  record Change(Subject subject, String source, int before, int after) {}

  /** Writes them down; what is no change is passed over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(List<Change> changes) {
    List<Act> acts =
        changes.stream()
            .filter(c -> c.before != c.after)
            .map(
                c ->
                    new Act(
                        c.subject,
                        Map.<String, Object>of(
                            "source", c.source, "level_before", c.before, "level", c.after)))
            .toList();
    if (!acts.isEmpty()) {
      journal.recordAll("source.level", acts);
    }
  }
}
