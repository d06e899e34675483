package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list to show; null means all.
 *
 * @param also only those that the other list has too
 */
public record EntryFilter(
    @Nullable DivisionCode division,
    @Nullable Category category,
    @Nullable Show show,
    @Nullable Long also,
    @Nullable String text) {

  /**
   * By how the enterprise was found, those set aside, those that count, and of these those whose
   * enterprise the census has received.
   */
  public enum Show {
    NONE,
    CODE,
    NAME,
    PERSON,
    ASIDE,
    COUNTED,
    RECEIVED;

    public String textKey() {
      return "coverage.entry.show." + name();
    }
  }

  public static EntryFilter all() {
    return new EntryFilter(null, null, null, null, null);
  }
}
