package io.zaikong.workbook;

import java.util.List;

/** What came of opening bytes as a workbook. */
public sealed interface Opening {

  /** The bytes are a workbook within the limits; every sheet has been read to its end once. */
  record Opened(Workbook workbook) implements Opening {}

  /**
   * The bytes are no workbook, or one that is not taken.
   *
   * @param code such as {@code dtd}; the text's key is {@link #key()}
   * @param parameters the text's parameters in order
   */
  record Refused(String code, List<String> parameters) implements Opening {

    public Refused {
      parameters = List.copyOf(parameters);
    }

    /** The key of the text in {@code texts_*.properties}. */
    public String key() {
      return "workbook.refused." + code;
    }
  }
}
