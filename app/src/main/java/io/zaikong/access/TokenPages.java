package io.zaikong.access;

import io.zaikong.access.Tokens.Token;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * One's own access tokens, and those of the territory's accounts for the security administrator. A
 * list runs two statements.
 */
@Controller
@Allow
class TokenPages {

  private static final String DAYS = "90";

  private final Tokens tokens;
  private final TokenScopes scopes;
  private final Accounts accounts;
  private final AccessProperties policy;
  private final Clock clock;

  TokenPages(
      Tokens tokens, TokenScopes scopes, Accounts accounts, AccessProperties policy, Clock clock) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.accounts = accounts;
    this.policy = policy;
    this.clock = clock;
  }

  /** A token in a list with how it stands. */
  record Row(Token token, Tone tone, String stateKey) {

    public List<String> scopes() {
      return token.scopes().stream().sorted().toList();
    }

    public boolean isOpen() {
      return tone == Tone.GOOD;
    }
  }

  @GetMapping("/settings/tokens")
  String listOwn(Model model) {
    return listOwn(Form.of(Map.of("days", DAYS)), model);
  }

  /** Shows the token in the answer itself, so that it stands nowhere else. */
  @PostMapping("/settings/tokens")
  String make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(name = "scopes", defaultValue = "") List<String> wanted,
      @RequestParam(defaultValue = "") String days,
      Model model) {
    Form form = Form.of(Map.of("name", name, "days", days, "scopes", String.join(",", wanted)));
    return switch (tokens.makeOwn(name, Set.copyOf(wanted), days.strip())) {
      case Done<String>(String secret) -> {
        model.addAttribute("name", name.strip());
        model.addAttribute("secret", secret);
        yield "access/tokennew";
      }
      case Refused<String> refused -> listOwn(form.withFault(refused), model);
    };
  }

  @PostMapping("/settings/tokens/revoke")
  String revokeOwn(@RequestParam long id) {
    tokens.revoke(getAccount(Actor.getCurrent().accountId()), id);
    return "redirect:/settings/tokens";
  }

  @Allow(Role.SECURITY_ADMINISTRATOR)
  @GetMapping("/tokens")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    model.addAttribute("list", list.withTotal(tokens.countInSight()));
    model.addAttribute("rows", rows(tokens.listInSight(list.offset(), list.size())));
    return "access/tokens";
  }

  @Allow(Role.SECURITY_ADMINISTRATOR)
  @PostMapping("/tokens/revoke")
  String revoke(@RequestParam long account, @RequestParam long id) {
    tokens.revoke(getAccount(account), id);
    return "redirect:/tokens";
  }

  private String listOwn(Form form, Model model) {
    Actor actor = Actor.getCurrent();
    model.addAttribute("rows", rows(tokens.list(actor.accountId())));
    model.addAttribute("scopes", scopes.listFor(actor.roles()));
    model.addAttribute("longest", policy.tokenLife().toDays());
    model.addAttribute("form", form);
    return "access/owntokens";
  }

  private List<Row> rows(List<Token> found) {
    return found.stream().map(this::row).toList();
  }

  private Row row(Token token) {
    if (token.isOpen(clock.instant())) {
      return new Row(token, Tone.GOOD, "tokens.state.OPEN");
    }
    return token.revokedAt() != null
        ? new Row(token, Tone.QUIET, "tokens.state.REVOKED")
        : new Row(token, Tone.QUIET, "tokens.state.EXPIRED");
  }

  private Account getAccount(long id) {
    return accounts
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no account"));
  }
}
