package io.zaikong.hazards;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

  /** More in a fireworks store than it is permitted. */
  public enum Excess {
    /** 超量. */
    QUANTITY(SourceFields.EXPLOSIVE_STORED, SourceFields.EXPLOSIVE_LIMIT),
    /** 超员. */
    PEOPLE(SourceFields.PEOPLE_PRESENT, SourceFields.PEOPLE_LIMIT);

    /** That forbids it. */
    public static final String CLAUSE = "93号令第十九条";

    private final String actual;
    private final String permitted;

    Excess(String actual, String permitted) {
      this.actual = actual;
      this.permitted = permitted;
    }

    /** The text key of its name. */
    public String textKey() {
      return "hazards.excess." + name();
    }

    /** The key of the field that exceeds, and of the field that permits. */
    public String actual() {
      return actual;
    }

    public String permitted() {
      return permitted;
    }

    /** What is not stated exceeds nothing; as much as permitted is no excess. */
    private boolean isIn(Map<String, String> values) {
      String is = values.get(actual);
      String may = values.get(permitted);
      return is != null && may != null && new BigDecimal(is).compareTo(new BigDecimal(may)) > 0;
    }

    static List<Excess> of(Map<String, String> values) {
      return Arrays.stream(values()).filter(e -> e.isIn(values)).toList();
    }
  }

  public String value(String key) {
    return values.getOrDefault(key, "");
  }
}
