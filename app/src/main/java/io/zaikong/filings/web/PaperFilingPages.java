package io.zaikong.filings.web;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.NumberSeries;
import io.zaikong.filings.Assessments;
import io.zaikong.filings.Assessments.Report;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingReview;
import io.zaikong.filings.MajorSource;
import io.zaikong.filings.PaperFiling;
import io.zaikong.filings.PaperFilings;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 补录: a filing made on paper, from its certificate, and the scans of it. */
@Controller
@Allow(Role.OFFICER)
class PaperFilingPages {

  private static final String PATH = "/filings/sources/{id}/paper";

  private final PaperFilings papers;
  private final FilingRegister register;
  private final Assessments assessments;
  private final DocumentNumbers numbers;
  private final FilingPages pages;

  PaperFilingPages(
      PaperFilings papers,
      FilingRegister register,
      Assessments assessments,
      DocumentNumbers numbers,
      FilingPages pages) {
    this.papers = papers;
    this.register = register;
    this.assessments = assessments;
    this.numbers = numbers;
    this.pages = pages;
  }

  /**
   * @param isQuantitative whether the source asks for a quantitative part today
   */
  record PaperView(MajorSource source, boolean isQuantitative, Form form) {}

  /** The agency is the one in whose name the own certificates are issued. */
  @GetMapping(PATH)
  String form(@PathVariable long id, Model model) {
    String agency =
        numbers.listOwn(FilingReview.CERTIFICATE).stream()
            .findFirst()
            .map(NumberSeries::issuer)
            .orElse("");
    return show(source(id), Form.of(Map.of("agency", agency)), model);
  }

  @PostMapping(PATH)
  String takeOver(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @RequestParam("file") MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    MajorSource source = source(id);
    return switch (papers.takeOver(source, paper(typed), report(file))) {
      case Done<Filing>(Filing filing) -> "redirect:/filings/" + filing.id();
      case Refused<Filing> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(source, Form.of(typed).withFault(refused), model);
      }
    };
  }

  @PostMapping("/filings/{id:\\d+}/scans")
  String addScan(
      @PathVariable long id,
      @RequestParam("file") MultipartFile file,
      Model model,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    return switch (papers.addScan(pages.filing(id), report(file))) {
      case Done<Attachment> done -> "redirect:/filings/" + id;
      case Refused<Attachment> refused ->
          pages.refuse(id, Form.empty().withFault(refused), model, locale, response);
    };
  }

  private static PaperFiling paper(Map<String, String> typed) {
    String level = typed.getOrDefault("level", "");
    return new PaperFiling(
        typed.getOrDefault("number", ""),
        Listing.findDay(typed.getOrDefault("certifiedOn", "")).orElse(null),
        typed.getOrDefault("agency", ""),
        Listing.findDay(typed.getOrDefault("filedOn", "")).orElse(null),
        Listing.findDay(typed.getOrDefault("assessedOn", "")).orElse(null),
        level.matches("[1-4]") ? Integer.valueOf(level) : null,
        typed.containsKey("quantitativeDone"));
  }

  private static Report report(MultipartFile file) throws IOException {
    return new Report(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
  }

  private String show(MajorSource source, Form form, Model model) {
    boolean isQuantitative = assessments.quantitativeRisk(source).isRequired();
    model.addAttribute("view", new PaperView(source, isQuantitative, form));
    return "filings/web/paper";
  }

  private MajorSource source(long id) {
    return register
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        .standing()
        .source();
  }
}
