package io.zaikong.hazards.web;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.Attachments;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.Download;
import io.zaikong.documents.FileType;
import io.zaikong.documents.IssuedDocument;
import io.zaikong.documents.IssuedDocuments;
import io.zaikong.documents.NumberSeries;
import io.zaikong.documents.Owner;
import io.zaikong.documents.Papers;
import io.zaikong.documents.Papers.Paper;
import io.zaikong.documents.RecordFiles;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 文书与附件 of a unit: its worksheet on paper, what was issued on it, and its attachments. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class UnitPaperPages {

  private static final String UNIT = "/hazards/units/{id}";

  private final Units units;
  private final WorksheetDocument worksheets;
  private final Papers papers;
  private final IssuedDocuments issued;
  private final DocumentNumbers numbers;
  private final Attachments attachments;

  UnitPaperPages(
      Units units,
      WorksheetDocument worksheets,
      Papers papers,
      IssuedDocuments issued,
      DocumentNumbers numbers,
      Attachments attachments) {
    this.units = units;
    this.worksheets = worksheets;
    this.papers = papers;
    this.issued = issued;
    this.numbers = numbers;
    this.attachments = attachments;
  }

  /** The page of a unit's papers. */
  record PapersView(
      HazardSource unit,
      RecordFiles files,
      List<NumberSeries> series,
      boolean mayIssue,
      Form form) {}

  @GetMapping(UNIT + "/papers")
  String show(@PathVariable long id, Model model) {
    return show(unit(id), Form.empty(), model);
  }

  @GetMapping(UNIT + "/worksheet.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id) {
    HazardSource unit = unit(id);
    return Download.of(
        worksheets.title(unit) + ".pdf", FileType.PDF.mediaType(), papers.pdf(print(unit)));
  }

  @GetMapping(UNIT + "/worksheet.docx")
  ResponseEntity<byte[]> word(@PathVariable long id) {
    HazardSource unit = unit(id);
    return Download.of(
        worksheets.title(unit) + ".docx", FileType.DOCX.mediaType(), papers.word(print(unit)));
  }

  @Allow(Role.OFFICER)
  @PostMapping(UNIT + "/papers/issue")
  String issue(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long series,
      Model model,
      HttpServletResponse response) {
    HazardSource unit = unit(id);
    Worksheet sheet = standing(unit);
    Outcome<IssuedDocument> outcome =
        issued.issue(
            WorksheetDocument.KIND,
            series,
            worksheets.title(unit),
            owner(unit),
            head -> worksheets.print(unit, sheet, Optional.of(head)));
    return answer(outcome, unit, Form.empty(), model, response);
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(UNIT + "/papers/attachments")
  String attach(
      @PathVariable long id,
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "") String purpose,
      Model model,
      HttpServletResponse response)
      throws IOException {
    HazardSource unit = unit(id);
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    Outcome<Attachment> outcome = attachments.add(owner(unit), purpose, name, file.getBytes());
    return answer(outcome, unit, Form.of(Map.of("purpose", purpose)), model, response);
  }

  @Allow(Role.OFFICER)
  @PostMapping(UNIT + "/papers/attachments/{attachment}/remove")
  String remove(
      @PathVariable long id,
      @PathVariable long attachment,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    HazardSource unit = unit(id);
    return answer(
        attachments.remove(owner(unit), attachment, reason), unit, Form.empty(), model, response);
  }

  private String answer(
      Outcome<?> outcome, HazardSource unit, Form form, Model model, HttpServletResponse response) {
    return switch (outcome) {
      case Done<?> done -> "redirect:" + path(unit);
      case Refused<?> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(unit, form.withFault(refused), model);
      }
    };
  }

  private String show(HazardSource unit, Form form, Model model) {
    Actor actor = Actor.getCurrent();
    Owner owner = owner(unit);
    RecordFiles files =
        new RecordFiles(
            path(unit),
            issued.listOf(owner),
            attachments.listOf(owner),
            actor.hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER),
            actor.hasAny(Role.OFFICER),
            attachments.maxMb(),
            form);
    model.addAttribute(
        "view",
        new PapersView(
            unit,
            files,
            numbers.listOwn(WorksheetDocument.KIND),
            actor.hasAny(Role.OFFICER),
            form));
    return "hazards/web/papers";
  }

  private Paper print(HazardSource unit) {
    return worksheets.print(unit, standing(unit), Optional.empty());
  }

  private static String path(HazardSource unit) {
    return "/hazards/units/" + unit.id() + "/papers";
  }

  private HazardSource unit(long id) {
    return units.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Worksheet standing(HazardSource unit) {
    return units.listWorksheets(unit.id()).getFirst();
  }

  private static Owner owner(HazardSource unit) {
    return new Owner(
        unit.subject(), Long.toString(unit.id()), unit.division(), unit.enterpriseId());
  }
}
