package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.LoginView;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.PasskeyView;
import io.zaikong.shell.PasswordView;
import io.zaikong.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Login, second factor, and the change of one's own password. */
@Controller
class SignInPages {

  private static final Map<String, LoginView> NOTICES =
      Map.of(
          "refused=wrong", new LoginView("", Tone.BAD, "shell.login.refused.wrong"),
          "refused=locked", new LoginView("", Tone.BAD, "shell.login.refused.locked"),
          "refused=throttled", new LoginView("", Tone.BAD, "shell.login.refused.throttled"),
          "expired", new LoginView("", Tone.WARNING, "shell.login.expired"),
          "out", new LoginView("", Tone.GOOD, "shell.login.out"));

  private final Accounts accounts;
  private final OwnPassword ownPassword;
  private final PublicKeyCredentialUserEntityRepository users;
  private final UserCredentialRepository credentials;

  SignInPages(
      Accounts accounts,
      OwnPassword ownPassword,
      PublicKeyCredentialUserEntityRepository users,
      UserCredentialRepository credentials) {
    this.accounts = accounts;
    this.ownPassword = ownPassword;
    this.users = users;
    this.credentials = credentials;
  }

  @Allow(everyone = true)
  @GetMapping("/login")
  String login(HttpServletRequest request, Model model) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    model.addAttribute("login", NOTICES.getOrDefault(query, new LoginView("", Tone.NEUTRAL, "")));
    return "shell/login";
  }

  @Allow
  @GetMapping("/login/passkey")
  String passkey(Model model) {
    var user = users.findByUsername(Actor.getCurrent().username());
    boolean registered = user != null && !credentials.findByUserId(user.getId()).isEmpty();
    model.addAttribute("passkey", new PasskeyView(registered, "/login/passkey"));
    return "shell/passkey";
  }

  @Allow
  @GetMapping("/password")
  String password(Model model) {
    return password(model, Form.empty());
  }

  @Allow
  @PostMapping("/password")
  String change(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String repeated,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!password.equals(repeated)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return password(
          model,
          Form.empty().withFault(new Refused<>("password.repeated", List.of(), "repeated", "")));
    }
    return switch (ownPassword.change(current, password, request.getSession().getId())) {
      case Refused<?> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield password(model, Form.empty().withFault(refused));
      }
      default -> "redirect:/";
    };
  }

  private String password(Model model, Form form) {
    String username = Actor.getCurrent().username();
    boolean due = accounts.find(username).map(Account::mustChangePassword).orElse(false);
    model.addAttribute("password", new PasswordView(username, due, form));
    return "shell/password";
  }
}
