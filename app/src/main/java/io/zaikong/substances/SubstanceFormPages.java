package io.zaikong.substances;

import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Forms by which an officer of the city adds or changes a substance. */
@Controller
@Allow(Role.OFFICER)
class SubstanceFormPages {

  private final Substances substances;

  SubstanceFormPages(Substances substances) {
    this.substances = substances;
  }

  /**
   * @param number empty for a new substance
   */
  record FormView(String number, String title, Form form) {

    String action() {
      return number.isEmpty() ? "/substances/new" : "/substances/" + number + "/edit";
    }

    String back() {
      return number.isEmpty() ? "/substances" : "/substances/" + number;
    }
  }

  @GetMapping("/substances/new")
  String create(Model model) {
    return form("", "", Form.of(Map.of("confidence", SubstanceConfidence.CONFIRMED.name())), model);
  }

  @PostMapping("/substances/new")
  String create(@RequestParam Map<String, String> typed, Model model) {
    return save("", "", typed, substances::add, model);
  }

  @GetMapping("/substances/{number}/edit")
  String edit(@PathVariable String number, Model model) {
    SubstanceVersion standing = getStanding(number);
    return form(number, standing.entry().facts().name(), SubstanceForms.of(standing), model);
  }

  @PostMapping("/substances/{number}/edit")
  String edit(@PathVariable String number, @RequestParam Map<String, String> typed, Model model) {
    String seen = typed.getOrDefault("version", "");
    int version = seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
    return save(
        number,
        getStanding(number).entry().facts().name(),
        typed,
        draft -> substances.change(number, version, draft),
        model);
  }

  private String save(
      String number,
      String title,
      Map<String, String> typed,
      Function<SubstanceDraft, Outcome<SubstanceVersion>> act,
      Model model) {
    Map<String, String> values = new LinkedHashMap<>();
    SubstanceForms.FIELDS.forEach(field -> values.put(field, typed.getOrDefault(field, "")));
    Form form = Form.of(values);
    return switch (SubstanceForms.read(form, substances.edition())) {
      case SubstanceForms.Typed.Faulty faulty -> form(number, title, faulty.form(), model);
      case SubstanceForms.Typed.Readable readable ->
          switch (act.apply(readable.draft())) {
            case Done<SubstanceVersion> done -> "redirect:/substances/" + done.value().number();
            case Refused<SubstanceVersion> refused ->
                form(number, title, form.withFault(refused), model);
          };
    };
  }

  private static String form(String number, String title, Form form, Model model) {
    model.addAttribute("view", new FormView(number, title, form));
    return "substances/substanceform";
  }

  private SubstanceVersion getStanding(String number) {
    return substances
        .find(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
