package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the signed-in person as the actor of the request, read anew each time, so that a closed
 * account, a taken role or an ended scope works at once. Sends to the page that is due first:
 * second factor, new password.
 */
class ActorFilter extends OncePerRequestFilter {

  private static final Actor SIGN_IN = Actor.system("actor of a request", Scope.everywhere());
  private static final Set<String> BEFORE_COMPLETE =
      Set.of(
          "/login/passkey",
          "/login",
          "/login/webauthn",
          "/webauthn/authenticate/options",
          "/password",
          "/logout",
          "/language",
          "/theme",
          "/webauthn/register",
          "/webauthn/register/options");

  /** Request attribute with the page that is due first; missing when nothing is. */
  static final String DUE = "zaikong.due";

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final AccessProperties policy;
  private final Clock clock;

  ActorFilter(Accounts accounts, Passkeys passkeys, AccessProperties policy, Clock clock) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || authentication instanceof AnonymousAuthenticationToken
        || request.getServletPath().startsWith("/assets/")) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account =
        SIGN_IN.call(() -> accounts.find(authentication.getName())).filter(a -> !a.closed());
    if (account.isEmpty() && authentication instanceof TokenAuthentication) {
      ApiProblems.unauthorized(request, response, new DisabledException("closed account"));
      return;
    }
    if (account.isEmpty() || isOver(request)) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
      response.sendRedirect("/login?expired");
      return;
    }
    Set<String> token = tokenScopes(authentication);
    String due = token == null ? findDue(account.get(), authentication) : null;
    if (due != null) {
      boolean open = BEFORE_COMPLETE.contains(request.getServletPath());
      if (!open || isSecondRegistration(request, account.get(), due)) {
        response.sendRedirect(due);
        return;
      }
      request.setAttribute(DUE, due);
    }
    Actor actor =
        SIGN_IN.call(() -> accounts.actorOf(account.get(), token, request.getRemoteAddr()));
    bind(due == null ? actor : withoutRights(actor), request, response, chain);
  }

  /** The password alone registers the first passkey and no further one. */
  private boolean isSecondRegistration(HttpServletRequest request, Account account, String due) {
    return due.equals("/login/passkey")
        && request.getServletPath().startsWith("/webauthn/register")
        && !SIGN_IN.call(() -> passkeys.list(account.username())).isEmpty();
  }

  /** Whoever still owes a factor or a password sees nothing yet. */
  private static Actor withoutRights(Actor actor) {
    return new Actor(
        actor.accountId(),
        actor.username(),
        actor.name(),
        actor.home(),
        Set.of(),
        Scope.nothing(),
        actor.token(),
        actor.address());
  }

  private static void bind(
      Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      actor.callThrowing(
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private boolean isOver(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && Instant.ofEpochMilli(session.getCreationTime())
            .plus(policy.sessionLife())
            .isBefore(clock.instant());
  }

  private @Nullable String findDue(Account account, Authentication authentication) {
    Set<String> held =
        authentication.getAuthorities().stream()
            .map(a -> String.valueOf(a.getAuthority()))
            .collect(Collectors.toSet());
    boolean passkey = held.contains(FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
    boolean password = held.contains(FactorGrantedAuthority.PASSWORD_AUTHORITY);
    if (account.passkeyRule() != PasskeyRule.OPTIONAL && !passkey) {
      return "/login/passkey";
    }
    if (account.passkeyRule() == PasskeyRule.SECOND_FACTOR && !password) {
      return "/login";
    }
    Instant changed = account.passwordChangedAt();
    boolean old = changed != null && changed.plus(policy.passwordLife()).isBefore(clock.instant());
    return account.passkeyRule() != PasskeyRule.SOLE && (account.mustChangePassword() || old)
        ? "/password"
        : null;
  }

  private static @Nullable Set<String> tokenScopes(Authentication authentication) {
    if (!(authentication instanceof TokenAuthentication token)) {
      return null;
    }
    return token.scopes();
  }
}
