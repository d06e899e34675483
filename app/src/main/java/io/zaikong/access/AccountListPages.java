package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of the administrator's territory, and a new one. */
@Controller
@Allow(Role.SYSTEM_ADMINISTRATOR)
class AccountListPages {

  private final Accounts accounts;
  private final Divisions divisions;
  private final AccountDesk desk;

  AccountListPages(Accounts accounts, Divisions divisions, AccountDesk desk) {
    this.accounts = accounts;
    this.divisions = divisions;
    this.desk = desk;
  }

  /** An account in the list. */
  record Row(Account account, AccountState state, String place) {}

  @Allow({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
  @GetMapping("/accounts")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    boolean waiting = list.filter("waiting").equals("1");
    List<Account> found = accounts.list(waiting, list.offset(), list.size());
    Map<String, String> names =
        divisions.names(found.stream().map(a -> a.division().value()).distinct().toList());
    model.addAttribute("list", list.withTotal(accounts.count(waiting)));
    model.addAttribute("rows", found.stream().map(a -> row(a, names)).toList());
    model.addAttribute("mayCreate", Actor.getCurrent().hasAny(Role.SYSTEM_ADMINISTRATOR));
    return "access/accounts";
  }

  @GetMapping("/accounts/new")
  String show(Model model) {
    return show(Form.of(Map.of("division", Actor.getCurrent().home().value())), model);
  }

  @PostMapping("/accounts/new")
  String create(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String phone,
      @RequestParam(defaultValue = "") String division,
      Model model) {
    Optional<Division> place = divisions.resolve(division);
    Outcome<Account> outcome =
        place.isPresent()
            ? accounts.create(
                username.strip().toLowerCase(Locale.ROOT), name, phone, place.get().code())
            : Outcome.refused("division", "account.division.unknown", division);
    return switch (outcome) {
      case Done<Account>(Account account) -> "redirect:/accounts/" + account.id();
      case Refused<Account> refused ->
          show(
              Form.of(
                      Map.of(
                          "username", username, "name", name, "phone", phone, "division", division))
                  .withFault(refused),
              model);
    };
  }

  private static String show(Form form, Model model) {
    model.addAttribute("form", form);
    return "access/accountnew";
  }

  private Row row(Account account, Map<String, String> names) {
    String code = account.division().value();
    return new Row(account, desk.stateOf(account), names.getOrDefault(code, code));
  }
}
