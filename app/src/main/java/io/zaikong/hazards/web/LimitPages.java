package io.zaikong.hazards.web;

import io.zaikong.calc.hazard.derivation.Interpretation;
import io.zaikong.hazards.Rulings;
import io.zaikong.hazards.Rulings.Progress;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Page;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import io.zaikong.substances.Interpretations;
import io.zaikong.substances.Interpretations.Ruling;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A limit of the derivation with the rulings on it, and how far units have been graded anew by
 * each; the rule catalogue leads here.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class LimitPages {

  private static final String PATH = "/hazards/rules/limits/";

  private final Interpretations interpretations;
  private final Rulings rulings;
  private final Clock clock;

  LimitPages(Interpretations interpretations, Rulings rulings, Clock clock) {
    this.interpretations = interpretations;
    this.rulings = rulings;
    this.clock = clock;
  }

  /**
   * A limit.
   *
   * @param edition its name
   * @param packaged as it was before any ruling
   * @param progress how far the units have been graded anew, by the id of the ruling
   * @param standing the id of the ruling that stands today; 0 for none
   */
  record LimitView(
      String edition,
      Interpretation now,
      Interpretation packaged,
      List<Ruling> rulings,
      Map<Long, Progress> progress,
      long standing,
      LocalDate today,
      boolean mayRule) {

    String name(Page page) {
      return page.words().locale().getLanguage().equals("zh")
          ? packaged.chinese()
          : packaged.english();
    }

    /** How far the packaged value was checked. */
    String provenance(Page page) {
      return page.words().locale().getLanguage().equals("zh")
          ? packaged.provenance().chinese()
          : packaged.provenance().english();
    }

    /** A number with its unit; of a choice yes or no. */
    String value(BigDecimal value, Page page) {
      if (packaged.isChoice()) {
        return page.text(value.signum() == 0 ? "substances.no" : "substances.yes");
      }
      return value.stripTrailingZeros().toPlainString() + " " + packaged.unit();
    }

    Map<String, String> choices(Page page) {
      Map<String, String> choices = new LinkedHashMap<>();
      choices.put("1", page.text("substances.yes"));
      choices.put("0", page.text("substances.no"));
      return choices;
    }
  }

  @GetMapping(PATH + "{key}")
  String show(@PathVariable String key, Model model) {
    return show(key, Form.of(Map.of("from", today().toString())), model);
  }

  @Allow(Role.OFFICER)
  @PostMapping(PATH + "{key}")
  String rule(
      @PathVariable String key,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    Optional<LocalDate> day = day(from.strip());
    Outcome<Ruling> outcome =
        !value.strip().matches("-?\\d{1,4}(\\.\\d{1,6})?")
            ? Outcome.refused("value", "substances.limit.number")
            : day.isEmpty()
                ? Outcome.refused("from", "substances.limit.day")
                : interpretations.rule(key, new BigDecimal(value.strip()), day.get(), reason);
    return switch (outcome) {
      case Done<Ruling> done -> "redirect:" + PATH + key;
      case Refused<Ruling> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> typed = Map.of("value", value, "from", from, "reason", reason);
        yield show(key, Form.of(typed).withFault(refused), model);
      }
    };
  }

  private String show(String key, Form form, Model model) {
    Interpretation packaged =
        interpretations
            .findPackaged(key)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Interpretation now =
        interpretations.listStanding().stream()
            .filter(i -> i.key().equals(key))
            .findFirst()
            .orElse(packaged);
    List<Ruling> all = interpretations.list(key);
    long standing =
        all.stream().filter(r -> !r.from().isAfter(today())).findFirst().map(Ruling::id).orElse(0L);
    boolean mayRule = packaged.mayBeRuled() && interpretations.mayRule();
    model.addAttribute("form", form);
    model.addAttribute(
        "view",
        new LimitView(
            interpretations.edition().name(),
            now,
            packaged,
            all,
            rulings.listProgressByLimit(all.stream().map(Ruling::id).toList()),
            standing,
            today(),
            mayRule));
    return "hazards/web/limit";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE);
  }
}
