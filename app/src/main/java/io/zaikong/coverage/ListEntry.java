package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, as it was written, and which enterprise of the register it is.
 *
 * @param rowNo as Excel shows it
 * @param creditCode empty when the list has none
 * @param enterpriseName of the matched enterprise; empty without one
 * @param aside why it does not count; null when it does
 * @param decidedBy who matched it or set it aside; empty while only the program has judged
 */
public record ListEntry(
    long id,
    long listId,
    int rowNo,
    String creditCode,
    String name,
    DivisionCode division,
    String address,
    Category category,
    Match match,
    @Nullable Long enterpriseId,
    String enterpriseName,
    String enterpriseCode,
    @Nullable Aside aside,
    String asideNote,
    String decidedBy) {

  /** How its enterprise was found. */
  public enum Match {
    CODE,
    NAME,
    PERSON,
    NONE;

    public String textKey() {
      return "coverage.match." + name();
    }
  }

  /** Why a row does not count. */
  public enum Aside {
    NOT_ENTERPRISE,
    CLOSED,
    DUPLICATE;

    public String textKey() {
      return "coverage.aside." + name();
    }
  }

  public String path() {
    return "/census/lists/" + listId + "/entries/" + id;
  }
}
