package io.zaikong.org.web;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.time.LocalDate;
import java.util.Locale;
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

/** An agency: its posts and people, its offices, a functional zone's townships. */
@Controller
@Allow(Role.SYSTEM_ADMINISTRATOR)
class AgencyPage {

  private final Agencies agencies;
  private final Accounts accounts;
  private final Divisions divisions;
  private final AgencyViews views;

  AgencyPage(Agencies agencies, Accounts accounts, Divisions divisions, AgencyViews views) {
    this.agencies = agencies;
    this.accounts = accounts;
    this.divisions = divisions;
    this.views = views;
  }

  @Allow({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.CHIEF, Role.OFFICER})
  @GetMapping("/agencies/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    return show(getAgency(id), "", Form.empty(), locale, model);
  }

  @PostMapping("/agencies/{id}/posts")
  String addPost(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String title,
      Locale locale,
      Model model) {
    Agency agency = getAgency(id);
    Form form = Form.of(Map.of("title", title));
    return answer(agency, agencies.addPost(id, title), "post", form, locale, model);
  }

  @PostMapping("/agencies/{id}/appoint")
  String appoint(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long post,
      @RequestParam(defaultValue = "") String account,
      Locale locale,
      Model model) {
    Agency agency = getAgency(id);
    Form form = Form.of(Map.of("post", Long.toString(post), "account", account));
    Optional<Account> person = accounts.resolve(account);
    Outcome<Agency> outcome =
        person.isEmpty() || !hasPost(id, post)
            ? Outcome.refused("account", "agency.post.person")
            : agencies.appoint(post, person.get().id());
    return answer(agency, outcome, "appoint", form, locale, model);
  }

  @PostMapping("/agencies/{id}/relieve")
  String relieve(@PathVariable long id, @RequestParam long post, Locale locale, Model model) {
    Agency agency = getAgency(id);
    Outcome<Agency> outcome =
        hasPost(id, post) ? agencies.relieve(post) : Outcome.refused("", "agency.post.vacant");
    return answer(agency, outcome, "acts", Form.empty(), locale, model);
  }

  @PostMapping("/agencies/{id}/close")
  String close(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String day,
      Locale locale,
      Model model) {
    Agency agency = getAgency(id);
    Optional<LocalDate> first = Days.find(day);
    Outcome<Agency> outcome =
        first.isEmpty() ? Outcome.refused("day", "org.date") : agencies.close(id, first.get());
    return answer(agency, outcome, "close", Form.of(Map.of("day", day)), locale, model);
  }

  @PostMapping("/agencies/{id}/townships")
  String delegate(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String township,
      @RequestParam(defaultValue = "") String from,
      Locale locale,
      Model model) {
    Agency agency = getAgency(id);
    Optional<Division> place = divisions.resolve(township);
    Optional<LocalDate> first = Days.find(from);
    Outcome<Agency> outcome;
    if (place.isEmpty()) {
      outcome = Outcome.refused("township", "account.division.unknown", township);
    } else if (first.isEmpty()) {
      outcome = Outcome.refused("from", "org.date");
    } else {
      outcome = agencies.delegate(id, place.get().code(), first.get());
    }
    Form form = Form.of(Map.of("township", township, "from", from));
    return answer(agency, outcome, "delegate", form, locale, model);
  }

  @PostMapping("/agencies/{id}/townships/end")
  String endDelegation(
      @PathVariable long id,
      @RequestParam long delegation,
      @RequestParam(defaultValue = "") String day,
      Locale locale,
      Model model) {
    Agency agency = getAgency(id);
    Optional<LocalDate> first = Days.find(day);
    Outcome<Agency> outcome =
        first.isEmpty()
            ? Outcome.refused("", "org.date")
            : agencies.endDelegation(id, delegation, first.get());
    return answer(agency, outcome, "townships", Form.empty(), locale, model);
  }

  private boolean hasPost(long id, long post) {
    return agencies.listPosts(id).stream().anyMatch(p -> p.id() == post);
  }

  private String answer(
      Agency agency, Outcome<Agency> outcome, String part, Form form, Locale locale, Model model) {
    return switch (outcome) {
      case Done<Agency> done -> "redirect:/agencies/" + agency.id();
      case Refused<Agency> refused ->
          show(agency, part, form.withFault(atShownField(refused, form)), locale, model);
    };
  }

  /** A fault of a field that the form has not is one of the whole form. */
  private static Refused<Agency> atShownField(Refused<Agency> refused, Form form) {
    return form.values().containsKey(refused.field())
        ? refused
        : new Refused<>(refused.reason(), refused.parameters(), "", refused.clause());
  }

  private String show(Agency agency, String part, Form form, Locale locale, Model model) {
    model.addAttribute("view", views.of(agency, part, form, locale));
    return "org/web/agency";
  }

  private Agency getAgency(long id) {
    return agencies
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no agency"));
  }
}
