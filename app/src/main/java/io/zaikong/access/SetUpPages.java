package io.zaikong.access;

import io.zaikong.access.SetUp.Person;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.SetupView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: opened once, by the link on the terminal. */
@Controller
@Allow(everyone = true)
class SetUpPages {

  private final SetUp setUp;

  SetUpPages(SetUp setUp) {
    this.setUp = setUp;
  }

  @GetMapping("/setup")
  String show(
      @RequestParam(defaultValue = "") String key, Model model, HttpServletResponse response) {
    if (!setUp.isOpen(key)) {
      response.setStatus(HttpStatus.GONE.value());
      return "access/setupclosed";
    }
    model.addAttribute("setup", new SetupView(key, Form.of(Map.of("city", "370300"))));
    return "shell/setup";
  }

  @PostMapping("/setup")
  String finish(HttpServletRequest request, Model model, HttpServletResponse response) {
    String link = value(request, "link");
    if (!setUp.isOpen(link)) {
      response.setStatus(HttpStatus.GONE.value());
      return "access/setupclosed";
    }
    String city = value(request, "city");
    Outcome<?> outcome =
        DivisionCode.isValid(city)
            ? setUp.finish(
                link,
                new DivisionCode(city),
                value(request, "bureau"),
                person(request, "administrator"),
                person(request, "security"))
            : Outcome.refused("city", "setup.city.unknown", city);
    if (outcome instanceof Refused<?> refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("setup", new SetupView(link, typed(request).withFault(refused)));
      return "shell/setup";
    }
    return "redirect:/login";
  }

  /** Everything but the passwords, which are typed again. */
  private static Form typed(HttpServletRequest request) {
    Map<String, String> values = new HashMap<>();
    for (String field :
        new String[] {
          "city",
          "bureau",
          "administratorName",
          "administratorUsername",
          "securityName",
          "securityUsername"
        }) {
      values.put(field, value(request, field));
    }
    return Form.of(values);
  }

  private static Person person(HttpServletRequest request, String prefix) {
    return new Person(
        value(request, prefix + "Username"),
        value(request, prefix + "Name"),
        value(request, prefix + "Password"));
  }

  private static String value(HttpServletRequest request, String field) {
    return Objects.requireNonNullElse(request.getParameter(field), "").strip();
  }
}
