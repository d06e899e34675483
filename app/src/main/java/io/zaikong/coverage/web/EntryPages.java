package io.zaikong.coverage.web;

import io.zaikong.coverage.ListEntries;
import io.zaikong.coverage.ListEntry;
import io.zaikong.coverage.ListEntry.Aside;
import io.zaikong.coverage.OutsideList;
import io.zaikong.coverage.OutsideLists;
import io.zaikong.journal.Journal;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** One row of a list: which enterprise it is, or why it counts for nothing. */
@Controller
@RequestMapping("/census/lists/{list}/entries/{id}")
@Allow(Role.OFFICER)
class EntryPages {

  private static final int ACTS = 50;
  private static final int SUGGESTED = 20;

  private final OutsideLists lists;
  private final ListEntries entries;
  private final EnterpriseNames names;
  private final Journal journal;
  private final PlaceWords places;
  private final Texts texts;

  EntryPages(
      OutsideLists lists,
      ListEntries entries,
      EnterpriseNames names,
      Journal journal,
      PlaceWords places,
      Texts texts) {
    this.lists = lists;
    this.entries = entries;
    this.names = names;
    this.journal = journal;
    this.places = places;
    this.texts = texts;
  }

  /**
   * @param register the register's form, filled with what the row says
   */
  record View(
      OutsideList list,
      ListEntry entry,
      String place,
      String register,
      List<TimelineEntry> timeline) {}

  @GetMapping
  String show(@PathVariable long list, @PathVariable long id, Locale locale, Model model) {
    return show(find(list, id), Form.empty(), locale, model);
  }

  private String show(ListEntry entry, Form form, Locale locale, Model model) {
    Words words = texts.in(locale);
    model.addAttribute(
        "view",
        new View(
            lists
                .find(entry.listId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
            entry,
            places.of(entry.division()),
            register(entry),
            journal.listFor(ListEntries.SUBJECT, Long.toString(entry.id()), ACTS).stream()
                .map(
                    e -> new TimelineEntry(e.at(), e.actorName(), words.text("act." + e.act()), ""))
                .toList()));
    model.addAttribute("form", form);
    return "coverage/web/entry";
  }

  private static String register(ListEntry entry) {
    return UriComponentsBuilder.fromPath("/enterprises/new")
        .queryParam("credit_code", "{code}")
        .queryParam("name", "{name}")
        .queryParam("division", "{division}")
        .queryParam("address", "{address}")
        .queryParam("categories", "{category}")
        .encode()
        .buildAndExpand(
            entry.creditCode(),
            entry.name(),
            entry.division().value().length() < 9 ? "" : entry.division().value(),
            entry.address(),
            entry.category().chinese())
        .toUriString();
  }

  /** The enterprises in sight whose name holds what is being typed. */
  @GetMapping("/enterprises")
  String suggest(@RequestParam(defaultValue = "") String enterprise, Model model) {
    model.addAttribute(
        "options",
        enterprise.isBlank()
            ? List.of()
            : names.search(enterprise.strip(), SUGGESTED).stream()
                .map(EnterpriseNames.Named::label)
                .toList());
    return "org/web/options";
  }

  @PostMapping("/link")
  String link(
      @PathVariable long list,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String enterprise,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    find(list, id);
    return answer(
        entries.link(id, enterprise),
        find(list, id),
        Map.of("enterprise", enterprise),
        locale,
        response,
        model);
  }

  @PostMapping("/unlink")
  String unlink(
      @PathVariable long list,
      @PathVariable long id,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    ListEntry entry = find(list, id);
    return answer(entries.unlink(id), entry, Map.of(), locale, response, model);
  }

  @PostMapping("/aside")
  String setAside(
      @PathVariable long list,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String aside,
      @RequestParam(defaultValue = "") String note,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    ListEntry entry = find(list, id);
    return answer(
        entries.setAside(id, StatusViews.constant(Aside.values(), aside), note),
        entry,
        Map.of("aside", aside, "note", note),
        locale,
        response,
        model);
  }

  @PostMapping("/restore")
  String restore(
      @PathVariable long list,
      @PathVariable long id,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    ListEntry entry = find(list, id);
    return answer(entries.restore(id), entry, Map.of(), locale, response, model);
  }

  private String answer(
      Outcome<ListEntry> outcome,
      ListEntry before,
      Map<String, String> typed,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return switch (outcome) {
      case Done<ListEntry> done -> "redirect:" + before.path();
      case Refused<ListEntry> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(before, Form.of(typed).withFault(refused), locale, model);
      }
    };
  }

  private ListEntry find(long list, long id) {
    return entries
        .find(id)
        .filter(e -> e.listId() == list)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
