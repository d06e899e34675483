package io.zaikong.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The contributed conditions of a record, for its page. */
@Component
public class Conditions {

  private final ObjectProvider<Condition> conditions;
  private final Clock clock;

  Conditions(ObjectProvider<Condition> conditions, Clock clock) {
    this.conditions = conditions;
    this.clock = clock;
  }

  /** A condition with what came of it. */
  public record Examined(String textKey, Condition.Result result) {

    public Tone tone() {
      return switch (result) {
        case Condition.Met met -> Tone.GOOD;
        case Condition.NotMet notMet -> Tone.BAD;
        case Condition.NotYetAssessed notYet -> Tone.WARNING;
      };
    }

    /** Why, in words; what is a text key among the parameters too. */
    public String why(Words words) {
      return switch (result) {
        case Condition.Met met -> words.text("shell.condition.met");
        case Condition.NotYetAssessed notYet -> words.text("shell.condition.not_yet");
        case Condition.NotMet notMet ->
            words.text(
                notMet.reason(),
                notMet.parameters().stream().map(p -> inWords(p, words)).toArray());
      };
    }

    public String clause() {
      return result instanceof Condition.NotMet notMet ? notMet.clause() : "";
    }
  }

  /** Text keys with commas between them in words, anything else as it is. */
  public static String inWords(String parameter, Words words) {
    List<String> keys = List.of(parameter.split(",", -1));
    return keys.stream().allMatch(words::has)
        ? String.join("、", keys.stream().map(words::text).toList())
        : parameter;
  }

  /** On the day of asking; those that are not asked of the record are left out. */
  public List<Examined> examine(String subject, long id) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    return conditions
        .orderedStream()
        .filter(c -> c.subject().equals(subject))
        .flatMap(c -> c.examine(id, today).map(r -> new Examined(c.textKey(), r)).stream())
        .toList();
  }
}
