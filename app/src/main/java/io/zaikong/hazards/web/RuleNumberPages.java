package io.zaikong.hazards.web;

import io.zaikong.hazards.RuleNumbers;
import io.zaikong.hazards.RuleNumbers.Number;
import io.zaikong.hazards.RuleNumbers.Setting;
import io.zaikong.hazards.Rulings;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 本市取值: a number that no standard fixes, and what the city set of it. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class RuleNumberPages {

  private final RuleNumbers numbers;
  private final Rulings rulings;

  RuleNumberPages(RuleNumbers numbers, Rulings rulings) {
    this.numbers = numbers;
    this.rulings = rulings;
  }

  /** A number as it stands, with what was set before. */
  record NumberView(Number number, BigDecimal value, List<Setting> settings, boolean maySet) {}

  @GetMapping("/hazards/rules/numbers/{name}")
  String show(@PathVariable String name, Model model) {
    return show(find(name), Form.empty(), model);
  }

  private String show(Number number, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute(
        "view",
        new NumberView(
            number,
            Objects.requireNonNull(numbers.standing().get(number)),
            numbers.list(number),
            Actor.getCurrent().hasAny(Role.OFFICER) && rulings.mayRule()));
    return "hazards/web/rulenumber";
  }

  @PostMapping("/hazards/rules/numbers/{name}")
  @Allow(Role.OFFICER)
  String set(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    Number number = find(name);
    Outcome<BigDecimal> outcome =
        value.strip().matches("\\d{1,6}(\\.\\d{1,6})?")
            ? numbers.set(number, new BigDecimal(value.strip()), reason)
            : Outcome.refused("value", "hazards.field.number");
    return switch (outcome) {
      case Outcome.Done<BigDecimal> done -> "redirect:/hazards/rules/numbers/" + name;
      case Outcome.Refused<BigDecimal> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Form form = Form.of(Map.of("value", value, "reason", reason));
        yield show(number, form.withFault(refused), model);
      }
    };
  }

  private static Number find(String name) {
    return Number.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
