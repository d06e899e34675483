package io.zaikong.hazards;

import io.zaikong.hazards.Grader.Judgement;
import io.zaikong.hazards.GradingStore.Pointer;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.notices.Recipients;
import io.zaikong.shell.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes judgements the standing ones, whoever asked for them: journalled, with a notice to whoever
 * has to complete what is missing; {@link LevelChanges} tells who must know of another level.
 */
@Service
class Gradings {

  static final String UNIT = "hazards.unit";
  static final String INCOMPLETE = "hazards.incomplete";

  private final GradingStore store;
  private final Notices notices;
  private final Recipients recipients;
  private final LevelChanges levels;
  private final Journal journal;

  Gradings(
      GradingStore store,
      Notices notices,
      Recipients recipients,
      LevelChanges levels,
      Journal journal) {
    this.store = store;
    this.notices = notices;
    this.recipients = recipients;
    this.levels = levels;
    this.journal = journal;
  }

  /**
   * A unit that was judged.
   *
   * @param before null when it never was judged
   */
  record Judged(
      long unitId,
      long enterpriseId,
      String enterpriseName,
      DivisionCode division,
      String unitName,
      long inventoryId,
      int exposedPopulation,
      @Nullable Before before,
      Judgement judgement) {

    Subject subject() {
      return new Subject(UNIT, Long.toString(unitId), division, enterpriseId);
    }

    String title() {
      return enterpriseName + " " + unitName;
    }
  }

  /**
   * How a unit stood.
   *
   * @param level 0: not major
   */
  record Before(boolean graded, int level) {}

  /**
   * @param cause what the journal says of why, such as the ruling
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void apply(List<Judged> judged, Map<String, Object> cause, Instant now) {
    if (judged.isEmpty()) {
      return;
    }
    store.insertGradings(judged, now);
    store.insertIncomplete(judged, now);
    Map<Long, Pointer> pointers =
        store.listPointers(judged.stream().map(Judged::unitId).toList()).stream()
            .collect(Collectors.toMap(Pointer::unitId, Function.identity()));
    List<Act> graded = new ArrayList<>();
    List<Act> open = new ArrayList<>();
    List<NewNotice> raised = new ArrayList<>();
    List<LevelChanges.Change> levelled = new ArrayList<>();
    Map<Long, Boolean> managed = new HashMap<>();
    for (Judged unit : judged) {
      Pointer pointer = Objects.requireNonNull(pointers.get(unit.unitId()));
      if (unit.before() != null && !unit.before().graded()) {
        notices.close(INCOMPLETE, UNIT, Long.toString(unit.unitId()));
      }
      switch (unit.judgement()) {
        case Judgement.Result result -> {
          graded.add(act(unit, result, cause));
          levelled.add(
              change(unit, Objects.requireNonNull(pointer.gradingId()), result.level(), false));
        }
        case Judgement.Open missing -> {
          open.add(act(unit, missing, cause));
          levelled.add(change(unit, Objects.requireNonNull(pointer.incompleteId()), 0, true));
          boolean hasManager = managed.computeIfAbsent(unit.enterpriseId(), id -> hasManager(id));
          raised.add(
              incompleteNotice(unit, hasManager, Objects.requireNonNull(pointer.incompleteId())));
        }
        case Judgement.Faulty faulty ->
            throw new IllegalArgumentException("unit " + unit.unitId() + " cannot be judged");
      }
    }
    if (!graded.isEmpty()) {
      journal.recordAll("unit.grade", graded);
    }
    if (!open.isEmpty()) {
      journal.recordAll("unit.incomplete", open);
    }
    levels.record(levelled);
    notices.raiseAll(raised);
  }

  private static LevelChanges.Change change(Judged unit, long resultId, int level, boolean open) {
    Before before = unit.before();
    return new LevelChanges.Change(
        unit.subject(),
        unit.enterpriseName(),
        unit.unitName(),
        resultId,
        before == null,
        before == null ? 0 : before.level(),
        level,
        open);
  }

  private boolean hasManager(long enterpriseId) {
    return !recipients
        .accountsOf(new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, enterpriseId))
        .isEmpty();
  }

  private static NewNotice incompleteNotice(Judged unit, boolean hasManager, long incompleteId) {
    Owner owner =
        hasManager
            ? new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, unit.enterpriseId())
            : new Owner.RoleIn(Role.OFFICER, at(unit.division(), 9));
    return NewNotice.of(
            INCOMPLETE, unit.subject(), unit.title(), "/hazards/incomplete/" + unit.unitId(), owner)
        .withNaturalKey(Long.toString(incompleteId))
        .sentOut();
  }

  /** The division that the first digits name; itself where it is no lower. */
  static DivisionCode at(DivisionCode division, int digits) {
    String code = division.value();
    return code.length() > digits ? new DivisionCode(code.substring(0, digits)) : division;
  }

  private static Act act(Judged unit, Judgement.Result result, Map<String, Object> cause) {
    Map<String, Object> detail = detail(unit, result.edition(), cause);
    detail.put("s", result.s().toPlainString());
    detail.put("r", result.r().toPlainString());
    detail.put("level", result.level());
    return new Act(unit.subject(), detail);
  }

  private static Act act(Judged unit, Judgement.Open open, Map<String, Object> cause) {
    Map<String, Object> detail = detail(unit, open.edition(), cause);
    detail.put(
        "missing",
        open.missing().stream()
            .map(m -> (m.name().isEmpty() ? m.cas() : m.name()) + " " + m.gaps())
            .collect(Collectors.joining("; ")));
    return new Act(unit.subject(), detail);
  }

  private static Map<String, Object> detail(
      Judged unit, String edition, Map<String, Object> cause) {
    Map<String, Object> detail = new TreeMap<>(cause);
    detail.put("unit", unit.unitName());
    detail.put("edition", edition);
    detail.put("exposed_population", unit.exposedPopulation());
    if (unit.before() != null && unit.before().graded()) {
      detail.put("level_before", unit.before().level());
    }
    return detail;
  }
}
