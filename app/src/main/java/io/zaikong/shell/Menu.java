package io.zaikong.shell;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.zaikong.shell.MenuEntry.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The contributed entries, each person seeing those whose handler he may call. */
@Component
class Menu implements SmartInitializingSingleton {

  /** The entries of one group, in order. */
  record Section(Group group, List<MenuEntry> entries) {}

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;
  private final List<MenuEntry> entries;
  private final Map<String, HandlerMethod> handlers = new HashMap<>();

  Menu(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping,
      ObjectProvider<MenuEntry> entries) {
    this.mapping = mapping;
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
    entries.forEach(entry -> resolve(entry.path()));
  }

  private void resolve(String path) {
    PathContainer wanted = PathContainer.parsePath(path);
    for (var each : mapping.getObject().getHandlerMethods().entrySet()) {
      if (answersGet(each.getKey(), wanted)) {
        handlers.put(path, each.getValue());
        return;
      }
    }
    throw new IllegalStateException("a menu entry leads to no page: " + path);
  }

  private static boolean answersGet(RequestMappingInfo info, PathContainer path) {
    var methods = info.getMethodsCondition().getMethods();
    var patterns = info.getPathPatternsCondition();
    return (methods.isEmpty() || methods.contains(RequestMethod.GET))
        && patterns != null
        && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
  }

  /** The menu of this person, without empty sections. */
  List<Section> sections(@Nullable Actor actor) {
    Map<Group, List<MenuEntry>> byGroup =
        entries.stream()
            .filter(entry -> entry.group() != Group.SETTINGS && isAllowed(entry.path(), actor))
            .collect(groupingBy(MenuEntry::group, TreeMap::new, toList()));
    return byGroup.entrySet().stream()
        .map(each -> new Section(each.getKey(), each.getValue()))
        .toList();
  }

  List<MenuEntry> settings(@Nullable Actor actor) {
    return entries.stream()
        .filter(entry -> entry.group() == Group.SETTINGS && isAllowed(entry.path(), actor))
        .sorted(comparingInt(MenuEntry::order))
        .toList();
  }

  private boolean isAllowed(String path, @Nullable Actor actor) {
    HandlerMethod handler = handlers.get(path);
    return actor != null && handler != null && AllowInterceptor.isAllowed(handler, actor);
  }
}
