package io.zaikong.shell;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.zaikong.shell.MenuEntry.Group;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

/** The contributed entries and map layers, each person seeing those whose handler he may call. */
@Component
class Menu implements SmartInitializingSingleton {

  /** The entries of one group, in order. */
  record Section(Group group, List<MenuEntry> entries) {}

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;
  private final List<MenuEntry> entries;
  private final List<MapLayer> layers;
  private final Map<String, HandlerMethod> handlers = new ConcurrentHashMap<>();

  Menu(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping,
      ObjectProvider<MenuEntry> entries,
      ObjectProvider<MapLayer> layers) {
    this.mapping = mapping;
    this.entries =
        entries.stream()
            .sorted(comparing(MenuEntry::group).thenComparingInt(MenuEntry::order))
            .toList();
    this.layers = layers.stream().sorted(comparingInt(MapLayer::order)).toList();
  }

  /**
   * @throws IllegalStateException when an entry or a layer leads to no page
   */
  @Override
  public void afterSingletonsInstantiated() {
    entries.forEach(entry -> handlerOf(entry.path()));
    layers.forEach(layer -> handlerOf(layer.url()));
  }

  private HandlerMethod handlerOf(String path) {
    return handlers.computeIfAbsent(path, this::findHandler);
  }

  private HandlerMethod findHandler(String path) {
    PathContainer wanted = PathContainer.parsePath(path);
    return mapping.getObject().getHandlerMethods().entrySet().stream()
        .filter(each -> answersGet(each.getKey(), wanted))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an entry leads to no page: " + path));
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

  /** The layers of the map that this person may read. */
  List<MapLayer> layers(Actor actor) {
    return layers.stream().filter(layer -> isAllowed(layer.url(), actor)).toList();
  }

  private boolean isAllowed(String path, @Nullable Actor actor) {
    return actor != null && AllowInterceptor.isAllowed(handlerOf(path), actor);
  }
}
