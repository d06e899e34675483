package io.zaikong.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The choices that anyone may make on any page, kept in the browser: language and theme. */
@Controller
@Allow(everyone = true)
class Choices {

  private static final String THEME = "theme";

  private final LocaleResolver languages;

  Choices(LocaleResolver languages) {
    this.languages = languages;
  }

  /** The chosen theme, light where none is chosen. */
  static String theme(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, THEME);
    return cookie != null && cookie.getValue().equals("dark") ? "dark" : "light";
  }

  @PostMapping("/language")
  String chooseLanguage(
      @RequestParam String language,
      @RequestParam String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    languages.setLocale(request, response, Locale.forLanguageTag(language));
    return "redirect:" + ownPath(back);
  }

  @PostMapping("/theme")
  String chooseTheme(
      @RequestParam String theme,
      @RequestParam String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    remember(THEME, theme.equals("dark") ? "dark" : "light", request, response);
    return "redirect:" + ownPath(back);
  }

  /** Never to another site, whatever the form says. */
  static String ownPath(String back) {
    return back.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? back : "/";
  }

  static void remember(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
