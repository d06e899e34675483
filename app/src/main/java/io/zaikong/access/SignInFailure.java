package io.zaikong.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Sends a refused sign-in back to the login page, which says why. */
@Component
class SignInFailure implements AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    String reason =
        switch (refusal) {
          case PasswordSignIn.ThrottledException e -> "throttled";
          case LockedException e -> "locked";
          default -> "wrong";
        };
    response.sendRedirect("/login?refused=" + reason);
  }
}
