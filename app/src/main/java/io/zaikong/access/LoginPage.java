package io.zaikong.access;

import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.LoginView;
import io.zaikong.shell.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page; the sign-in itself is Spring Security's. */
@Controller
@Allow(everyone = true)
class LoginPage {

  @GetMapping("/login")
  String show(
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(required = false) @Nullable String expired,
      @RequestParam(required = false) @Nullable String out,
      Model model) {
    boolean complete = Actor.findCurrent().filter(a -> !a.roles().isEmpty()).isPresent();
    if (complete && refused == null) {
      return "redirect:/";
    }
    model.addAttribute("login", view(refused, expired != null, out != null));
    return "shell/login";
  }

  private static LoginView view(@Nullable String refused, boolean expired, boolean out) {
    if (refused != null) {
      String reason =
          switch (refused) {
            case "locked", "throttled" -> refused;
            case "busy" -> "throttled";
            default -> "wrong";
          };
      return new LoginView("", Tone.BAD, "shell.login.refused." + reason);
    }
    if (expired) {
      return new LoginView("", Tone.NEUTRAL, "shell.login.expired");
    }
    return new LoginView("", Tone.NEUTRAL, out ? "shell.login.out" : "");
  }
}
