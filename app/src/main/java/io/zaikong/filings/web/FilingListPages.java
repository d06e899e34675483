package io.zaikong.filings.web;

import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Due;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.filings.PaperFilings;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 备案台账 and what waits for review. An enterprise sees its own. A list runs four statements. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingListPages {

  private final FilingRegister register;
  private final PaperFilings papers;
  private final Divisions divisions;
  private final Places places;
  private final Texts texts;

  FilingListPages(
      FilingRegister register,
      PaperFilings papers,
      Divisions divisions,
      Places places,
      Texts texts) {
    this.register = register;
    this.papers = papers;
    this.divisions = divisions;
    this.places = places;
    this.texts = texts;
  }

  /** A source in the list, with the names of where it lies. */
  record Row(Entry entry, String place) {}

  /**
   * @param isQueue whether only what waits for the bureau shows
   */
  record ListView(
      Listing list,
      List<Row> rows,
      Map<String, String> divisions,
      boolean isQueue,
      boolean mayTakeOver,
      LocalDate today) {}

  @GetMapping("/filings")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    return show(list, filter(list), false, model);
  }

  @Allow(Role.OFFICER)
  @GetMapping("/filing-review")
  String queue(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Filter f = filter(list);
    Filter waiting =
        new Filter(
            f.division(),
            f.level(),
            f.enterprise(),
            f.text(),
            "WAITING",
            f.due(),
            f.from(),
            f.to());
    return show(list, waiting, true, model);
  }

  @GetMapping("/filings/export")
  void export(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    List<Entry> found = register.export(filter(Listing.of(request)));
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"filings.xlsx\"");
    FilingWorkbooks.register(
        response.getOutputStream(), found, places(found), register.today(), texts.in(locale));
  }

  private String show(Listing list, Filter filter, boolean isQueue, Model model) {
    Rows<Entry> page = register.page(filter, list.offset(), list.size());
    Map<Long, String> places = places(page.items());
    List<Row> rows =
        page.items().stream()
            .map(e -> new Row(e, places.getOrDefault(e.standing().source().id(), "")))
            .toList();
    model.addAttribute(
        "view",
        new ListView(
            list.withTotal(page.total()),
            rows,
            divisionOptions(),
            isQueue,
            papers.mayTakeOver(),
            register.today()));
    return "filings/web/filings";
  }

  private Map<Long, String> places(List<Entry> entries) {
    Map<String, String> names =
        divisions.names(
            entries.stream().flatMap(e -> Stream.of(district(e), township(e))).distinct().toList());
    Map<Long, String> places = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String district = names.getOrDefault(district(entry), "");
      String township = names.getOrDefault(township(entry), "");
      places.put(
          entry.standing().source().id(),
          district.equals(township) ? district : district + " " + township);
    }
    return places;
  }

  private static String district(Entry entry) {
    return entry.standing().source().division().at(DivisionCode.Level.DISTRICT).value();
  }

  private static String township(Entry entry) {
    String code = entry.standing().source().division().value();
    return code.substring(0, Math.min(9, code.length()));
  }

  private Map<String, String> divisionOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    DivisionCode home = Actor.getCurrent().home();
    if (home.value().length() < 12) {
      places.namesBelow(home).forEach((code, name) -> options.put(code.value(), name));
    }
    return options;
  }

  /** What the address asks for; what it cannot mean is left out. */
  static Filter filter(Listing list) {
    String division = list.filter("division");
    String enterprise = list.filter("enterprise");
    String level = list.filter("level");
    String due = list.filter("due");
    return new Filter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        level.matches("[1-4]") ? Integer.valueOf(level) : null,
        enterprise.matches("\\d{1,18}") ? Long.valueOf(enterprise) : null,
        list.filter("text").isEmpty() ? null : list.filter("text"),
        list.filter("state").isEmpty() ? null : list.filter("state"),
        Arrays.stream(Due.values()).filter(d -> d.name().equals(due)).findFirst().orElse(null),
        list.findDate("from").orElse(null),
        list.findDate("to").orElse(null));
  }
}
