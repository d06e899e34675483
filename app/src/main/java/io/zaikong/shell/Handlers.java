package io.zaikong.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Who may open an address, so that nobody is shown a link that would be refused. */
@Component
public class Handlers {

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;

  Handlers(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  /** Whether the person's roles may open it; an access token's limits are not looked at. */
  public boolean mayOpen(String address, @Nullable Actor actor) {
    return find(address).filter(h -> AllowInterceptor.isForRoleOf(h, actor)).isPresent();
  }

  /**
   * @throws IllegalStateException when nothing answers there
   */
  public void require(String address) {
    if (find(address).isEmpty()) {
      throw new IllegalStateException("an address leads nowhere: " + address);
    }
  }

  /** What answers a GET of the address, the most specific one. */
  private Optional<HandlerMethod> find(String address) {
    PathContainer path = PathContainer.parsePath(address.split("[?#]", 2)[0]);
    HandlerMethod best = null;
    PathPattern bestPattern = null;
    for (var each : mapping.getObject().getHandlerMethods().entrySet()) {
      Optional<PathPattern> pattern = findPattern(each.getKey(), path);
      if (pattern.isPresent()
          && (bestPattern == null || pattern.get().compareTo(bestPattern) < 0)) {
        bestPattern = pattern.get();
        best = each.getValue();
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<PathPattern> findPattern(RequestMappingInfo info, PathContainer path) {
    var methods = info.getMethodsCondition().getMethods();
    var patterns = info.getPathPatternsCondition();
    if (patterns == null || !methods.isEmpty() && !methods.contains(RequestMethod.GET)) {
      return Optional.empty();
    }
    return patterns.getPatterns().stream().filter(p -> p.matches(path)).sorted().findFirst();
  }
}
