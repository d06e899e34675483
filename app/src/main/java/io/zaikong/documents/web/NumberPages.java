package io.zaikong.documents.web;

import io.zaikong.documents.Attachments;
import io.zaikong.documents.DocumentKind;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.NumberSeries;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 文号与附件: how the own agencies number documents, and how large an attachment may be. */
@Controller
@Allow(Role.SYSTEM_ADMINISTRATOR)
class NumberPages {

  private static final String PATH = "/settings/documents";

  private final DocumentNumbers numbers;
  private final Attachments attachments;
  private final Texts texts;

  NumberPages(DocumentNumbers numbers, Attachments attachments, Texts texts) {
    this.numbers = numbers;
    this.attachments = attachments;
    this.texts = texts;
  }

  @GetMapping(PATH)
  String show(Model model, Locale locale) {
    return show(Form.empty(), model, locale);
  }

  @PostMapping(PATH)
  String create(
      @RequestParam(defaultValue = "") String issuer,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String word,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return switch (numbers.create(issuer, kind, word)) {
      case Done<NumberSeries> done -> "redirect:" + PATH;
      case Refused<NumberSeries> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(
            Form.of(Map.of("issuer", issuer, "kind", kind, "word", word)).withFault(refused),
            model,
            locale);
      }
    };
  }

  /** The year's last number on paper, after which a series of the own agencies goes on. */
  @PostMapping(PATH + "/continue")
  String goOn(
      @RequestParam long series,
      @RequestParam(defaultValue = "") String last,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    NumberSeries own =
        numbers.list().stream()
            .filter(s -> s.id() == series)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    int number = last.strip().matches("\\d{1,6}") ? Integer.parseInt(last.strip()) : 0;
    return switch (numbers.continueAfter(own, numbers.thisYear(), number)) {
      case Done<NumberSeries> done -> "redirect:" + PATH;
      case Refused<NumberSeries> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(
            Form.of(Map.of("series", Long.toString(series), "last", last)).withFault(refused),
            model,
            locale);
      }
    };
  }

  @PostMapping(PATH + "/limit")
  String limit(
      @RequestParam(defaultValue = "") String max,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return switch (attachments.setMaxMb(max)) {
      case Done<Integer> done -> "redirect:" + PATH;
      case Refused<Integer> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(Form.of(Map.of("max", max)).withFault(refused), model, locale);
      }
    };
  }

  private String show(Form form, Model model, Locale locale) {
    Words words = texts.in(locale);
    Form filled =
        form.values().containsKey("max")
            ? form
            : form.with("max", Integer.toString(attachments.maxMb()));
    model.addAttribute("form", filled);
    model.addAttribute("series", numbers.list());
    model.addAttribute("last", numbers.lastOfThisYear());
    model.addAttribute("year", numbers.thisYear());
    model.addAttribute("home", Actor.getCurrent().home());
    Map<String, String> kinds =
        numbers.kinds().stream()
            .collect(
                Collectors.toMap(
                    DocumentKind::name,
                    k -> words.text(k.textKey()),
                    (a, b) -> a,
                    LinkedHashMap::new));
    model.addAttribute("kinds", kinds);
    return "documents/web/numbers";
  }
}
