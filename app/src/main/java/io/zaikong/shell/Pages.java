package io.zaikong.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Makes the {@link Page} of a request. */
@Component
class Pages {

  private final Texts texts;
  private final Menu menu;
  private final Assets assets;
  private final LocaleResolver languages;
  private final ObjectProvider<Places> places;
  private final ObjectProvider<Banner.Source> banners;
  private final ObjectProvider<TodoCounter> todos;

  Pages(
      Texts texts,
      Menu menu,
      Assets assets,
      LocaleResolver languages,
      ObjectProvider<Places> places,
      ObjectProvider<Banner.Source> banners,
      ObjectProvider<TodoCounter> todos) {
    this.texts = texts;
    this.menu = menu;
    this.assets = assets;
    this.languages = languages;
    this.places = places;
    this.banners = banners;
    this.todos = todos;
  }

  Page of(HttpServletRequest request) {
    Optional<Actor> actor = Actor.findCurrent().filter(a -> !a.isSystem());
    return new Page(
        actor,
        texts.in(languages.resolveLocale(request)),
        Choices.theme(request),
        path(request),
        menu.sections(actor.orElse(null)),
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
        banners.stream().flatMap(source -> source.findBanner(request).stream()).findFirst(),
        findPlaces().flatMap(p -> p.findCity().flatMap(p::findName)).orElse(""),
        actor.flatMap(a -> findPlaces().flatMap(p -> p.findName(a.home()))).orElse(""),
        actor.flatMap(a -> Optional.ofNullable(todos.getIfAvailable())),
        assets);
  }

  private Optional<Places> findPlaces() {
    return Optional.ofNullable(places.getIfAvailable());
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
  }
}
