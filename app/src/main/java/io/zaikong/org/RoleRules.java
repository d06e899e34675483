package io.zaikong.org;

import io.zaikong.shell.Role;
import java.util.Set;

/** Which roles may stand on one account (GB/T 22239-2019 8.1.5: 三权分立). */
final class RoleRules {

  static final String CLAUSE = "GB/T 22239-2019 8.1.5";

  private RoleRules() {}

  /** Whether one account may hold all of these: an administrator's role stands alone. */
  static boolean areCompatible(Set<Role> roles) {
    return roles.size() <= 1 || roles.stream().noneMatch(Role::isAdministrator);
  }
}
