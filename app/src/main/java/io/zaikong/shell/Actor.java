package io.zaikong.shell;

import io.zaikong.kit.DivisionCode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person with an account, or the system for a stated reason. Bound to the thread for a
 * request or a job; every transaction takes its scope from here.
 *
 * @param accountId 0 for the system
 * @param username the account's name; for the system its reason
 * @param name the person's name as shown
 * @param home the division of the actor's agency or enterprise
 * @param token what the access token carries that the actor came with; null for a session or the
 *     system, which are not limited further
 * @param address where the request came from; empty for the system's own work
 */
public record Actor(
    long accountId,
    String username,
    String name,
    DivisionCode home,
    Set<Role> roles,
    Scope scope,
    @Nullable Set<String> token,
    String address) {

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();
  private static final DivisionCode NOWHERE = new DivisionCode("990000");

  public Actor {
    roles = Set.copyOf(roles);
    token = token == null ? null : Set.copyOf(token);
  }

  /** The system acting for a reason; only the classes of a tested list may make one. */
  public static Actor system(String reason, Scope scope) {
    return new Actor(0, reason, reason, NOWHERE, Set.of(), scope, null, "");
  }

  /** The same, acting for a request that came from this address. */
  public Actor withAddress(String from) {
    return new Actor(accountId, username, name, home, roles, scope, token, from);
  }

  public static Optional<Actor> findCurrent() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /**
   * @throws IllegalStateException when nobody acts: a page or job that forgot to say for whom
   */
  public static Actor getCurrent() {
    return findCurrent().orElseThrow(() -> new IllegalStateException("nobody acts in this thread"));
  }

  public boolean isSystem() {
    return accountId == 0;
  }

  public <T> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  public <T, X extends Exception> T callThrowing(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  public boolean hasAny(Role... wanted) {
    for (Role role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
