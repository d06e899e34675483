package io.zaikong.access;

import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which of the token scopes open anything to a person: those of the handlers that he may call. */
@Component
class TokenScopes {

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;

  TokenScopes(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  /** In alphabetical order. */
  Set<String> listFor(Set<Role> roles) {
    Set<String> scopes = new TreeSet<>();
    for (HandlerMethod handler : mapping.getObject().getHandlerMethods().values()) {
      Allow onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
      Allow allow =
          onMethod == null
              ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allow.class)
              : onMethod;
      if (allow != null
          && Tokens.SCOPES.contains(allow.token())
          && (allow.value().length == 0
              || List.of(allow.value()).stream().anyMatch(roles::contains))) {
        scopes.add(allow.token());
      }
    }
    return scopes;
  }
}
