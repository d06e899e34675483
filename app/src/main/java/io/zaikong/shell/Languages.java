package io.zaikong.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The reader's language: his choice, else his browser's, else Simplified Chinese. */
class Languages implements LocaleResolver {

  static final String COOKIE = "language";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie != null) {
      return of(Locale.forLanguageTag(cookie.getValue()), Locale.SIMPLIFIED_CHINESE);
    }
    if (request.getHeader("Accept-Language") == null) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    return Collections.list(request.getLocales()).stream()
        .map(wish -> of(wish, Locale.ROOT))
        .filter(known -> !known.equals(Locale.ROOT))
        .findFirst()
        .orElse(Locale.SIMPLIFIED_CHINESE);
  }

  private static Locale of(Locale wish, Locale otherwise) {
    return switch (wish.getLanguage()) {
      case "zh" ->
          wish.getScript().equals("Hant") || wish.getCountry().matches("TW|HK|MO")
              ? Locale.TRADITIONAL_CHINESE
              : Locale.SIMPLIFIED_CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> otherwise;
    };
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response != null && locale != null) {
      Choices.remember(
          COOKIE, of(locale, Locale.SIMPLIFIED_CHINESE).toLanguageTag(), request, response);
    }
  }
}
