package io.zaikong.journal;

import io.zaikong.journal.JournalReading.Part;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The journal as the auditor reads it. */
@Controller
@Allow(Role.AUDITOR)
class JournalPages {

  private final JournalReading reading;
  private final Texts texts;

  JournalPages(JournalReading reading, Texts texts) {
    this.reading = reading;
    this.texts = texts;
  }

  /** An entry with its act in words. */
  record Row(JournalEntry entry, String act) {}

  @GetMapping("/journal")
  String list(HttpServletRequest request, Locale locale, Model model) {
    Listing list = Listing.of(request);
    Part part = reading.list(filter(list), list.offset(), list.size());
    Words words = texts.in(locale);
    model.addAttribute("list", list.withTotal(part.total()));
    model.addAttribute("rows", part.entries().stream().map(e -> row(e, words)).toList());
    model.addAttribute("head", part.head());
    return "journal/journal";
  }

  @GetMapping("/journal/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    JournalEntry entry =
        reading
            .find(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no entry"));
    model.addAttribute("row", row(entry, texts.in(locale)));
    return "journal/entry";
  }

  private static Row row(JournalEntry entry, Words words) {
    String key = "act." + entry.act();
    return new Row(entry, words.has(key) ? words.text(key) : entry.act());
  }

  /** What the address asks for; what it cannot mean is left out. */
  private static JournalFilter filter(Listing list) {
    return new JournalFilter(
        text(list.filter("actor")),
        text(list.filter("act")),
        day(list.filter("from")),
        day(list.filter("to")));
  }

  private static @Nullable String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private static @Nullable LocalDate day(String value) {
    try {
      return value.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(value) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
