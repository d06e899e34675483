package io.zaikong.org;

import java.util.Optional;

/** The names of enterprises, told by the register, which knows this package and not the reverse. */
@FunctionalInterface
public interface EnterpriseNames {

  /** Empty for an enterprise that is unknown or out of the actor's sight. */
  Optional<String> find(long enterpriseId);
}
