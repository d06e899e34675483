package io.zaikong.shell;

import java.util.List;

/** What came of an act: done, or refused for a reason that the person is shown. */
public sealed interface Outcome<T> {

  record Done<T>(T value) implements Outcome<T> {}

  /**
   * @param reason text key of what is wrong and what would make it possible
   * @param parameters the text's parameters
   * @param field the form field at fault; empty when it is the whole act
   * @param clause the legal basis; empty when there is none to cite
   */
  record Refused<T>(String reason, List<String> parameters, String field, String clause)
      implements Outcome<T> {

    public Refused {
      parameters = List.copyOf(parameters);
    }

    /** The same refusal, of an act with another result. */
    public <U> Refused<U> as() {
      return new Refused<>(reason, parameters, field, clause);
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(String field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field, "");
  }

  static <T> Outcome<T> refusedBy(
      String clause, String field, String reason, String... parameters) {
    return new Refused<>(reason, List.of(parameters), field, clause);
  }
}
