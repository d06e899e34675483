package io.zaikong.coverage.web;

import io.zaikong.coverage.EntryFilter;
import io.zaikong.coverage.ListEntry.Aside;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.enterprises.Category;
import io.zaikong.shell.Page;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The choices of the pages' filters and fields. */
final class CoverageOptions {

  private CoverageOptions() {}

  static Map<String, String> shows(Page page) {
    return options(page, List.of(Show.values()), Show::textKey);
  }

  static Map<String, String> entryShows(Page page) {
    return options(page, List.of(EntryFilter.Show.values()), EntryFilter.Show::textKey);
  }

  static Map<String, String> categories(Page page, Collection<Category> categories) {
    return options(page, categories, Category::textKey);
  }

  static Map<String, String> allCategories(Page page) {
    return categories(page, Arrays.asList(Category.values()));
  }

  static Map<String, String> asides(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "");
    options.putAll(options(page, List.of(Aside.values()), Aside::textKey));
    return options;
  }

  private static <E extends Enum<E>> Map<String, String> options(
      Page page, Collection<E> constants, Function<E, String> textKey) {
    Map<String, String> options = new LinkedHashMap<>();
    constants.forEach(c -> options.put(c.name(), page.text(textKey.apply(c))));
    return options;
  }
}
