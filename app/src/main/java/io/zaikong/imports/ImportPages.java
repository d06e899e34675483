package io.zaikong.imports;

import io.zaikong.imports.Imports.Mode;
import io.zaikong.shell.Actor;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 导入: template and sample, upload, check, import, result, of every kind. */
@Controller
@RequestMapping("/imports/{key}")
@Allow(Role.OFFICER)
class ImportPages {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int SHOWN = 30;

  private final Imports imports;
  private final List<ImportKind> kinds;
  private final Texts texts;

  ImportPages(Imports imports, ObjectProvider<ImportKind> kinds, Texts texts) {
    this.imports = imports;
    this.kinds = kinds.stream().toList();
    this.texts = texts;
  }

  /** The kind that the address names, if it is for this actor. */
  @ModelAttribute("kind")
  ImportKind kind(@PathVariable String key) {
    return kinds.stream()
        .filter(kind -> kind.key().equals(key) && kind.isFor(Actor.getCurrent()))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping
  String list(@ModelAttribute(name = "kind", binding = false) ImportKind kind, Model model) {
    model.addAttribute("form", Form.empty());
    return listWith(kind, model);
  }

  private String listWith(ImportKind kind, Model model) {
    model.addAttribute("imports", imports.list(kind, SHOWN));
    return "imports/imports";
  }

  @GetMapping("/template.xlsx")
  void template(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind, HttpServletResponse response)
      throws IOException {
    send(response, kind.key() + "-template.xlsx", kind.template());
  }

  @GetMapping("/sample.xlsx")
  void sample(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind, HttpServletResponse response)
      throws IOException {
    send(response, kind.key() + "-sample.xlsx", kind.sample());
  }

  @PostMapping
  String upload(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind,
      @RequestParam("file") MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    String shown = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    Outcome<Long> outcome =
        imports.upload(kind, shown.isBlank() ? kind.key() + ".xlsx" : shown, file.getBytes());
    return switch (outcome) {
      case Done<Long>(Long id) -> "redirect:/imports/" + kind.key() + "/" + id;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", Form.empty().withFault(refused));
        yield listWith(kind, model);
      }
    };
  }

  @GetMapping("/{id}")
  String show(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind,
      @PathVariable long id,
      Model model) {
    return showWith(find(kind, id), Form.empty(), model);
  }

  private String showWith(Import one, Form form, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("preview", imports.preview(one));
    model.addAttribute("form", form);
    return "imports/import";
  }

  /** The part of the page that moves while an import runs. */
  @GetMapping("/{id}/progress")
  String progress(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind,
      @PathVariable long id,
      Model model,
      HttpServletResponse response) {
    Import one = find(kind, id);
    if (one.state() != Import.State.RUNNING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("one", one);
    return "imports/importprogress";
  }

  @PostMapping("/{id}/import")
  String start(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind,
      @PathVariable long id,
      @RequestParam(defaultValue = "ALL_OR_NOTHING") Mode mode,
      Model model,
      HttpServletResponse response) {
    Import one = find(kind, id);
    return switch (imports.start(kind, id, mode)) {
      case Done<Import> done -> "redirect:" + one.href();
      case Refused<Import> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield showWith(find(kind, id), Form.empty().withFault(refused), model);
      }
    };
  }

  @PostMapping("/{id}/discard")
  String discard(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind, @PathVariable long id) {
    find(kind, id);
    imports.discard(kind, id);
    return "redirect:/imports/" + kind.key();
  }

  @GetMapping("/{id}/errors.xlsx")
  void errors(
      @ModelAttribute(name = "kind", binding = false) ImportKind kind,
      @PathVariable long id,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    ImportReport report = find(kind, id).report();
    Words words = texts.in(locale);
    response.setContentType(XLSX);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + kind.key() + "-errors.xlsx\"");
    ErrorWorkbook.write(
        response.getOutputStream(),
        report.errors(),
        report.errorCount() - report.errors().size(),
        (textKey, parameters) -> words.text(textKey, parameters.toArray()));
  }

  private Import find(ImportKind kind, long id) {
    return imports
        .find(kind, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static void send(HttpServletResponse response, String name, byte[] content)
      throws IOException {
    response.setContentType(XLSX);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
