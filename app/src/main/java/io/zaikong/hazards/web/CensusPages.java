package io.zaikong.hazards.web;

import io.zaikong.hazards.CensusImport;
import io.zaikong.hazards.CensusImports;
import io.zaikong.hazards.CensusImports.Mode;
import io.zaikong.hazards.CensusTemplates;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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

/** 普查导入: template and sample, upload, check, import, result. */
@Controller
@Allow(Role.OFFICER)
class CensusPages {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int SHOWN = 30;

  private final CensusImports imports;
  private final Texts texts;

  CensusPages(CensusImports imports, Texts texts) {
    this.imports = imports;
    this.texts = texts;
  }

  @GetMapping("/hazards/census")
  String list(Model model) {
    model.addAttribute("form", Form.empty());
    return listWith(model);
  }

  private String listWith(Model model) {
    model.addAttribute("imports", imports.list(SHOWN));
    return "hazards/web/census";
  }

  @GetMapping("/hazards/census/template.xlsx")
  void template(HttpServletResponse response) throws IOException {
    send(response, "census-template.xlsx", CensusTemplates.template());
  }

  @GetMapping("/hazards/census/sample.xlsx")
  void sample(HttpServletResponse response) throws IOException {
    send(response, "census-sample.xlsx", CensusTemplates.sample());
  }

  @PostMapping("/hazards/census")
  String upload(@RequestParam("file") MultipartFile file, Model model, HttpServletResponse response)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    String shown = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    Outcome<Long> outcome =
        imports.upload(shown.isBlank() ? "census.xlsx" : shown, file.getBytes());
    return switch (outcome) {
      case Done<Long>(Long id) -> "redirect:/hazards/census/" + id;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", Form.empty().withFault(refused));
        yield listWith(model);
      }
    };
  }

  @GetMapping("/hazards/census/{id}")
  String show(@PathVariable long id, Model model) {
    model.addAttribute("census", find(id));
    model.addAttribute("form", Form.empty());
    return "hazards/web/import";
  }

  /** The part of the page that moves while an import runs. */
  @GetMapping("/hazards/census/{id}/progress")
  String progress(@PathVariable long id, Model model, HttpServletResponse response) {
    CensusImport census = find(id);
    if (census.state() != CensusImport.State.RUNNING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("census", census);
    return "hazards/web/importprogress";
  }

  @PostMapping("/hazards/census/{id}/import")
  String start(
      @PathVariable long id,
      @RequestParam(defaultValue = "ALL_OR_NOTHING") Mode mode,
      Model model,
      HttpServletResponse response) {
    find(id);
    return switch (imports.start(id, mode)) {
      case Done<CensusImport> done -> "redirect:/hazards/census/" + id;
      case Refused<CensusImport> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("census", find(id));
        model.addAttribute("form", Form.empty().withFault(refused));
        yield "hazards/web/import";
      }
    };
  }

  @PostMapping("/hazards/census/{id}/discard")
  String discard(@PathVariable long id) {
    find(id);
    imports.discard(id);
    return "redirect:/hazards/census";
  }

  @GetMapping("/hazards/census/{id}/errors.xlsx")
  void errors(@PathVariable long id, HttpServletResponse response, Locale locale)
      throws IOException {
    CensusImport census = find(id);
    Words words = texts.in(locale);
    response.setContentType(XLSX);
    response.setHeader("Content-Disposition", "attachment; filename=\"census-errors.xlsx\"");
    CensusTemplates.writeErrors(
        response.getOutputStream(),
        census.report(),
        (key, parameters) -> words.text(key, parameters.toArray()));
  }

  private CensusImport find(long id) {
    return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static void send(HttpServletResponse response, String name, byte[] content)
      throws IOException {
    response.setContentType(XLSX);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
