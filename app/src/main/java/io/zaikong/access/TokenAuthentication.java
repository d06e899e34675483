package io.zaikong.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that came with an access token of an account. */
final class TokenAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String username;
  private final Set<String> scopes;

  TokenAuthentication(String username, Set<String> scopes) {
    super(List.of());
    this.username = username;
    this.scopes = Set.copyOf(scopes);
    super.setAuthenticated(true);
  }

  Set<String> scopes() {
    return scopes;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getPrincipal() {
    return username;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
