package io.zaikong.hazards.web;

import io.zaikong.calc.hazard.Beta;
import io.zaikong.calc.hazard.Designation;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.PresumedBeta;
import io.zaikong.calc.hazard.Substance;
import io.zaikong.calc.tailings.PondEdition;
import io.zaikong.hazards.RuleNumbers;
import io.zaikong.hazards.Rulings;
import io.zaikong.hazards.Rulings.Renewal;
import io.zaikong.hazards.Rulings.Ruling;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import io.zaikong.substances.Interpretations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * 规则目录: every value of the edition in force, and the bureau's rulings. An officer of the city
 * rules: he keeps the registers that a ruling changes, while a chief changes nothing.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class RulePages {

  private final Rulings rulings;
  private final RuleNumbers numbers;
  private final Interpretations interpretations;
  private final ObjectProvider<Rulings.Table> others;
  private final Texts texts;

  RulePages(
      Rulings rulings,
      RuleNumbers numbers,
      Interpretations interpretations,
      ObjectProvider<Rulings.Table> others,
      Texts texts) {
    this.rulings = rulings;
    this.numbers = numbers;
    this.interpretations = interpretations;
    this.others = others;
    this.texts = texts;
  }

  /**
   * The catalogue.
   *
   * @param unverified rows of all tables that are not verified
   * @param renewal the last regrading of all units by other rules
   */
  record CatalogueView(
      Edition edition,
      List<Edition> editions,
      List<RuleTables.Section> sections,
      int unverified,
      Optional<Renewal> renewal,
      boolean mayRule) {}

  /**
   * A row of table 1.
   *
   * @param presumed its β as presumed before any ruling; empty when table 3 fixes it
   * @param mayRule whether this person may rule on it
   */
  record RuleView(
      Edition edition,
      Substance row,
      Beta beta,
      Optional<PresumedBeta> presumed,
      List<Designation> designations,
      List<Ruling> rulings,
      boolean mayRule) {}

  @GetMapping("/hazards/rules")
  String list(HttpServletRequest request, Locale locale, Model model) {
    Listing list = Listing.of(request);
    Edition edition = rulings.edition();
    List<RuleTables.Section> sections =
        sections(edition, locale, list.filter("text"), list.filter("state").equals("unverified"));
    int unverified =
        sections(edition, locale, "", true).stream().mapToInt(s -> s.rows().size()).sum();
    model.addAttribute("list", list);
    model.addAttribute(
        "view",
        new CatalogueView(
            edition,
            Edition.listAll(),
            sections,
            unverified,
            rulings.findRenewal(),
            Actor.getCurrent().hasAny(Role.OFFICER) && rulings.mayRule()));
    return "hazards/web/rules";
  }

  private List<RuleTables.Section> sections(
      Edition edition, Locale locale, String text, boolean unverifiedOnly) {
    Words words = texts.in(locale);
    return Stream.of(
            RuleTables.of(edition, locale, text, unverifiedOnly).stream(),
            Stream.of(
                RuleTables.ofInterpretations(
                    interpretations.listStanding(), words, text, unverifiedOnly),
                RuleTables.ofPonds(PondEdition.gb39496Of2020(), words, text, unverifiedOnly),
                RuleTables.ofStores(words, text, unverifiedOnly)),
            others
                .orderedStream()
                .map(table -> RuleTables.ofOthers(table, words, text, unverifiedOnly)),
            Stream.of(RuleTables.ofNumbers(numbers.standing(), words, text, unverifiedOnly)))
        .flatMap(sections -> sections)
        .toList();
  }

  @GetMapping("/hazards/rules/{no}")
  String show(@PathVariable int no, Model model) {
    return showWith(no, Form.empty(), model);
  }

  private String showWith(int no, Form form, Model model) {
    Edition edition = rulings.edition();
    Substance row =
        edition.tables().table1().stream()
            .filter(s -> s.no() == no)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Beta beta = edition.getBeta(no);
    model.addAttribute("form", form);
    model.addAttribute(
        "view",
        new RuleView(
            edition,
            row,
            beta,
            edition.tables().presumedBetas().stream().filter(p -> p.no() == no).findFirst(),
            edition.tables().designations().stream().filter(d -> d.no() == no).toList(),
            rulings.list(edition.name(), no),
            beta.source() != Beta.Source.TABLE_3
                && Actor.getCurrent().hasAny(Role.OFFICER)
                && rulings.mayRule()));
    return "hazards/web/rule";
  }

  @PostMapping("/hazards/rules/{no}")
  @Allow(Role.OFFICER)
  String rule(
      @PathVariable int no,
      @RequestParam String beta,
      @RequestParam String reason,
      Model model,
      HttpServletResponse response) {
    Outcome<Ruling> outcome =
        isNumber(beta.strip())
            ? rulings.rule(no, new BigDecimal(beta.strip()), reason)
            : Outcome.refused("beta", "hazards.ruling.beta");
    return switch (outcome) {
      case Done<Ruling> done -> "redirect:/hazards/rules/" + no;
      case Refused<Ruling> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield showWith(
            no, Form.of(Map.of("beta", beta, "reason", reason)).withFault(refused), model);
      }
    };
  }

  /** Short enough that no exponent or length makes work. */
  private static boolean isNumber(String typed) {
    return typed.matches("\\d{1,6}(\\.\\d{1,20})?");
  }
}
