package io.zaikong.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Refuses every handler that does not say by {@link Allow} that this actor may call it. */
@Component
public class AllowInterceptor implements HandlerInterceptor {

  /** Handlers of libraries, which cannot carry the annotation; behind a sign-in all the same. */
  static final Set<String> LIBRARIES =
      Set.of("org.springframework.boot.webmvc.autoconfigure.error", "org.springdoc.webmvc.api");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      if (!isAllowed(method, Actor.findCurrent().orElse(null))) {
        throw new AccessDeniedException("not for this role");
      }
    } else if (!(handler instanceof ResourceHttpRequestHandler)) {
      throw new AccessDeniedException("not a page");
    }
    return true;
  }

  static Optional<Allow> findAllow(HandlerMethod method) {
    Allow onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allow.class);
    return Optional.ofNullable(
        onMethod != null
            ? onMethod
            : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class));
  }

  static boolean isAllowed(HandlerMethod method, @Nullable Actor actor) {
    Set<String> token = actor == null ? null : actor.token();
    return isForRoleOf(method, actor)
        && (token == null
            || findAllow(method).map(a -> a.everyone() || token.contains(a.token())).orElse(true));
  }

  /** Whether the roles may call it, leaving aside what an access token carries. */
  static boolean isForRoleOf(HandlerMethod method, @Nullable Actor actor) {
    Optional<Allow> allow = findAllow(method);
    if (allow.isEmpty()) {
      return LIBRARIES.contains(method.getBeanType().getPackageName());
    }
    Allow to = allow.get();
    return to.everyone() || actor != null && (to.value().length == 0 || actor.hasAny(to.value()));
  }
}
