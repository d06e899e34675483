package io.zaikong.notices;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who stands behind an owner, told by whoever keeps posts and accounts. */
public interface Recipients {

  /**
   * The division whose people have the role today: this one, or the nearest above; this one when
   * there is none. Answers whatever the asker's territory.
   */
  DivisionCode seatOf(Role role, DivisionCode division);

  /** The posts that the person who acts holds today. */
  List<Long> ownPosts();

  /** The open accounts of an owner today, as far as the actor sees them. */
  List<Long> accountsOf(Owner owner);

  /** Names of people by account, as far as the actor sees them. */
  Map<Long, String> names(Collection<Long> accounts);
}
