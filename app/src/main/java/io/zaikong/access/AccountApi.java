package io.zaikong.access;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for programs, without anything that helps to sign in. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR},
    token = "accounts:read")
class AccountApi {

  private final Accounts accounts;
  private final Clock clock;

  AccountApi(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** An account without its secrets. */
  record Item(
      long id,
      String username,
      String personName,
      DivisionCode division,
      List<Role> roles,
      AccountState state) {}

  /** An account with what it was given, ended grants too. */
  record ItemWithScopes(Item account, List<ScopeGrant> scopes) {}

  /**
   * Accounts of the territory by name.
   *
   * @param waiting only those that wait for a role
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/accounts")
  Slice<Item> list(
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    return Slice.of(
        page,
        size,
        () -> accounts.count(waiting),
        (offset, limit) -> accounts.list(waiting, offset, limit).stream().map(this::item).toList());
  }

  /** 404 also for an account out of sight. */
  @GetMapping("/accounts/{id}")
  ItemWithScopes show(@PathVariable long id) {
    Account account = accounts.find(id).orElseThrow(Slice::notFound);
    return new ItemWithScopes(item(account), accounts.listScopes(id));
  }

  private Item item(Account account) {
    return new Item(
        account.id(),
        account.username(),
        account.personName(),
        account.division(),
        account.roles().stream().sorted().toList(),
        AccountState.of(account, clock.instant()));
  }
}
