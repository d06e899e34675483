package io.zaikong.enterprises;

import java.time.Instant;
import java.util.List;

/**
 * An act on an enterprise's record.
 *
 * @param act such as {@code enterprise.register}; its text key is {@code act.} and the act
 * @param note the name of what was added or closed, or of the other record of a merge
 */
public record EnterpriseChange(
    long enterpriseId, String act, Instant at, String by, List<FieldChange> fields, String note) {

  public EnterpriseChange {
    fields = List.copyOf(fields);
  }
}
