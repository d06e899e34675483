package io.zaikong.shell;

import io.zaikong.shell.Outcome.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person has typed, and what is wrong with it: shown again beside the fields, so that
 * nothing is asked twice.
 */
public record Form(Map<String, String> values, List<Refused<?>> faults) {

  public Form {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  public static Form empty() {
    return new Form(Map.of(), List.of());
  }

  /** A form filled with what is known already. */
  public static Form of(Map<String, String> values) {
    return new Form(values, List.of());
  }

  public Form withFault(Refused<?> fault) {
    return new Form(values, List.of(fault));
  }

  public Form with(String field, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(field, value);
    return new Form(more, faults);
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /**
   * What is wrong with a field, with the clause; empty when nothing is. The field "" is the act.
   */
  public String error(String field, Words words) {
    return faults.stream()
        .filter(fault -> fault.field().equals(field))
        .findFirst()
        .map(fault -> inWords(fault, words))
        .orElse("");
  }

  /** What is wrong, whatever the field: for a page that no longer shows the form. */
  public String firstError(Words words) {
    return faults.stream().findFirst().map(fault -> inWords(fault, words)).orElse("");
  }

  private static String inWords(Refused<?> fault, Words words) {
    String text = words.text(fault.reason(), fault.parameters().toArray());
    return fault.clause().isEmpty()
        ? text
        : words.text("shell.form.by_clause", text, fault.clause());
  }
}
