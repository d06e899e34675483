package io.zaikong.access;

import io.zaikong.access.SetUp.Person;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.SetupView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: shown to whoever has the link, once. */
@Controller
@Allow(everyone = true)
class SetUpPage {

  private final SetUp setUp;

  SetUpPage(SetUp setUp) {
    this.setUp = setUp;
  }

  @GetMapping("/setup")
  String show(
      @RequestParam(defaultValue = "") String key, Model model, HttpServletResponse response) {
    return show(key, Form.empty(), model, response);
  }

  @PostMapping("/setup")
  String finish(
      @RequestParam(defaultValue = "") String link,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response) {
    Outcome<Account> outcome = finish(link, fields);
    if (!(outcome instanceof Refused<Account> refused)) {
      return "redirect:/login";
    }
    Map<String, String> kept = new HashMap<>(fields);
    kept.keySet().removeIf(name -> name.endsWith("Password"));
    return show(link, Form.of(kept).withFault(refused), model, response);
  }

  private Outcome<Account> finish(String link, Map<String, String> fields) {
    String city = fields.getOrDefault("city", "").strip();
    if (!DivisionCode.isValid(city)) {
      return Outcome.refused("city", "setup.city.unknown", city);
    }
    return setUp.finish(
        link,
        new DivisionCode(city),
        fields.getOrDefault("bureau", ""),
        person(fields, "administrator"),
        person(fields, "security"));
  }

  private static Person person(Map<String, String> fields, String who) {
    return new Person(
        fields.getOrDefault(who + "Username", "").strip().toLowerCase(Locale.ROOT),
        fields.getOrDefault(who + "Name", ""),
        fields.getOrDefault(who + "Password", ""));
  }

  private String show(String link, Form form, Model model, HttpServletResponse response) {
    if (!setUp.isOpen(link)) {
      response.setStatus(HttpServletResponse.SC_GONE);
      return "access/setuplink";
    }
    model.addAttribute("setup", new SetupView(link, form));
    return "shell/setup";
  }
}
