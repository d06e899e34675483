package io.zaikong.enterprises;

import io.zaikong.enterprises.EnterpriseReading.Fault;
import io.zaikong.enterprises.EnterpriseReading.Reading;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and changes one record by hand: an officer the whole of it, an enterprise its own fields.
 */
@Service
public class EnterpriseDesk {

  private final Enterprises enterprises;
  private final Divisions divisions;

  EnterpriseDesk(Enterprises enterprises, Divisions divisions) {
    this.enterprises = enterprises;
    this.divisions = divisions;
  }

  /** The id of the record, or what is wrong with the fields; exactly one of the two is there. */
  public record Answer(Optional<Long> id, List<Refused<?>> faults) {

    static Answer done(long id) {
      return new Answer(Optional.of(id), List.of());
    }

    static Answer refused(List<Fault> faults) {
      return new Answer(Optional.empty(), faults.stream().map(Answer::refusal).toList());
    }

    private static Refused<?> refusal(Fault fault) {
      return new Refused<>(fault.key(), fault.parameters(), fault.field().form(), "");
    }
  }

  /** The fields that the actor may change of a record. */
  public static List<Field> fieldsFor(Actor actor) {
    return actor.hasAny(Role.OFFICER) ? List.of(Field.values()) : Field.OWN;
  }

  @Transactional
  public Answer add(Map<Field, String> typed) {
    Reading reading = EnterpriseReading.read(typed);
    if (reading.enterprise().isEmpty()) {
      return Answer.refused(reading.faults());
    }
    Enterprise enterprise = reading.enterprise().get();
    Optional<Fault> outside = findOutside(enterprise);
    if (outside.isPresent()) {
      return Answer.refused(List.of(outside.get()));
    }
    return enterprises
        .add(enterprise)
        .map(Answer::done)
        .orElseGet(() -> Answer.refused(List.of(taken(enterprise))));
  }

  /** Fields that are not typed, and those that the actor may not change, stay as they are. */
  @Transactional
  public Answer change(long id, Map<Field, String> typed) {
    Enterprise before = enterprises.find(id).orElseThrow();
    Map<Field, String> all = texts(before);
    fieldsFor(Actor.getCurrent())
        .forEach(f -> Optional.ofNullable(typed.get(f)).ifPresent(t -> all.put(f, t)));
    Reading reading = EnterpriseReading.read(all);
    if (reading.enterprise().isEmpty()) {
      return Answer.refused(reading.faults());
    }
    Enterprise after = reading.enterprise().get().withId(id);
    if (!after.name().equals(before.name())) {
      after = after.withNamesOf(before);
    }
    Optional<Fault> outside =
        Actor.getCurrent().hasAny(Role.OFFICER) ? findOutside(after) : Optional.empty();
    if (outside.isPresent()) {
      return Answer.refused(List.of(outside.get()));
    }
    if (!after.creditCode().equals(before.creditCode())
        && enterprises.isRegistered(after.creditCode())) {
      return Answer.refused(List.of(taken(after)));
    }
    enterprises.replace(before, after);
    return Answer.done(id);
  }

  /** What stands in the fields, for a form. */
  public static Map<Field, String> texts(Enterprise enterprise) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      texts.put(field, field.text(enterprise));
    }
    return texts;
  }

  private Fault taken(Enterprise enterprise) {
    boolean elsewhere =
        !enterprises.listElsewhere(List.of(enterprise.creditCode().value())).isEmpty();
    return new Fault(
        Field.CREDIT_CODE,
        elsewhere ? "enterprise.registered-elsewhere" : "enterprise.registered",
        List.of());
  }

  /** A record that the actor would not see himself is not his to make. */
  private Optional<Fault> findOutside(Enterprise enterprise) {
    if (divisions.find(enterprise.division()).isEmpty()) {
      return Optional.of(new Fault(Field.DIVISION, "enterprise.division-unknown", List.of()));
    }
    return findOutOfScope(enterprise);
  }

  static Optional<Fault> findOutOfScope(Enterprise enterprise) {
    var scope = Actor.getCurrent().scope();
    if (scope.territory().stream().noneMatch(r -> r.contains(enterprise.division()))) {
      return Optional.of(new Fault(Field.DIVISION, "enterprise.division-outside", List.of()));
    }
    if (enterprise.categories().stream().noneMatch(c -> c.isIn(scope.sectors()))) {
      return Optional.of(new Fault(Field.CATEGORIES, "enterprise.category-outside", List.of()));
    }
    return Optional.empty();
  }
}
