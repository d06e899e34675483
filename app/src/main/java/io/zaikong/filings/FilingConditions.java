package io.zaikong.filings;

import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.Lack.Topic;
import io.zaikong.hazards.SourceStates;
import io.zaikong.shell.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is asked of every major source: assessed, filed, accountable persons named, checked; and,
 * before it is removed, cancelled.
 */
@Configuration
class FilingConditions {

  /** Of one topic; empty for what is not major and not filed. */
  private record OfTopic(FilingRegister register, Topic topic) implements Condition {

    @Override
    public String textKey() {
      return "filings.condition." + topic.name();
    }

    @Override
    public String subject() {
      return "hazards.unit";
    }

    @Override
    public Optional<Result> examine(long id, LocalDate day) {
      return register
          .find(id, day)
          .filter(e -> e.standing().isBound() || e.standing().filed() != null)
          .map(this::result);
    }

    private Result result(Entry entry) {
      String href = "/filings/sources/" + entry.standing().source().id();
      List<Lack> lacks =
          entry.lacks().stream().filter(l -> l.kind().topic() == topic && !l.isAhead()).toList();
      if (lacks.isEmpty()) {
        return topic == Topic.CHECKS && isAnyoneMissing(entry)
            ? new NotYetAssessed(href)
            : new Met(href);
      }
      Lack first = lacks.getFirst();
      return first.kind() == Lack.Kind.NOT_ASSESSED || first.kind() == Lack.Kind.INCOMPLETE
          ? new NotYetAssessed(href)
          : new NotMet(first.textKey(), first.parameters(), first.clause(), href);
    }

    /** Where nobody is named, nobody can be late with a check; that is not the same as in time. */
    private static boolean isAnyoneMissing(Entry entry) {
      return entry.lacks().stream()
          .anyMatch(l -> l.kind().topic() == Topic.ACCOUNTABLE && !l.isAhead());
    }
  }

  /** A source is not removed while a filing of it is in force, or with the bureau. */
  private record Cancelled(FilingRegister register) implements Condition {

    @Override
    public String textKey() {
      return "filings.condition.CANCELLED";
    }

    @Override
    public String subject() {
      return SourceStates.REMOVAL;
    }

    @Override
    public Optional<Result> examine(long id, LocalDate day) {
      return register.find(id, day).map(Entry::standing).map(Cancelled::result);
    }

    private static Result result(Standing standing) {
      String href = "/filings/sources/" + standing.source().id();
      return standing.filed() == null && !standing.isWaiting()
          ? new Met(href)
          : new NotMet("filings.not_cancelled", List.of(), "40号令第二十七条", href);
    }
  }

  @Bean
  Condition cancelled(FilingRegister register) {
    return new Cancelled(register);
  }

  @Bean
  Condition assessed(FilingRegister register) {
    return new OfTopic(register, Topic.ASSESSMENT);
  }

  @Bean
  Condition filed(FilingRegister register) {
    return new OfTopic(register, Topic.FILING);
  }

  @Bean
  Condition accountable(FilingRegister register) {
    return new OfTopic(register, Topic.ACCOUNTABLE);
  }

  @Bean
  Condition checked(FilingRegister register) {
    return new OfTopic(register, Topic.CHECKS);
  }
}
