package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.PasswordView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's own password. */
@Controller
@Allow
class PasswordPage {

  private final PasswordChange change;

  PasswordPage(PasswordChange change) {
    this.change = change;
  }

  @GetMapping("/password")
  String show(HttpServletRequest request, Model model) {
    return show(Form.empty(), request, model);
  }

  @PostMapping("/password")
  String change(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String repeated,
      HttpServletRequest request,
      Model model) {
    Outcome<Account> outcome =
        change.changeOwn(current, password, repeated, request.getSession().getId());
    if (outcome instanceof Refused<Account> refused) {
      return show(Form.empty().withFault(refused), request, model);
    }
    request.changeSessionId();
    return "redirect:/";
  }

  private static String show(Form form, HttpServletRequest request, Model model) {
    boolean due = request.getAttribute(ActorFilter.DUE) != null;
    model.addAttribute("password", new PasswordView(Actor.getCurrent().username(), due, form));
    return "shell/password";
  }
}
