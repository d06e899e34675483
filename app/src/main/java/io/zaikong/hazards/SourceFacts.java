package io.zaikong.hazards;

import java.time.Instant;
import java.util.Map;

/**
 * A version of what was declared of a source.
 *
 * @param reason why it was declared or changed
 * @param values by the key of the field; what is not known is missing
 */
public record SourceFacts(
    long id, Instant declaredAt, String declaredBy, String reason, Map<String, String> values) {

  public SourceFacts {
    values = Map.copyOf(values);
  }

  public String value(String key) {
    return values.getOrDefault(key, "");
  }
}
