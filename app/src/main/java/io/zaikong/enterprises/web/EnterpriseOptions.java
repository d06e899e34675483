package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Affiliation;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.EnterpriseSize;
import io.zaikong.enterprises.Field;
import io.zaikong.enterprises.OperatingState;
import io.zaikong.enterprises.PersonPost;
import io.zaikong.shell.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the list can be filtered by, and what the form offers to choose from. */
public final class EnterpriseOptions {

  private EnterpriseOptions() {}

  public static Map<String, String> categories(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Category category : Category.values()) {
      options.put(category.name(), page.text(category.textKey()));
    }
    return options;
  }

  public static Map<String, String> sizes(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (EnterpriseSize size : EnterpriseSize.values()) {
      options.put(size.name(), page.text(size.textKey()));
    }
    return options;
  }

  public static Map<String, String> affiliations(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Affiliation affiliation : Affiliation.values()) {
      options.put(affiliation.name(), page.text(affiliation.textKey()));
    }
    return options;
  }

  public static Map<String, String> states(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (OperatingState state : OperatingState.values()) {
      options.put(state.name(), page.text(state.textKey()));
    }
    return options;
  }

  public static Map<String, String> posts(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (PersonPost post : PersonPost.values()) {
      options.put(post.name(), page.text(post.textKey()));
    }
    return options;
  }

  /** Choices of a field of the form, by what is written in it; empty for a field without. */
  public static Map<String, String> choices(Page page, Field field) {
    Map<String, String> options = new LinkedHashMap<>();
    if (!field.choices().isEmpty()) {
      options.put("", "");
      field
          .choices()
          .forEach((word, key) -> options.put(word, key.isEmpty() ? word : page.text(key)));
    }
    return options;
  }

  /** The words of the categories that a form's text names. */
  public static Set<String> chosen(String categories) {
    return List.of(categories.split("、")).stream().collect(Collectors.toSet());
  }
}
