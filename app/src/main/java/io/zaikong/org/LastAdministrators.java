package io.zaikong.org;

import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The city always keeps a system administrator and a security administrator: without the one nobody
 * could make an account, without the other nobody could give it a role (GB/T 22239-2019 8.1.5).
 */
@Service
class LastAdministrators {

  private static final List<Role> KEPT =
      List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);

  private final AccountStore store;
  private final Divisions divisions;

  LastAdministrators(AccountStore store, Divisions divisions) {
    this.store = store;
    this.divisions = divisions;
  }

  /**
   * The role that the account is the city's last to hold, when it would be lost.
   *
   * @param scopeId the scope that would end; empty when the account or its role would
   */
  Optional<Role> findRole(Account account, Optional<Long> scopeId, LocalDate today) {
    Optional<Division> city = divisions.findCity();
    Optional<Role> role = KEPT.stream().filter(account.roles()::contains).findFirst();
    if (city.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    store.lockAdministrators();
    List<Long> before = store.listForCity(role.get(), city.get().code(), today, 0);
    if (!before.equals(List.of(account.id()))) {
      return Optional.empty();
    }
    boolean stays =
        scopeId.isPresent()
            && !store.listForCity(role.get(), city.get().code(), today, scopeId.get()).isEmpty();
    return stays ? Optional.empty() : role;
  }

  static Outcome<Account> refusal(Role role) {
    return Outcome.refusedBy(RoleRules.CLAUSE, "", "account.last." + role.name());
  }
}
