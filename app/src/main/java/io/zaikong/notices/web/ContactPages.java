package io.zaikong.notices.web;

import io.zaikong.notices.Channel;
import io.zaikong.notices.Contacts;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 联系方式: where the person who is signed in wants to be reached. */
@Controller
@Allow
class ContactPages {

  private static final String PATH = "/settings/contact";

  private final Contacts contacts;

  ContactPages(Contacts contacts) {
    this.contacts = contacts;
  }

  @GetMapping(PATH)
  String show(Model model) {
    return show(form(contacts.own()), model);
  }

  @PostMapping(PATH)
  String replace(
      @RequestParam(name = "MAIL", defaultValue = "") String mail,
      @RequestParam(name = "SMS", defaultValue = "") String sms,
      @RequestParam(name = "VOICE", defaultValue = "") String voice,
      Model model) {
    Map<Channel, String> addresses = new EnumMap<>(Channel.class);
    addresses.put(Channel.MAIL, mail.strip());
    addresses.put(Channel.SMS, sms.strip());
    addresses.put(Channel.VOICE, voice.strip());
    Outcome<Map<Channel, String>> outcome = contacts.replaceOwn(addresses);
    return switch (outcome) {
      case Done<Map<Channel, String>> done -> "redirect:/settings";
      case Refused<Map<Channel, String>> refused -> show(form(addresses).withFault(refused), model);
    };
  }

  private static Form form(Map<Channel, String> addresses) {
    Map<String, String> values = new LinkedHashMap<>();
    addresses.forEach((channel, address) -> values.put(channel.name(), address));
    return Form.of(values);
  }

  private static String show(Form form, Model model) {
    model.addAttribute("form", form);
    return "notices/web/contact";
  }
}
