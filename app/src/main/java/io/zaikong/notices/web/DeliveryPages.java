package io.zaikong.notices.web;

import io.zaikong.notices.Deliveries;
import io.zaikong.notices.Deliveries.Part;
import io.zaikong.notices.Delivery;
import io.zaikong.notices.Delivery.State;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 发送记录: what was sent out, what of it failed, and sending it again. */
@Controller
@Allow(Role.SYSTEM_ADMINISTRATOR)
class DeliveryPages {

  private final Deliveries deliveries;
  private final Texts texts;

  DeliveryPages(Deliveries deliveries, Texts texts) {
    this.deliveries = deliveries;
    this.texts = texts;
  }

  record Row(Delivery delivery, String person) {}

  record DeliveryView(Listing list, List<Row> rows, Map<String, String> states, Form form) {}

  @GetMapping("/deliveries")
  String list(HttpServletRequest request, Locale locale, Model model) {
    return show(Listing.of(request), Form.empty(), locale, model);
  }

  @PostMapping("/deliveries/{id}/resend")
  String resend(@PathVariable long id, HttpServletRequest request, Locale locale, Model model) {
    Outcome<Long> outcome = deliveries.resend(id);
    if (outcome instanceof Refused<Long> refused) {
      return show(Listing.of(request), Form.empty().withFault(refused), locale, model);
    }
    return "redirect:/deliveries?state=FAILED";
  }

  private String show(Listing asked, Form form, Locale locale, Model model) {
    Listing list =
        new Listing("/deliveries", asked.filters(), "", false, asked.number(), asked.size(), 0);
    String state = Deliveries.isState(list.filter("state")) ? list.filter("state") : "";
    Part part = deliveries.list(state, list.offset(), list.size());
    Words words = texts.in(locale);
    Map<String, String> states = new LinkedHashMap<>();
    for (State each : State.values()) {
      states.put(each.name(), words.text(each.textKey()));
    }
    model.addAttribute(
        "view",
        new DeliveryView(
            list.withTotal(part.total()),
            part.deliveries().stream()
                .map(d -> new Row(d, part.names().getOrDefault(d.accountId(), "")))
                .toList(),
            states,
            form));
    return "notices/web/deliveries";
  }
}
