package io.zaikong.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What waits for the person who acts; a capability contributes one as a bean. */
public interface TodoCounter {

  /**
   * One row of the inbox.
   *
   * @param kindKey text key of the kind of matter
   * @param title the matter itself, such as an enterprise's name; empty for a group of matters
   * @param count how many matters the row stands for
   * @param due the earliest date by law; empty when there is none
   * @param actKey text key of the next act, a verb
   * @param href where the next act is done
   */
  record Todo(
      String kindKey,
      String title,
      long count,
      Optional<LocalDate> due,
      String actKey,
      String href) {}

  /** The matters that wait for the current actor; rows that count nothing are left out. */
  List<Todo> listTodos();
}
