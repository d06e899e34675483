package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Owner;
import io.zaikong.notices.Recipients;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people behind the owners of notices, as posts and roles are held today. */
@Service
class Owners implements Recipients {

  private final OwnerStore store;
  private final Clock clock;

  Owners(OwnerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public DivisionCode seatOf(Role role, DivisionCode division) {
    return store.findSeat(role, division, today()).orElse(division);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> ownPosts() {
    return store.listOwnPosts(today());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> accountsOf(Owner owner) {
    return switch (owner) {
      case Owner.Person(long accountId) -> store.listOpen(accountId);
      case Owner.Post(long postId) -> store.listHolding(postId, today());
      case Owner.RoleIn(Role role, DivisionCode division) ->
          store.listWithRole(role, division, today());
      case Owner.RoleOf(Role role, long enterpriseId) ->
          store.listOfEnterprise(role, enterpriseId, today());
    };
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, String> names(Collection<Long> accounts) {
    return store.names(accounts);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
  }
}
