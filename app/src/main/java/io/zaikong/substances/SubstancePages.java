package io.zaikong.substances;

import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.derivation.Conditions;
import io.zaikong.calc.hazard.derivation.Derivation;
import io.zaikong.calc.hazard.derivation.DerivationRules;
import io.zaikong.calc.hazard.derivation.UnitUse;
import io.zaikong.calc.substance.HazardKind;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of substances, and a substance with its history. A list runs three statements. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SubstancePages {

  private static final int EXPORT_LIMIT = 50_000;

  private final Substances substances;

  SubstancePages(Substances substances) {
    this.substances = substances;
  }

  /** A version with what it changed against the one before. */
  record Revision(SubstanceVersion version, List<SubstanceChanges.Change> changes) {}

  /**
   * The conditions tried out, as typed, and what came of them.
   *
   * @param fault what cannot be read; empty when all can
   */
  record Trial(
      String use,
      String temperature,
      String pressure,
      String process,
      Optional<Derivation> derivation,
      String fault) {}

  record SubstanceView(
      SubstanceVersion standing,
      List<Revision> revisions,
      Trial trial,
      List<String> processes,
      boolean mayChange) {}

  @GetMapping("/substances")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    SubstanceFilter filter = filter(list);
    model.addAttribute("rows", substances.list(filter, list.sort(), list.offset(), list.size()));
    model.addAttribute("list", list.withTotal(substances.count(filter)));
    model.addAttribute("mayChange", substances.mayChange());
    return "substances/substances";
  }

  @GetMapping("/substances/{number}")
  String show(
      @PathVariable String number,
      @RequestParam(defaultValue = "STORAGE") String use,
      @RequestParam(defaultValue = "") String temperature,
      @RequestParam(defaultValue = "") String pressure,
      @RequestParam(defaultValue = "") String process,
      Locale locale,
      Model model) {
    List<SubstanceVersion> versions = substances.listVersions(number);
    if (versions.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Trial trial = trial(versions.getFirst(), use, temperature, pressure, process, locale);
    model.addAttribute(
        "view",
        new SubstanceView(
            versions.getFirst(),
            revisions(versions),
            trial,
            DerivationRules.of(substances.edition()).processes().stream()
                .map(DerivationRules.HazardousProcess::name)
                .toList(),
            substances.mayChange()));
    return "substances/substance";
  }

  /** For a field that asks for a substance: choices by name, alias or CAS number. */
  @GetMapping("/substances/suggest")
  String suggest(@RequestParam(defaultValue = "") String text, Model model) {
    model.addAttribute("found", substances.suggest(text));
    return "substances/suggest";
  }

  @GetMapping("/substances/export")
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<SubstanceVersion> found = substances.export(filter(Listing.of(request)), EXPORT_LIMIT);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"substances.xlsx\"");
    SubstanceWorkbook.write(response.getOutputStream(), found);
  }

  private Trial trial(
      SubstanceVersion standing,
      String use,
      String temperature,
      String pressure,
      String process,
      Locale locale) {
    UnitUse unit =
        Arrays.stream(UnitUse.values())
            .filter(u -> u.name().equals(use))
            .findFirst()
            .orElse(UnitUse.NOT_STATED);
    return switch (substances.read(substances.edition(), temperature, pressure, process, unit)) {
      case Conditions conditions ->
          new Trial(
              unit.name(),
              temperature,
              pressure,
              process,
              Optional.of(substances.derive(standing.entry().facts(), conditions)),
              "");
      case Conditions.Unreadable unreadable -> {
        Problem problem =
            new Problem(
                unreadable.reason(), substances.edition().name(), "", "", unreadable.details());
        yield new Trial(
            unit.name(), temperature, pressure, process, Optional.empty(), problem.text(locale));
      }
    };
  }

  private static List<Revision> revisions(List<SubstanceVersion> versions) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      revisions.add(
          new Revision(
              versions.get(i),
              i + 1 < versions.size()
                  ? SubstanceChanges.between(versions.get(i + 1), versions.get(i))
                  : List.of()));
    }
    return revisions;
  }

  /** What the address asks for; what it cannot mean is left out. */
  static SubstanceFilter filter(Listing list) {
    String text = list.filter("text").toLowerCase(Locale.ROOT);
    return new SubstanceFilter(
        text.isEmpty() ? null : text,
        Arrays.stream(HazardKind.values())
            .filter(k -> k.name().equals(list.filter("kind")))
            .findFirst()
            .orElse(null),
        truth(list.filter("listed")),
        truth(list.filter("verified")),
        truth(list.filter("incomplete")));
  }

  private static @Nullable Boolean truth(String value) {
    return switch (value) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }
}
