package io.zaikong.shell;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template is given as its parameter {@code page}.
 *
 * @param actor who is signed in; empty on the login page and the like
 * @param theme {@code light} or {@code dark}
 * @param path of the request, with its query
 * @param menu what this person may open; empty when nobody is signed in
 * @param csrf proves that a form comes from this page; empty where no form is accepted
 * @param cityName of the city that the installation serves; empty before set-up
 * @param homeName of the division of the person's agency; empty when nobody is signed in
 * @param todos counts what waits for the person; empty when nobody is signed in
 */
public record Page(
    Optional<Actor> actor,
    Words words,
    String theme,
    String path,
    List<Menu.Section> menu,
    Optional<CsrfToken> csrf,
    Optional<Banner> banner,
    String cityName,
    String homeName,
    Optional<TodoCounter> todos,
    Assets assets) {

  public String text(String key, Object... parameters) {
    return words.text(key, parameters);
  }

  public String number(long value) {
    return words.number(value);
  }

  public String number(BigDecimal value) {
    return words.number(value);
  }

  public String date(LocalDate day) {
    return words.date(day);
  }

  public String time(Instant instant) {
    return words.time(instant);
  }

  /** The language of the page as HTML names it. */
  public String language() {
    return words.locale().toLanguageTag();
  }

  /**
   * @throws IllegalArgumentException when the build made no such asset
   */
  public String asset(String name) {
    return assets
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("no asset named " + name));
  }

  /** Whether the page shown is this menu entry's, or lies below it. */
  public boolean isAt(String entry) {
    String here = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    return here.equals(entry) || (!entry.equals("/") && here.startsWith(entry + "/"));
  }

  /** What waits, by the path of its menu entry; only the layout asks. */
  public Map<String, Long> waiting() {
    return todos.map(counter -> Map.of(counter.path(), counter.count())).orElse(Map.of());
  }

  /** The roles of the person, in words. */
  public String roles() {
    return actor
        .map(a -> a.roles().stream().sorted().map(r -> text("shell.role." + r.name())).toList())
        .map(names -> String.join(" ", names))
        .orElse("");
  }

  public String account() {
    return actor.map(a -> Long.toString(a.accountId())).orElse("");
  }
}
