package io.zaikong.enterprises.web;

import io.zaikong.enterprises.DuplicatePair;
import io.zaikong.enterprises.Duplicates;
import io.zaikong.enterprises.Duplicates.Merger;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 疑似重复: pairs of records that may be one enterprise; a person merges them or tells them apart. */
@Controller
@Allow(Role.OFFICER)
class DuplicatePages {

  private static final int SHOWN = 100;

  private final Duplicates duplicates;
  private final PlaceNames places;

  DuplicatePages(Duplicates duplicates, PlaceNames places) {
    this.duplicates = duplicates;
    this.places = places;
  }

  /** A suspected pair, with the names of where they lie. */
  record Pair(DuplicatePair pair, String onePlace, String otherPlace) {}

  @GetMapping("/duplicates")
  String list(Model model) {
    return listWith(Form.empty(), model);
  }

  /** What merging would do, and whose accounts it moves. */
  @GetMapping("/duplicates/merge")
  String prepare(
      @RequestParam long merged,
      @RequestParam long survivor,
      HttpServletResponse response,
      Model model) {
    return switch (duplicates.prepare(merged, survivor)) {
      case Done<Merger>(Merger merger) -> {
        model.addAttribute("merger", merger);
        yield "enterprises/web/merger";
      }
      case Refused<Merger> refused -> refused(refused.as(), response, model);
    };
  }

  @PostMapping("/duplicates/merge")
  String merge(
      @RequestParam long merged,
      @RequestParam long survivor,
      HttpServletResponse response,
      Model model) {
    Outcome<Enterprise> outcome = duplicates.merge(merged, survivor);
    return answer(outcome, "redirect:/enterprises/" + survivor, response, model);
  }

  @PostMapping("/duplicates/apart")
  String tellApart(
      @RequestParam long one, @RequestParam long other, HttpServletResponse response, Model model) {
    return answer(duplicates.tellApart(one, other), "redirect:/duplicates", response, model);
  }

  private String answer(
      Outcome<Enterprise> outcome, String done, HttpServletResponse response, Model model) {
    return switch (outcome) {
      case Done<Enterprise> ignored -> done;
      case Refused<Enterprise> refused -> refused(refused, response, model);
    };
  }

  private String refused(Refused<Enterprise> refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return listWith(Form.empty().withFault(refused), model);
  }

  private String listWith(Form form, Model model) {
    List<Pair> pairs =
        duplicates.list(SHOWN).stream()
            .map(p -> new Pair(p, places.of(p.one().division()), places.of(p.other().division())))
            .toList();
    model.addAttribute("pairs", pairs);
    model.addAttribute("form", form);
    return "enterprises/web/duplicates";
  }
}
