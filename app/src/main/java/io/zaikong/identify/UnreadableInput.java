package io.zaikong.identify;

import java.util.List;

/** Input that is not the JSON asked for; one line a fault, each saying what and where. */
final class UnreadableInput extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  UnreadableInput(String line) {
    this(List.of(line));
  }

  UnreadableInput(List<String> lines) {
    super(String.join("; ", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
