package io.zaikong.coverage.web;

import io.zaikong.coverage.EntryFilter;
import io.zaikong.coverage.ListEntries;
import io.zaikong.coverage.ListEntry;
import io.zaikong.coverage.OutsideList;
import io.zaikong.coverage.OutsideLists;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** 外部名单: the lists (one statement) and the rows of one (list, round, page, count: four). */
@Controller
@Allow({Role.CHIEF, Role.OFFICER})
class ListPages {

  private final OutsideLists lists;
  private final ListEntries entries;
  private final PlaceWords places;

  ListPages(OutsideLists lists, ListEntries entries, PlaceWords places) {
    this.lists = lists;
    this.entries = entries;
    this.places = places;
  }

  /** A row of a list, with the names of where it lies. */
  record Row(ListEntry entry, String place) {}

  @GetMapping("/census/lists")
  String list(Model model) {
    model.addAttribute("lists", lists.list());
    model.addAttribute("officer", Actor.getCurrent().hasAny(Role.OFFICER));
    return "coverage/web/lists";
  }

  @GetMapping("/census/lists/{id}")
  String show(@PathVariable long id, HttpServletRequest request, Model model) {
    OutsideList of =
        lists.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Listing list = Listing.of(request);
    EntryFilter filter = filter(list);
    List<ListEntry> page = entries.list(id, filter, list.offset(), list.size());
    model.addAttribute("of", of);
    model.addAttribute("list", list.withTotal(entries.count(id, filter)));
    model.addAttribute(
        "rows", page.stream().map(e -> new Row(e, places.of(e.division()))).toList());
    model.addAttribute("divisions", places.options(list.filter("division")));
    model.addAttribute("officer", Actor.getCurrent().hasAny(Role.OFFICER));
    return "coverage/web/list";
  }

  @Allow(Role.OFFICER)
  @PostMapping("/census/lists/{id}/match")
  String match(@PathVariable long id) {
    lists.matchAgain(id);
    return "redirect:/census/lists/" + id;
  }

  static EntryFilter filter(Listing list) {
    String division = list.filter("division");
    String also = list.filter("also");
    return new EntryFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        StatusViews.constant(Category.values(), list.filter("category")),
        StatusViews.constant(EntryFilter.Show.values(), list.filter("show")),
        also.matches("\\d{1,18}") ? Long.valueOf(also) : null,
        list.filter("text").isEmpty() ? null : list.filter("text"));
  }
}
