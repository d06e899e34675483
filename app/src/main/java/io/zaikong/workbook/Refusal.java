package io.zaikong.workbook;

import java.util.List;

/** Carries a refusal out of the parsers; never leaves the package. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<String> parameters;

  Refusal(String code, String... parameters) {
    super(code, null, false, false);
    this.code = code;
    this.parameters = List.of(parameters);
  }

  Opening.Refused value() {
    return new Opening.Refused(code, parameters);
  }
}
