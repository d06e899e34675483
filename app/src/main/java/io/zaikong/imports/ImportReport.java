package io.zaikong.imports;

import java.util.List;

/**
 * What the check of a workbook found, and later what its import did.
 *
 * @param things that the workbook has, such as units
 * @param steps of the import's progress bar
 * @param importable whether there is anything that can be taken in
 * @param found what the check counted; parameters of the kind's texts, in order
 * @param errorCount all errors; {@code errors} holds the first of them
 * @param notes what the person should know though it is no error
 * @param done what the import did; parameters of the kind's text, empty before it
 */
public record ImportReport(
    int things,
    int steps,
    boolean importable,
    List<Count> found,
    int errorCount,
    List<RowError> errors,
    List<RowError> notes,
    List<Count> done) {

  public ImportReport {
    found = List.copyOf(found);
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
    done = List.copyOf(done);
  }

  /** So many of something; the name is the journal's. */
  public record Count(String name, int value) {}

  ImportReport withDone(List<Count> counts) {
    return new ImportReport(things, steps, importable, found, errorCount, errors, notes, counts);
  }

  /** What was found, and the number of errors as the last. */
  public Object[] foundParameters() {
    Object[] parameters = new Object[found.size() + 1];
    for (int i = 0; i < found.size(); i++) {
      parameters[i] = found.get(i).value();
    }
    parameters[found.size()] = errorCount;
    return parameters;
  }

  public Object[] doneParameters() {
    return done.stream().map(Count::value).toArray();
  }
}
