package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An account: its state, roles, scopes and history, and what an administrator may do to it. */
@Controller
@Allow({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
class AccountPage {

  private static final Set<String> GRANT_FIELDS =
      Set.of("division", "zone", "enterprise", "assignment", "sectors", "from", "to");

  private final Accounts accounts;
  private final AccountDesk desk;
  private final AccountViews views;

  AccountPage(Accounts accounts, AccountDesk desk, AccountViews views) {
    this.accounts = accounts;
    this.desk = desk;
    this.views = views;
  }

  @GetMapping("/accounts/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    return show(getAccount(id), "", Form.empty(), locale, model);
  }

  @Allow(Role.SECURITY_ADMINISTRATOR)
  @PostMapping("/accounts/{id}/roles")
  String assignRoles(
      @PathVariable long id,
      @RequestParam(defaultValue = "") List<Role> role,
      Locale locale,
      Model model) {
    Account account = getOpenAccount(id);
    Form form =
        Form.of(Map.of("role", role.stream().map(Role::name).collect(Collectors.joining(","))));
    return answer(
        account, accounts.assignRoles(id, Set.copyOf(role)), "roles", form, locale, model);
  }

  @Allow(Role.SECURITY_ADMINISTRATOR)
  @PostMapping("/accounts/{id}/scopes")
  String grantScope(
      @PathVariable long id,
      @RequestParam(defaultValue = "") List<String> sectors,
      @RequestParam Map<String, String> fields,
      Locale locale,
      Model model) {
    Account account = getOpenAccount(id);
    Form form = Form.of(fields).with("sectors", String.join(",", sectors));
    Outcome<Account> outcome = desk.grant(account, form, Set.copyOf(sectors));
    return answer(account, outcome, "grant", form, locale, model);
  }

  @Allow(Role.SECURITY_ADMINISTRATOR)
  @PostMapping("/accounts/{id}/scopes/end")
  String endScope(@PathVariable long id, @RequestParam long scope, Locale locale, Model model) {
    Account account = getAccount(id);
    return answer(account, desk.endScope(account, scope), "acts", Form.empty(), locale, model);
  }

  @Allow(Role.SECURITY_ADMINISTRATOR)
  @PostMapping("/accounts/{id}/unlock")
  String unlock(@PathVariable long id) {
    accounts.unlock(getAccount(id).id());
    return "redirect:/accounts/" + id;
  }

  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @PostMapping("/accounts/{id}/close")
  String close(@PathVariable long id, Locale locale, Model model) {
    Account account = getOpenAccount(id);
    return answer(account, desk.close(account), "acts", Form.empty(), locale, model);
  }

  /** Shows the password in the answer itself, so that it stands nowhere else. */
  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @PostMapping("/accounts/{id}/password")
  String resetPassword(@PathVariable long id, Locale locale, Model model) {
    Account account = getOpenAccount(id);
    return switch (desk.resetPassword(account)) {
      case Done<String>(String password) -> {
        model.addAttribute("account", account);
        model.addAttribute("password", password);
        yield "access/accountpassword";
      }
      case Refused<String> refused ->
          show(account, "acts", Form.empty().withFault(refused), locale, model);
    };
  }

  private String answer(
      Account account,
      Outcome<Account> outcome,
      String part,
      Form form,
      Locale locale,
      Model model) {
    return switch (outcome) {
      case Done<Account> done -> "redirect:/accounts/" + done.value().id();
      case Refused<Account> refused ->
          show(account, part, form.withFault(atShownField(refused)), locale, model);
    };
  }

  /** A fault of a field that the page has not is one of the whole form. */
  private static Refused<Account> atShownField(Refused<Account> refused) {
    return GRANT_FIELDS.contains(refused.field())
        ? refused
        : new Refused<>(refused.reason(), refused.parameters(), "", refused.clause());
  }

  private String show(Account account, String part, Form form, Locale locale, Model model) {
    model.addAttribute("view", views.of(account, part, form, locale));
    return "access/account";
  }

  private Account getAccount(long id) {
    return accounts
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no account"));
  }

  /** A closed account is only looked at. */
  private Account getOpenAccount(long id) {
    Account account = getAccount(id);
    if (account.closed()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the account is closed");
    }
    return account;
  }
}
