package io.zaikong.shell;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.zaikong.shell.MenuEntry.Group;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The contributed entries, each person seeing those whose handler he may call. */
@Component
class Menu implements SmartInitializingSingleton {

  /** The entries of one group, in order. */
  record Section(Group group, List<MenuEntry> entries) {}

  private final Handlers handlers;
  private final List<MenuEntry> entries;

  Menu(Handlers handlers, ObjectProvider<MenuEntry> entries) {
    this.handlers = handlers;
    this.entries =
        entries.stream()
            .sorted(comparing(MenuEntry::group).thenComparingInt(MenuEntry::order))
            .toList();
  }

  /**
   * @throws IllegalStateException when an entry leads to no page
   */
  @Override
  public void afterSingletonsInstantiated() {
    entries.forEach(entry -> handlers.require(entry.path()));
  }

  /** The menu of this person, without empty sections. */
  List<Section> sections(@Nullable Actor actor) {
    Map<Group, List<MenuEntry>> byGroup =
        entries.stream()
            .filter(
                entry -> entry.group() != Group.SETTINGS && handlers.mayOpen(entry.path(), actor))
            .collect(groupingBy(MenuEntry::group, TreeMap::new, toList()));
    return byGroup.entrySet().stream()
        .map(each -> new Section(each.getKey(), each.getValue()))
        .toList();
  }

  List<MenuEntry> settings(@Nullable Actor actor) {
    return entries.stream()
        .filter(entry -> entry.group() == Group.SETTINGS && handlers.mayOpen(entry.path(), actor))
        .sorted(comparingInt(MenuEntry::order))
        .toList();
  }
}
