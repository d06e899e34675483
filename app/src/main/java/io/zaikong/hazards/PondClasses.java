package io.zaikong.hazards;

import io.zaikong.calc.tailings.PondEdition;
import io.zaikong.calc.tailings.PondResult;
import io.zaikong.hazards.LevelChanges.Change;
import io.zaikong.hazards.RegisterStore.Pond;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges tailings ponds by the edition in force and stores the result with what made it. */
@Service
class PondClasses {

  private final RegisterStore store;
  private final LevelChanges changes;
  private final Clock clock;

  PondClasses(RegisterStore store, LevelChanges changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** The edition by which a pond is judged today. */
  PondEdition edition() {
    return PondEdition.findInForceOn(LocalDate.ofInstant(clock.instant(), Words.ZONE))
        .orElseThrow();
  }

  /** Judges one pond by its standing facts, in the caller's transaction. */
  void judge(long sourceId, BigDecimal topPondWithinM) {
    judge(store.listPonds(sourceId), topPondWithinM);
  }

  /** Judges every pond that the actor sees, in the caller's transaction. */
  void judgeAll(BigDecimal topPondWithinM) {
    judge(store.listPonds(null), topPondWithinM);
  }

  private void judge(List<Pond> ponds, BigDecimal topPondWithinM) {
    List<Change> changed = new ArrayList<>();
    for (Pond pond : ponds) {
      Evaluation result = evaluate(pond, topPondWithinM);
      Evaluation before = pond.standing();
      if (before != null && result.isSameResult(before)) {
        continue;
      }
      long id = store.insertEvaluation(pond.id(), result);
      changed.add(
          new Change(
              new Subject(
                  HazardSource.subject(SourceKind.TAILINGS_POND),
                  Long.toString(pond.id()),
                  pond.division(),
                  pond.enterpriseId()),
              pond.enterpriseName(),
              pond.name(),
              id,
              before == null,
              before == null ? 0 : before.pondClass(),
              result.pondClass(),
              false));
    }
    changes.record(changed);
  }

  private Evaluation evaluate(Pond pond, BigDecimal topPondWithinM) {
    Map<String, String> facts = pond.facts();
    PondResult result =
        edition()
            .classify(
                new BigDecimal(Objects.requireNonNull(facts.get(SourceFields.CAPACITY))),
                new BigDecimal(Objects.requireNonNull(facts.get(SourceFields.DAM_HEIGHT))));
    return new Evaluation(
        0,
        pond.factsId(),
        result.edition(),
        clock.instant(),
        result.byCapacity().number(),
        result.byHeight().number(),
        result.pondClass().number(),
        result.isVerified(),
        isTopPond(facts.get(SourceFields.DOWNSTREAM), topPondWithinM),
        topPondWithinM);
  }

  private static @Nullable Boolean isTopPond(@Nullable String downstreamM, BigDecimal withinM) {
    return downstreamM == null ? null : new BigDecimal(downstreamM).compareTo(withinM) <= 0;
  }
}
