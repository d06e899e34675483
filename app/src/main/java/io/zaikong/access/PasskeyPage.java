package io.zaikong.access;

import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.PasskeyView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The second factor, and the person's own passkeys. */
@Controller
@Allow
class PasskeyPage {

  /** A passkey as listed. */
  record Row(String id, String label, Instant created, Instant lastUsed) {}

  private final Passkeys passkeys;
  private final Accounts accounts;

  PasskeyPage(Passkeys passkeys, Accounts accounts) {
    this.passkeys = passkeys;
    this.accounts = accounts;
  }

  @GetMapping("/login/passkey")
  String showFactor(HttpServletRequest request, Model model) {
    if (request.getAttribute(ActorFilter.DUE) == null) {
      return "redirect:/";
    }
    boolean registered = !passkeys.list(Actor.getCurrent().username()).isEmpty();
    model.addAttribute("passkey", new PasskeyView(registered, "/login/passkey"));
    return "shell/passkey";
  }

  @GetMapping("/settings/passkeys")
  String list(Model model) {
    List<Row> rows =
        passkeys.list(Actor.getCurrent().username()).stream().map(PasskeyPage::row).toList();
    model.addAttribute("rows", rows);
    return "access/passkeys";
  }

  @GetMapping("/settings/passkeys/delete")
  String confirm(@RequestParam String id, Model model) {
    CredentialRecord key =
        passkeys
            .findOwn(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no passkey"));
    model.addAttribute("row", row(key));
    model.addAttribute("isNeeded", isNeeded());
    return "access/passkeydelete";
  }

  @PostMapping("/settings/passkeys/delete")
  String delete(@RequestParam String id) {
    if (!isNeeded()) {
      passkeys.deleteOwn(id);
    }
    return "redirect:/settings/passkeys";
  }

  /** Whether this is the last passkey of an account that cannot sign in without one. */
  private boolean isNeeded() {
    Actor actor = Actor.getCurrent();
    return passkeys.list(actor.username()).size() == 1
        && accounts
            .find(actor.accountId())
            .filter(account -> account.passkeyRule() != PasskeyRule.OPTIONAL)
            .isPresent();
  }

  private static Row row(CredentialRecord key) {
    return new Row(
        key.getCredentialId().toBase64UrlString(),
        key.getLabel(),
        key.getCreated(),
        key.getLastUsed());
  }
}
