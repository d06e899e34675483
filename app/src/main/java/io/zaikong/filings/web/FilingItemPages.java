package io.zaikong.filings.web;

import io.zaikong.filings.Filings;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The archive of a version, item by item: files, and what does not apply. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingItemPages {

  private static final String PATH = FilingPages.PATH + "/items/{no}";

  private final Filings filings;
  private final FilingPages pages;

  FilingItemPages(Filings filings, FilingPages pages) {
    this.filings = filings;
    this.pages = pages;
  }

  @PostMapping(PATH + "/files")
  String attach(
      @PathVariable long id,
      @PathVariable int no,
      @RequestParam("file") MultipartFile file,
      Model model,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return answer(id, no, filings.attach(id, no, name, file.getBytes()), model, locale, response);
  }

  @PostMapping(PATH + "/files/{file}/remove")
  String detach(
      @PathVariable long id,
      @PathVariable int no,
      @PathVariable long file,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return answer(id, no, filings.detach(id, no, file, reason), model, locale, response);
  }

  @PostMapping(PATH + "/not-applicable")
  String notApplicable(
      @PathVariable long id,
      @PathVariable int no,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return answer(id, no, filings.setNotApplicable(id, no, reason), model, locale, response);
  }

  @PostMapping(PATH + "/drop-carried")
  String dropCarried(
      @PathVariable long id,
      @PathVariable int no,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return answer(id, no, filings.dropCarried(id, no), model, locale, response);
  }

  /** A refusal about an item shows beside it. */
  private String answer(
      long id,
      int no,
      Outcome<?> outcome,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    if (outcome instanceof Refused<?> refused) {
      String field = "item" + no;
      Refused<?> beside =
          new Refused<>(refused.reason(), refused.parameters(), field, refused.clause());
      return pages.refuse(id, Form.empty().withFault(beside), model, locale, response);
    }
    return "redirect:/filings/" + id + "#item-" + no;
  }
}
