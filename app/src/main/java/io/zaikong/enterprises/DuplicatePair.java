package io.zaikong.enterprises;

import java.util.List;

/** Two records that may be one enterprise, and why. */
public record DuplicatePair(Enterprise one, Enterprise other, List<Reason> reasons) {

  public DuplicatePair {
    reasons = List.copyOf(reasons);
  }

  /** Why two records may be one enterprise. */
  public enum Reason {
    /**
     * The part of the code that names the organization is the same (GB 32100-2015, 9th to 17th).
     */
    SAME_ORGANIZATION,
    SAME_NAME,
    /** One bears a name that the other has borne. */
    FORMER_NAME,
    /** Same address in the same township, and the same principal or telephone. */
    SAME_PLACE;

    public String textKey() {
      return "enterprise.duplicate." + name();
    }
  }
}
