package io.zaikong.notices.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Inbox;
import io.zaikong.notices.Inbox.Part;
import io.zaikong.notices.InboxFilter;
import io.zaikong.notices.Notice;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Handlers;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 待办: what waits for this person, urgent first, then by due day. Four statements. */
@Controller
class InboxPages {

  private static final int SOON_DAYS = 3;

  private final Inbox inbox;
  private final Places places;
  private final Handlers handlers;
  private final Texts texts;
  private final Clock clock;

  InboxPages(Inbox inbox, Places places, Handlers handlers, Texts texts, Clock clock) {
    this.inbox = inbox;
    this.places = places;
    this.handlers = handlers;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * @param daysLeft below zero when the day has passed; empty without a day
   * @param place where the matter lies; empty in the own inbox
   * @param mayOpen whether the reader's roles lead to the page of the act
   */
  record Row(Notice notice, OptionalLong daysLeft, String place, boolean mayOpen) {

    Tone tone() {
      if (daysLeft.isEmpty()) {
        return Tone.QUIET;
      }
      long days = daysLeft.getAsLong();
      return days < 0 ? Tone.BAD : days <= SOON_DAYS ? Tone.WARNING : Tone.NEUTRAL;
    }

    String leftKey() {
      long days = daysLeft.orElse(0);
      return days < 0
          ? "notices.inbox.overdue"
          : days == 0 ? "notices.inbox.today" : "notices.inbox.days_left";
    }

    long days() {
      return Math.abs(daysLeft.orElse(0));
    }
  }

  /**
   * @param mayOversee whether the reader may ask for all of the territory
   */
  record InboxView(Listing list, List<Row> rows, Map<String, String> kinds, boolean mayOversee) {}

  @Allow
  @GetMapping("/inbox")
  String show(HttpServletRequest request, Locale locale, Model model) {
    Actor actor = Actor.getCurrent();
    boolean mayOversee =
        actor.hasAny(Role.CHIEF, Role.OFFICER) && !actor.scope().territory().isEmpty();
    Listing list = Listing.of(request);
    boolean all = mayOversee && list.filter("whose").equals("territory");
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    Part part = inbox.list(filter(list, all, today), list.offset(), list.size());
    Words words = texts.in(locale);
    Map<String, String> kinds = new LinkedHashMap<>();
    part.kinds().forEach(kind -> kinds.put(kind, words.text("notice." + kind)));
    model.addAttribute(
        "view",
        new InboxView(
            list.withTotal(part.total()),
            part.notices().stream()
                .map(
                    n ->
                        new Row(
                            n,
                            n.daysLeft(today),
                            all ? place(n) : "",
                            handlers.mayOpen(n.href(), actor)))
                .toList(),
            kinds,
            mayOversee));
    return "notices/web/inbox";
  }

  private static InboxFilter filter(Listing list, boolean all, LocalDate today) {
    InboxFilter filter = new InboxFilter(all, list.filter("kind"), null, null);
    return switch (list.filter("due")) {
      case "overdue" -> filter.overdue(today);
      case "soon" -> filter.soon(today);
      default -> filter;
    };
  }

  private String place(Notice notice) {
    return places.findName(new DivisionCode(notice.divisionCode())).orElse(notice.divisionCode());
  }
}
