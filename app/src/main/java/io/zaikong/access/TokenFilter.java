package io.zaikong.access;

import io.zaikong.access.Tokens.Presented;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in a call to the API by {@code Authorization: Bearer TOKEN}. */
class TokenFilter extends OncePerRequestFilter {

  private static final Actor CHECK = Actor.system("access token", Scope.everywhere());
  private static final String BEARER = "Bearer ";

  private final Tokens tokens;

  TokenFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      String secret = header.substring(BEARER.length()).strip();
      Optional<Presented> presented = CHECK.call(() -> tokens.find(secret));
      if (presented.isPresent()) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
            new TokenAuthentication(presented.get().username(), presented.get().scopes()));
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }
}
