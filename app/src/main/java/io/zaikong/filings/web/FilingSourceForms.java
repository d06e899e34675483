package io.zaikong.filings.web;

import io.zaikong.filings.Accountable;
import io.zaikong.filings.AccountableRole;
import io.zaikong.filings.Accountables;
import io.zaikong.filings.Assessment;
import io.zaikong.filings.Assessments;
import io.zaikong.filings.Assessments.Draft;
import io.zaikong.filings.Assessments.Report;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRules;
import io.zaikong.filings.FilingRules.Duty;
import io.zaikong.filings.MajorSource;
import io.zaikong.filings.QuantitativeRisk;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What is recorded about a source: an assessment, a cause, a person, a check. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingSourceForms {

  private static final String PATH = "/filings/sources/{id}";

  private final FilingRegister register;
  private final Assessments assessments;
  private final Accountables accountables;

  FilingSourceForms(FilingRegister register, Assessments assessments, Accountables accountables) {
    this.register = register;
    this.assessments = assessments;
    this.accountables = accountables;
  }

  /**
   * @param kind which form: assessment, cause, person or check
   * @param role of the person; null for the others
   */
  record FormView(
      String kind,
      MajorSource source,
      Form form,
      QuantitativeRisk risk,
      @Nullable AccountableRole role,
      List<Duty> duties) {}

  @GetMapping(PATH + "/assessments/new")
  String assessment(@PathVariable long id, Model model) {
    return show("assessment", source(id), Form.empty(), null, model);
  }

  @PostMapping(PATH + "/assessments/new")
  String assess(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @RequestParam("file") MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    MajorSource source = source(id);
    Outcome<Long> outcome =
        assessments.record(
            source,
            new Draft(
                Listing.findDay(typed.getOrDefault("completedOn", "")).orElse(null),
                constant(Assessment.Kind.values(), typed.getOrDefault("kind", "")),
                typed.getOrDefault("assessor", ""),
                typed.containsKey("quantitativeDone")),
            new Report(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
    return answer("assessment", outcome, source, typed, null, model, response);
  }

  @GetMapping(PATH + "/causes/new")
  String cause(@PathVariable long id, Model model) {
    return show("cause", source(id), Form.empty(), null, model);
  }

  @PostMapping(PATH + "/causes/new")
  String recordCause(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    MajorSource source = source(id);
    String acceptance = typed.getOrDefault("acceptanceOn", "");
    Outcome<Long> outcome =
        !acceptance.isBlank() && Listing.findDay(acceptance).isEmpty()
            ? Outcome.refused("acceptanceOn", "filings.day.wrong")
            : assessments.recordCause(
                source,
                constant(Assessment.CauseKind.values(), typed.getOrDefault("kind", "")),
                Listing.findDay(typed.getOrDefault("occurredOn", "")).orElse(null),
                typed.getOrDefault("reason", ""),
                Listing.findDay(acceptance).orElse(null));
    return answer("cause", outcome, source, typed, null, model, response);
  }

  @GetMapping(PATH + "/persons/{role}")
  String person(@PathVariable long id, @PathVariable AccountableRole role, Model model) {
    MajorSource source = source(id);
    String current = Long.toString(current(source, role).map(Accountable::id).orElse(0L));
    return show("person", source, Form.of(Map.of("replaces", current)), role, model);
  }

  @PostMapping(PATH + "/persons/{role}")
  String namePerson(
      @PathVariable long id,
      @PathVariable AccountableRole role,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    MajorSource source = source(id);
    String replaces = typed.getOrDefault("replaces", "");
    Outcome<Long> outcome =
        accountables.name(
            source,
            role,
            replaces.matches("\\d{1,18}") ? Long.parseLong(replaces) : 0,
            typed.getOrDefault("name", ""),
            typed.getOrDefault("post", ""),
            typed.getOrDefault("phone", ""),
            Listing.findDay(typed.getOrDefault("from", "")).orElse(null));
    return answer("person", outcome, source, typed, role, model, response);
  }

  @GetMapping(PATH + "/checks/{role}")
  String check(@PathVariable long id, @PathVariable AccountableRole role, Model model) {
    return show("check", source(id), Form.empty(), role, model);
  }

  @PostMapping(PATH + "/checks/{role}")
  String recordCheck(
      @PathVariable long id,
      @PathVariable AccountableRole role,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    MajorSource source = source(id);
    Outcome<Long> outcome =
        accountables.check(
            source,
            role,
            Listing.findDay(typed.getOrDefault("doneOn", "")).orElse(null),
            typed.getOrDefault("findings", ""));
    return answer("check", outcome, source, typed, role, model, response);
  }

  private String answer(
      String kind,
      Outcome<Long> outcome,
      MajorSource source,
      Map<String, String> typed,
      @Nullable AccountableRole role,
      Model model,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<Long> done -> "redirect:/filings/sources/" + source.id();
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(kind, source, Form.of(typed).withFault(refused), role, model);
      }
    };
  }

  private String show(
      String kind, MajorSource source, Form form, @Nullable AccountableRole role, Model model) {
    model.addAttribute(
        "view",
        new FormView(
            kind,
            source,
            form,
            assessments.quantitativeRisk(source),
            role,
            role == null ? List.of() : FilingRules.current().dutiesOf(role)));
    return "filings/web/sourceform";
  }

  private Optional<Accountable> current(MajorSource source, AccountableRole role) {
    return accountables.list(source.id()).stream()
        .filter(p -> p.role() == role && p.to() == null)
        .findFirst();
  }

  private MajorSource source(long id) {
    return register
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        .standing()
        .source();
  }

  private static <E extends Enum<E>> @Nullable E constant(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
  }
}
