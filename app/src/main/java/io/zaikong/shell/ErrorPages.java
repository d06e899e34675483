package io.zaikong.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What went wrong, in words, and what to do. Whoever refuses with {@code sendError(403, textKey)}
 * has the reason shown.
 */
@Controller
@Allow(everyone = true)
class ErrorPages implements ErrorController {

  /**
   * @param reasonKey text key of the reason that was given; empty when none was
   */
  record ErrorView(int status, String titleKey, String adviceKey, String reasonKey) {}

  private final Texts texts;
  private final LocaleResolver languages;

  ErrorPages(Texts texts, LocaleResolver languages) {
    this.texts = texts;
    this.languages = languages;
  }

  @RequestMapping(value = "/error", produces = MediaType.TEXT_HTML_VALUE)
  String show(HttpServletRequest request, HttpServletResponse response, Model model) {
    ErrorView error = view(request);
    response.setStatus(error.status());
    model.addAttribute("error", error);
    return "shell/error";
  }

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
    ErrorView error = view(request);
    Words words = texts.in(languages.resolveLocale(request));
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatusCode.valueOf(error.status()), words.text(error.adviceKey()));
    problem.setTitle(words.text(error.titleKey()));
    return ResponseEntity.status(error.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private ErrorView view(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : HttpStatus.NOT_FOUND.value();
    String name =
        switch (code) {
          case 403, 404, 413 -> Integer.toString(code);
          default -> code < 500 ? "400" : "500";
        };
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    boolean isKey =
        message instanceof String key && texts.in(languages.resolveLocale(request)).has(key);
    return new ErrorView(
        code,
        "shell.error." + name + ".title",
        "shell.error." + name + ".advice",
        isKey ? String.valueOf(message) : "");
  }
}
