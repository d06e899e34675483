package io.zaikong.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that a record has to meet, known by another capability than the record's own, which
 * contributes it as a bean.
 */
public interface Condition {

  /** What is asked, in words. */
  String textKey();

  /**
   * Schema and table of the records that it is about, such as {@code hazards.unit}; or a step of
   * theirs that it has to allow, by the step's own name.
   */
  String subject();

  /** Whether a record meets it on a day; empty where it is not asked of the record. */
  Optional<Result> examine(long id, LocalDate day);

  /** An answer, with the page of the record that it rests on. */
  sealed interface Result {
    String href();
  }

  record Met(String href) implements Result {}

  /**
   * @param reason text key, {@code parameters} of it; a parameter of text keys with commas between
   *     them is put in words
   * @param clause the legal basis; empty when there is none to cite
   */
  record NotMet(String reason, List<String> parameters, String clause, String href)
      implements Result {

    public NotMet {
      parameters = List.copyOf(parameters);
    }
  }

  /** Nobody has looked yet. */
  record NotYetAssessed(String href) implements Result {}
}
